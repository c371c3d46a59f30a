import { formatValue } from '../../domain/metric.ts';
import type { Observation, StationView } from '../../domain/observation.ts';
import { clockText } from '../../game/debrief-clock.ts';
import type { Clock } from '../../game/debrief-facts.ts';
import { StatusMark } from '../common/status-mark.tsx';

const WORDS: Readonly<Record<StationView['status'], string>> = {
  unknown: 'not looked at',
  healthy: 'normal',
  warn: 'out of normal',
  crit: 'hurting users',
};

function figureOf(station: StationView): string {
  const first = station.figures[0];
  if (first === undefined) return station.caption;
  return `${first.label} ${formatValue(first.value, first.unit)}${first.normal === undefined ? '' : ` (normal ${formatValue(first.normal, first.unit)})`}`;
}

/** What the map said at this tick, as a list: every station with its state and its first figure. */
export function StationList({ seen, clock }: { readonly seen: Observation; readonly clock: Clock }) {
  return (
    <section class="stations" aria-labelledby="stations-title" tabIndex={0}>
      <h2 id="stations-title">What monitoring had shown</h2>
      <ul>
        {seen.stations.map((station) => (
          <li key={station.id} class={station.status}>
            <StatusMark state={station.status} label="" />
            <span class="station-name">{station.name}</span>
            <span class="small soft">
              {WORDS[station.status]}
              {station.seenTick !== null && station.seenTick < seen.tick ? `, seen ${clockText(clock, station.seenTick)}` : ''}
            </span>
            <span class="small station-figure">{figureOf(station)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
