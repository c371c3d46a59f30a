import { markSentence } from '../../game/map-mark-words.ts';
import type { MapMark } from '../../game/map-marks.ts';
import { scaleWords } from '../../game/map-scale.ts';
import type { MapView } from '../../game/map-view.ts';
import { captionWords, figureWords, healthWords, stationWords } from '../../game/map-words.ts';
import type { SceneHandle } from '../../game/ports.ts';
import { mapPanelWords } from '../../game/words/map-panel.ts';
import { rove } from '../common/roving.ts';
import { StatusMark } from '../common/status-mark.tsx';
import { usePlay } from './play-ui.ts';

interface Props {
  readonly view: MapView;
  readonly handle: SceneHandle | null; // null: shown as a plain list
}

/** Where a mark is: at a station, or on the line between two. */
function placeOf(mark: MapMark, { stations, lines }: MapView): string {
  const name = (id: string | undefined): string => stations.find((station) => station.id === id)?.name ?? id ?? '';
  if (!('line' in mark)) return name(mark.station);
  const line = lines.find(({ id }) => id === mark.line);
  return mapPanelWords.between(name(line?.from), name(line?.to));
}

/** Every station as a button: over its place on the drawn map, or in a list that says the same. */
export function MapMirror({ view, handle }: Props) {
  const { ui } = usePlay();
  const picked = ui.station.value;
  const first = picked ?? view.stations[0]?.id;
  const marks = view.marks ?? [];
  return (
    <>
      <ul
        class={handle === null ? 'map-list scroll' : 'map-mirror'}
        aria-label={mapPanelWords.stations}
        onKeyDown={(event) => rove(event, 'button')}
      >
        {view.stations.map((station) => {
          const place = handle?.placeOf?.(station.id) ?? null;
          const figure = station.figures[0];
          return (
            <li key={station.id} data-station={station.id} data-status={station.status}>
              <button
                type="button"
                {...(handle === null ? {} : { 'aria-label': stationWords(station, view) })}
                aria-expanded={picked === station.id}
                tabIndex={station.id === first ? 0 : -1}
                {...(place === null ? {} : { style: { left: `${place[0]}px`, top: `${place[1]}px` } })}
                class={handle !== null && place === null ? 'off-map' : ''}
                onClick={() => (ui.station.value = picked === station.id ? null : station.id)}
              >
                {handle !== null && place === null && station.name}
                {handle === null && (
                  <>
                    <StatusMark state={station.status} label="" />
                    <span class="map-row">
                      <b>{station.name}</b>
                      <span class="small soft">
                        {[healthWords(station), captionWords(station)].filter((words) => words !== '').join('; ')}
                      </span>
                      {figure !== undefined && <span>{figureWords(figure)}</span>}
                    </span>
                    <span class="for-readers">{stationWords(station, view)}</span>
                  </>
                )}
              </button>
            </li>
          );
        })}
        {handle === null && marks.length > 0 && (
          <li class="map-marks small">
            <b>{mapPanelWords.onLines}</b>
            <MarkList view={view} marks={marks} />
          </li>
        )}
      </ul>
      {handle !== null && (
        <div class="for-readers">
          <p>{mapPanelWords.dot(scaleWords(view.dot ?? null))}</p>
          <MarkList view={view} marks={marks} />
        </div>
      )}
    </>
  );
}

const MarkList = ({ view, marks }: { readonly view: MapView; readonly marks: readonly MapMark[] }) => (
  <ul aria-label={mapPanelWords.marks}>
    {marks.map((mark) => (
      <li key={`${mark.kind} ${'line' in mark ? mark.line : mark.station}`} data-mark={mark.kind}>
        {markSentence(mark, placeOf(mark, view))}
      </li>
    ))}
  </ul>
);
