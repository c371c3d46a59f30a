import { formatValue } from '../../domain/metric.ts';
import type { Observation, StationView } from '../../domain/observation.ts';
import { clockText } from '../../game/debrief-clock.ts';
import type { Clock } from '../../game/debrief-facts.ts';
import { StatusMark } from '../common/status-mark.tsx';
import { replayWords } from '../../game/words/replay.ts';

const words = replayWords.stations;

function figureOf(station: StationView): string {
  const first = station.figures[0];
  if (first === undefined) return station.caption;
  const value = formatValue(first.value, first.unit);
  return first.normal === undefined
    ? words.figure(first.label, value)
    : words.figureNormal(first.label, value, formatValue(first.normal, first.unit));
}

/** What the map said at this tick, as a list: every station with its state and its first figure. */
export function StationList({ seen, clock }: { readonly seen: Observation; readonly clock: Clock }) {
  return (
    <section class="stations" aria-labelledby="stations-title" tabIndex={0}>
      <h2 id="stations-title">{words.title}</h2>
      <ul>
        {seen.stations.map((station) => (
          <li key={station.id} class={station.status}>
            <StatusMark state={station.status} label="" />
            <span class="station-name">{station.name}</span>
            <span class="small soft">
              {station.seenTick !== null && station.seenTick < seen.tick
                ? words.seenAt(words.status[station.status], clockText(clock, station.seenTick))
                : words.status[station.status]}
            </span>
            <span class="small station-figure">{figureOf(station)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
