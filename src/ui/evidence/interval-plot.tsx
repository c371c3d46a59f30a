import { useState } from 'preact/hooks';
import type { IntervalRow } from '../../domain/evidence.ts';
import type { Unit } from '../../domain/metric.ts';
import { formatValue } from '../../domain/metric.ts';
import type { PicturedBody } from '../../game/evidence-view.ts';
import { bodyWords } from '../../game/words/evidence-body.ts';
import { intervalWords } from '../../game/words/intervals.ts';
import { axisWords } from '../common/axis-words.ts';
import { Mono } from '../common/mono.tsx';
import type { IntervalScale } from './interval-scale.ts';
import { intervalScale, intervalSentence, standing } from './interval-scale.ts';
import { ScrollBox } from './scroll-box.tsx';
import { TableSwitch } from './table-switch.tsx';

type Intervals = Extract<PicturedBody, { kind: 'intervals' }>;

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** Estimates with their intervals on one axis, each beside what it is compared with. */
export function IntervalPlot({ body, label }: { readonly body: Intervals; readonly label: string }) {
  const [asTable, setAsTable] = useState(false);
  const { rows, unit, finding } = body;
  const scale = intervalScale(rows);
  return (
    <div class="intervals">
      <div class="body-tools">
        <p class="finding">{finding}</p>
        <TableSwitch on={asTable} of={label} onToggle={() => setAsTable(!asTable)} />
      </div>
      {asTable ? (
        <IntervalTable rows={rows} unit={unit} label={label} />
      ) : (
        <>
          <div class="forest">
            <ul aria-label={label}>
              {rows.map((row) => (
                <Row key={row.label} row={row} unit={unit} scale={scale} />
              ))}
            </ul>
            <div class="forest-axis" aria-hidden="true">
              <p>
                {scale.splits.map((value) => (
                  <span key={value} style={{ left: percent(scale.share(value)) }}>
                    <Mono>{value === 0 ? '0' : axisWords(value, unit).replace('-', '−')}</Mono>
                  </span>
                ))}
              </p>
            </div>
          </div>
          {rows.some((row) => row.reference !== null) && (
            <p class="small soft forest-key">
              <i class="key-reference" /> {intervalWords.key.reference} <i class="dot-equal" /> {intervalWords.key.holds}{' '}
              <i class="dot-apart" /> {intervalWords.key.apart}
            </p>
          )}
        </>
      )}
    </div>
  );
}

function Row({ row, unit, scale }: { readonly row: IntervalRow; readonly unit: Unit; readonly scale: IntervalScale }) {
  const said = standing(row);
  const apart = said === 'above' || said === 'below';
  const [low, high] = [scale.share(row.low), scale.share(row.high)];
  return (
    <li class={apart ? 'apart' : ''}>
      <p class="for-readers">{intervalSentence(row, unit)}</p>
      <p aria-hidden="true" class="forest-name">
        <b>{row.label}</b> <span class="small soft">{intervalWords.rows(formatValue(row.rows, 'count'))}</span>
      </p>
      <p aria-hidden="true" class="forest-figures">
        <Mono bold>{formatValue(row.estimate, unit)}</Mono>{' '}
        <Mono class="small soft">{intervalWords.between(formatValue(row.low, unit), formatValue(row.high, unit))}</Mono>
        {said !== 'alone' && <span class="small standing">{intervalWords.standings[said]}</span>}
      </p>
      <div class="forest-track" aria-hidden="true">
        {scale.splits.map((value) => (
          <i key={value} class="grid" style={{ left: percent(scale.share(value)) }} />
        ))}
        {row.reference !== null && <i class="reference" style={{ left: percent(scale.share(row.reference)) }} />}
        <i class="interval" style={{ left: percent(low), width: percent(Math.max(0, high - low)) }} />
        <i class={apart ? 'dot dot-apart' : 'dot dot-equal'} style={{ left: percent(scale.share(row.estimate)) }} />
      </div>
    </li>
  );
}

function IntervalTable({ rows, unit, label }: { readonly rows: readonly IntervalRow[]; readonly unit: Unit; readonly label: string }) {
  const cell = (value: number | null, of: Unit = unit) => (
    <td class="number">
      <Mono>{value === null ? '–' : formatValue(value, of)}</Mono>
    </td>
  );
  return (
    <ScrollBox label={bodyWords.rowsOf(label)}>
      <table class="figures">
        <caption class="for-readers">{label}</caption>
        <thead>
          <tr>
            <td />
            {intervalWords.columns.map((title) => (
              <th scope="col" class="number" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {cell(row.rows, 'count')}
              {cell(row.estimate)}
              {cell(row.low)}
              {cell(row.high)}
              {cell(row.reference)}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
