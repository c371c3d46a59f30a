import type { MapView } from '../../game/map-view.ts';
import { statusWords, stationWords } from '../../game/map-words.ts';
import type { SceneHandle } from '../../game/ports.ts';
import { formatValue } from '../../domain/metric.ts';
import { rove } from '../common/roving.ts';
import { StatusMark } from '../common/status-mark.tsx';
import { usePlay } from './play-ui.ts';

interface Props {
  readonly view: MapView;
  readonly handle: SceneHandle | null; // null: shown as a plain list
}

/** Every station as a button: over its place on the drawn map, or in a list that says the same. */
export function MapMirror({ view, handle }: Props) {
  const { state, ui } = usePlay();
  const picked = ui.station.value;
  const first = picked ?? view.stations[0]?.id;
  return (
    <ul class={handle === null ? 'map-list scroll' : 'map-mirror'} aria-label="Stations" onKeyDown={(event) => rove(event, 'button')}>
      {view.stations.map((station) => {
        const place = handle?.placeOf?.(station.id) ?? null;
        const figure = station.figures[0];
        return (
          <li key={station.id} data-station={station.id} data-status={station.status}>
            <button
              type="button"
              {...(handle === null ? {} : { 'aria-label': stationWords(station, state.observation) })}
              aria-expanded={picked === station.id}
              tabIndex={station.id === first ? 0 : -1}
              {...(handle === null ? {} : place === null ? { hidden: true } : { style: { left: `${place[0]}px`, top: `${place[1]}px` } })}
              onClick={() => (ui.station.value = picked === station.id ? null : station.id)}
            >
              {handle === null && (
                <>
                  <StatusMark state={station.status} label="" />
                  <b>{station.name}</b>
                  <span class="small soft">{station.caption === '' ? statusWords(station.status) : station.caption}</span>
                  <span>{figure === undefined ? '' : `${figure.label} ${formatValue(figure.value, figure.unit)}`}</span>
                  <span class="for-readers">{stationWords(station, state.observation)}</span>
                </>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
