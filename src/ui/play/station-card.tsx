import { formatValue } from '../../domain/metric.ts';
import { statusWords } from '../../game/map-words.ts';
import type { SceneHandle } from '../../game/ports.ts';
import { Button } from '../common/button.tsx';
import { Mono } from '../common/mono.tsx';
import { StatusMark } from '../common/status-mark.tsx';
import { usePlay } from './play-ui.ts';

/** What is known of the station that was picked on the map. */
export function StationCard({ handle }: { readonly handle: SceneHandle | null }) {
  const { state, session, ui, minute } = usePlay();
  const id = ui.station.value;
  const station = state.observation.stations.find((each) => each.id === id);
  if (station === undefined) return null;
  const place = handle?.placeOf?.(station.id) ?? null;
  const says = session.brief.system.stations.find((each) => each.id === station.id)?.says ?? '';
  const below = place !== null && place[1] < 260;
  return (
    <aside
      class={`station-card ${place === null ? 'docked' : ''}`}
      aria-label={station.name}
      style={
        place === null
          ? {}
          : {
              left: `clamp(8px, ${place[0] - 130}px, calc(100% - 276px))`,
              ...(below ? { top: `${place[1] + 26}px` } : { bottom: `calc(100% - ${place[1] - 26}px)` }),
            }
      }
    >
      <header>
        <StatusMark state={station.status} label="" />
        <b>{station.name}</b>
        <Button kind="quiet" icon="close" small label={`Close ${station.name}`} onPress={() => (ui.station.value = null)} />
      </header>
      <p class="small soft">{says}</p>
      <p class="small">
        {statusWords(station.status)}
        {station.caption === '' ? '' : `; ${station.caption}`}
        {station.seenTick === null ? '. Open evidence to see it.' : `, seen ${minute(station.seenTick)}`}
      </p>
      {station.figures.length > 0 && (
        <ul class="readings">
          {station.figures.map((reading) => (
            <li key={reading.key}>
              {reading.label} <Mono bold>{formatValue(reading.value, reading.unit)}</Mono>
              {reading.normal !== undefined && <span class="small soft"> normal {formatValue(reading.normal, reading.unit)}</span>}
            </li>
          ))}
        </ul>
      )}
      {station.charts.length > 0 && (
        <ul class="readings">
          {station.charts.map((chart) => (
            <li key={chart.chart} class="small">
              <span class="soft">{chart.chart}:</span> {chart.state.replaceAll(/[.-]/g, ' ')}
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}
