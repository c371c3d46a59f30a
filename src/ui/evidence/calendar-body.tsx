import '../common/marks.css';
import { useSignal } from '@preact/signals';
import { useId, useState } from 'preact/hooks';
import type { ChangeEntry } from '../../domain/evidence.ts';
import type { Tick } from '../../domain/time.ts';
import type { PicturedBody } from '../../game/evidence-view.ts';
import { CHANGE_MARKS, chartGroups, marksOf } from '../../game/evidence-view.ts';
import { handTicks } from '../../game/debrief-clock.ts';
import { changeKinds } from '../../game/words/change-kinds.ts';
import { bodyWords } from '../../game/words/evidence-body.ts';
import { Chart } from '../common/chart.tsx';
import { WindowTools } from '../common/time-window.tsx';
import type { ReadAt } from './read-at.ts';
import { dataOf } from './series-data.ts';
import { TableSwitch } from './table-switch.tsx';
import { When } from './timeline-when.tsx';

interface Props {
  readonly body: Extract<PicturedBody, { kind: 'calendar' }>;
  readonly label: string;
  readonly at: ReadAt;
}

/** What happens outside the system, what is to come on top, with the figures that may follow it. */
export function CalendarBody({ body, label, at }: Props) {
  const newest = [...body.entries].sort((a, b) => b.tick - a.tick);
  const coming = newest.filter((entry) => entry.tick > at.now);
  const past = newest.filter((entry) => entry.tick <= at.now);
  return (
    <div class="calendar">
      {body.overlay.length > 0 && <Overlay body={body} label={label} at={at} />}
      {newest.length === 0 && <p class="soft">{bodyWords.calendar.none}</p>}
      {coming.length > 0 && <Entries title={bodyWords.calendar.coming} entries={coming} at={at} />}
      {past.length > 0 && <Entries title={bodyWords.calendar.past} entries={past} at={at} />}
    </div>
  );
}

function Entries({ title, entries, at }: { readonly title: string; readonly entries: readonly ChangeEntry[]; readonly at: ReadAt }) {
  return (
    <>
      <p class="body-head">{title}</p>
      <ol class="timeline">
        {entries.map((entry, i) => (
          <li key={i}>
            <i class={`mk ${CHANGE_MARKS[entry.kind]}`} aria-hidden="true" />
            <When tick={entry.tick} at={at} />
            <p>
              {entry.text}
              <span class="small soft block">{bodyWords.calendar.entry(changeKinds[entry.kind], entry.station)}</span>
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

function Overlay({ body, label, at }: Props) {
  const [asTable, setAsTable] = useState(false);
  const crosshair = useSignal<Tick | null>(null);
  const zoom = useSignal<readonly [Tick, Tick] | null>(null);
  const group = useId();
  const from = Math.min(...body.overlay.map((series) => series.ticks[0] ?? at.now));
  const range = [from, Math.max(at.now, from + 1)] as const;
  const step = handTicks({ ticks: range[1] - range[0], tickSeconds: at.tickSeconds });
  return (
    <div class="overlay">
      <div class="body-tools">
        <p class="small soft">{bodyWords.calendar.marks}</p>
        <WindowTools range={range} step={step} clock={at} zoom={zoom} crosshair={crosshair} />
        <TableSwitch on={asTable} of={label} onToggle={() => setAsTable(!asTable)} />
      </div>
      {chartGroups({ title: body.overlay.length === 1 ? (body.overlay[0]?.metric.title ?? label) : label, series: body.overlay }).map(
        (each) => {
          const data = dataOf(each);
          return (
            data !== null && (
              <Chart
                key={each.title}
                data={data}
                clock={at}
                range={range}
                marks={marksOf(body.entries)}
                group={group}
                crosshair={crosshair}
                zoom={zoom}
                asTable={asTable}
                height={140}
              />
            )
          );
        },
      )}
    </div>
  );
}
