import { formatValue } from '../../domain/metric.ts';
import type { Tick } from '../../domain/time.ts';
import { storyClock } from '../../domain/time.ts';
import { plotWords } from '../../game/words/plots.ts';
import type { ChartClock, ChartData } from './chart-model.ts';
import { valueAt } from './chart-model.ts';
import { Mono } from './mono.tsx';

const ROWS = 12;

/** The same chart as a table: at most a dozen evenly spaced moments, newest first, and the sentence above it. */
export function ChartTable({
  data,
  clock,
  range,
  words,
}: {
  readonly data: ChartData;
  readonly clock: ChartClock;
  readonly range: readonly [Tick, Tick];
  readonly words: string;
}) {
  const step = Math.max(1, Math.ceil((range[1] - range[0]) / (ROWS - 1)));
  const moments: Tick[] = [];
  for (let tick = range[1]; tick >= range[0] && moments.length < ROWS; tick -= step) moments.push(tick);
  return (
    <div class="chart-table">
      <p class="small soft">{words}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{plotWords.time}</th>
            {data.series.map((series) => (
              <th scope="col" key={series.label}>
                {series.label === '' ? data.title : series.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moments.map((tick) => (
            <tr key={tick}>
              <th scope="row">
                <Mono>{storyClock(clock.startClock, tick, clock.tickSeconds)}</Mono>
              </th>
              {data.series.map((series) => (
                <td key={series.label}>
                  <Mono>{formatValue(valueAt(series, tick), data.unit)}</Mono>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
