import { formatValue } from '../../domain/metric.ts';
import { clockText } from '../../game/debrief-clock.ts';
import type { SeenThen } from '../../game/debrief-asks.ts';
import { mapView } from '../../game/map-view.ts';
import { captionWords, healthWords } from '../../game/map-words.ts';
import { sightOf, type KnownStation } from '../../game/sight.ts';
import { StatusMark } from '../common/status-mark.tsx';
import { replayWords } from '../../game/words/replay.ts';
import type { OpenedRun } from './replay-control.ts';

const words = replayWords.stations;

const PLAIN: ReadonlySet<string> = new Set(['unseen', 'known']);

const stateOf = (station: KnownStation): string => (PLAIN.has(sightOf(station)) ? words.status[station.status] : healthWords(station));

function figureOf(station: KnownStation): string {
  const first = station.figures[0];
  if (first === undefined) return captionWords(station);
  const value = formatValue(first.value, first.unit);
  return first.normal === undefined
    ? words.figure(first.label, value)
    : words.figureNormal(first.label, value, formatValue(first.normal, first.unit));
}

/** What the map said at this tick, as a list: every station with its state and its first figure. */
export function StationList({ then, opened }: { readonly then: SeenThen; readonly opened: OpenedRun }) {
  const { run, layout, rooms, coinEur } = opened;
  const { observation: seen, refused } = then;
  return (
    <section class="stations" aria-labelledby="stations-title" tabIndex={0}>
      <h2 id="stations-title">{words.title}</h2>
      <ul>
        {mapView(seen, layout, null, refused, rooms, coinEur).stations.map((station) => (
          <li key={station.id} class={station.status}>
            <StatusMark state={station.status} label="" />
            <span class="station-name">{station.name}</span>
            <span class="small soft">
              {station.seenTick !== null && station.seenTick < seen.tick
                ? words.seenAt(stateOf(station), clockText(run.clock, station.seenTick))
                : stateOf(station)}
            </span>
            <span class="small station-figure">{figureOf(station)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
