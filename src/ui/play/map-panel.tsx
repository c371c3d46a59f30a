import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ChangePreview } from '../../domain/observation.ts';
import { coinEurOf } from '../../game/map-coins.ts';
import { mapLayout } from '../../game/map-layout.ts';
import { refusedShare } from '../../game/map-refused.ts';
import { mapView } from '../../game/map-view.ts';
import { mapSummary } from '../../game/map-words.ts';
import type { SceneHandle, SceneLoader, SceneOptions } from '../../game/ports.ts';
import { mapPanelWords } from '../../game/words/map-panel.ts';
import { Button } from '../common/button.tsx';
import { firstForm } from './action-card.tsx';
import { MapMirror } from './map-mirror.tsx';
import { usePlay } from './play-ui.ts';

const LEAST_TEXT = 0.8; // of the size that the reader has set: words that are smaller are read in the list

interface Props {
  readonly scene: SceneLoader;
  readonly options: SceneOptions;
}

/** The living map, and over it the same stations as a list of buttons. */
export function MapPanel({ scene, options }: Props) {
  const { session, state, ui } = usePlay();
  const host = useRef<HTMLDivElement>(null);
  const [handle, setHandle] = useState<SceneHandle | null>(null);
  const [failed, setFailed] = useState(false);
  const [lost, setLost] = useState(false);
  const [chosen, setChosen] = useState<boolean | null>(null); // as a list; null: as the words fit
  const [crowded, setCrowded] = useState(false);
  const [, resized] = useState(0);
  const layout = useMemo(() => mapLayout(session.brief.system), [session]);
  const open = ui.dialog.value;
  const preview: ChangePreview | null =
    open?.kind === 'preview'
      ? (open.choice.forms[ui.form.value] ?? open.choice.forms[0] ?? null)
      : open === null && ui.looked.value !== null
        ? (firstForm(ui.looked.value.choice) ?? null)
        : null;
  const view = mapView(
    state.observation,
    layout,
    preview,
    refusedShare(state.log, state.menu),
    session.run.rooms(),
    coinEurOf(session.brief),
  );

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    let gone = false;
    let made: SceneHandle | null = null;
    const observer = new ResizeObserver(() => {
      made?.resize();
      resized((count) => count + 1);
    });
    scene
      .mountScene(element, {
        ...options,
        onTrouble: (what) => {
          if (gone) return;
          if (what === 'lost') session.setPaused(true); // nothing happens that cannot be seen
          setLost(what === 'lost');
          if (what === 'given up') setFailed(true);
        },
      })
      .then((mounted) => {
        if (gone) {
          mounted.destroy();
          return;
        }
        made = mounted;
        observer.observe(element);
        setHandle(mounted);
      })
      .catch(() => {
        if (!gone) setFailed(true);
      });
    return () => {
      gone = true;
      observer.disconnect();
      made?.destroy();
      setHandle(null);
    };
  }, [options.reducedMotion, options.renderer, options.theme]);

  useEffect(() => {
    handle?.update(view, { tick: state.observation.tick, paused: state.ticksPerSecond === 0, speed: state.ticksPerSecond });
    setCrowded((handle?.textShare?.() ?? 1) < LEAST_TEXT);
  });

  const list = (chosen ?? crowded) || failed || lost || (handle !== null && handle.placeOf === undefined);
  return (
    <section class={`map-panel ${list ? 'as-list' : ''}`} data-region aria-label={mapPanelWords.title} tabIndex={-1}>
      <div class="map-host" ref={host} aria-hidden="true" data-renderer={handle?.rendererName} />
      <p class="for-readers">{mapSummary(view)}</p>
      <p class="map-trouble small" role="status">
        {failed && handle !== null ? mapPanelWords.givenUp : lost ? mapPanelWords.lost : ''}
      </p>
      <p class="for-readers" role="status">
        {crowded && chosen === null ? mapPanelWords.crowded : ''}
      </p>
      <Button
        kind="quiet"
        small
        class="map-toggle"
        pressed={list}
        refusal={failed ? mapPanelWords.cannotDraw : null}
        onPress={() => setChosen(!list)}
      >
        {list ? mapPanelWords.asMap : mapPanelWords.asList}
      </Button>
      <MapMirror view={view} handle={list ? null : handle} />
    </section>
  );
}
