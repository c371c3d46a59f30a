import '../common/marks.css';
import './play.css';
import './map.css';
import './evidence.css';
import './board.css';
import './actions.css';
import './dialogs.css';
import './rail.css';
import './phone.css';
import './large-words.css';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { App } from '../../game/app.ts';
import { boardView } from '../../game/board.ts';
import { clockText } from '../../game/debrief-clock.ts';
import type { EvidenceTab } from '../../game/evidence-tabs.ts';
import { shownTabs } from '../../game/evidence-tabs.ts';
import type { SceneLoader, SceneOptions } from '../../game/ports.ts';
import type { Session } from '../../game/session.ts';
import { useCommands } from '../shell/command-center.ts';
import { useShortcuts } from '../shell/shortcuts.ts';
import { useStore } from '../shell/use-store.ts';
import { Announcer } from './announcer.tsx';
import { Briefing } from './briefing.tsx';
import { focusSoon, offeredInPlay } from './play-deeds.ts';
import { PlayDialogs } from './play-dialogs.tsx';
import { DesktopPlay, PhonePlay } from './play-layouts.tsx';
import { SoundAndCaptions } from './sound-captions.tsx';
import { PlayContext, actOn, clockOf, createPlayUi } from './play-ui.ts';
import type { Play } from './play-ui.ts';
import { useFit, useWidth } from './use-width.ts';

export interface PlayProps {
  readonly app: App;
  readonly session: Session;
  readonly scene: SceneLoader;
  readonly sceneOptions: SceneOptions;
  readonly onOpen: (sheet: 'settings' | 'help') => void;
}

const NEEDS_ROOM: ReadonlySet<EvidenceTab> = new Set(['data', 'segments', 'model', 'experiment']); // walls, graphs and tables

/** One drill, from the page to its end. */
export function PlayScreen({ app, session, scene, sceneOptions, onOpen }: PlayProps) {
  useStore(session);
  const ui = useMemo(createPlayUi, [session]);
  const state = session.state();
  const clock = clockOf(session);
  const { draft, settings } = app.state();
  const width = useWidth(settings.textSize);
  const play: Play = {
    app,
    session,
    state,
    ui,
    board: boardView(session.brief, draft, state.log, state.observation.evidence),
    reducedMotion: sceneOptions.reducedMotion,
    clock,
    minute: (tick) => clockText(session.brief, tick),
    act: (action) => actOn(app, ui, action),
  };
  const fit = useFit(width, settings.textSize);
  const waiting = state.observation.acknowledgedTick === null;
  const broad = shownTabs(state.observation, state.menu).some(({ id }) => NEEDS_ROOM.has(id));
  usePlayShortcuts(play, settings.shortcuts);
  useFocusAfterPage(waiting, width === 'phone' && fit !== 'roomy' ? '.phone-tabs button:nth-child(2)' : '#evidence-tab-metrics');
  useHold(play);
  return (
    <PlayContext.Provider value={play}>
      <main aria-label={session.brief.title}>
        <div class={`play ${width} ${broad ? 'broad' : ''} ${fit}`} inert={waiting}>
          {width === 'phone' ? (
            <PhonePlay scene={scene} options={sceneOptions} onOpen={onOpen} scrolling={fit === 'scrolling'} />
          ) : (
            <DesktopPlay width={width} scene={scene} options={sceneOptions} onOpen={onOpen} />
          )}
          <SoundAndCaptions loader={scene} />
        </div>
        {waiting && state.mode !== 'over' && <Briefing />}
      </main>
      <PlayDialogs />
      <Announcer />
    </PlayContext.Provider>
  );
}

/** The clock waits while anything is open over the screen. */
function useHold(play: Play): void {
  const open = play.ui.dialog.value !== null;
  useEffect(() => (open ? play.session.hold() : undefined), [open, play.session]);
}

/**
 * Where the pager was taken, the first thing to do is to look.
 * @param look leads to what can be opened
 */
function useFocusAfterPage(waiting: boolean, look: string): void {
  const before = useRef(waiting);
  useEffect(() => {
    if (!waiting && document.activeElement === document.body) focusSoon('.time-controls .button'); // a shift that is gone on with stands
  }, []);
  useEffect(() => {
    if (before.current && !waiting) focusSoon(look);
    before.current = waiting;
  }, [waiting]);
}

/** The drill's commands, and Esc, which closes what is open beside them. */
function usePlayShortcuts(play: Play, on: boolean): void {
  const { ui } = play;
  useCommands(() => offeredInPlay(play));
  const escape = (): void => {
    if (ui.station.value !== null) ui.station.value = null;
    else if (ui.drawer.value) ui.drawer.value = false;
    else ui.refused.value = null;
  };
  useShortcuts({ escape }, on);
}
