import { createActor } from 'xstate';
import type { Action, Outcome } from '../domain/action.ts';
import { TERM_KEYS, type Terms } from '../domain/difficulty.ts';
import type { Guidance } from '../domain/guidance.ts';
import type { BoardDraft } from './board.ts';
import { EMPTY_DRAFT, readDraft } from './board.ts';
import type { Engine } from './engine.ts';
import type { FlowState } from './flow.ts';
import { flowMachine } from './flow.ts';
import { keepingAnalyst } from './keepsake.ts';
import type { Ports } from './ports.ts';
import type { Route } from './route.ts';
import { addressOf, parseAddress } from './route.ts';
import type { Saves } from './saves.ts';
import { createSaves } from './saves.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';
import { DEFAULTS, readSettings } from './settings.ts';
import { shellWords } from './words/shell.ts';

export interface AppState {
  readonly flow: FlowState;
  readonly route: Route;
  readonly notice: string | null;
  readonly session: Session | null; // null while a drill is being opened, and off the play screens
  readonly draft: BoardDraft;
  readonly settings: Settings;
  readonly kept: boolean; // false: what is written now is gone with the tab
}

export interface App {
  readonly ports: Ports;
  readonly saves: Saves;
  state(): AppState;
  subscribe(listener: () => void): () => void;
  engine(): Promise<Engine>;
  go(route: Route): void;
  replace(route: Route): void;
  startShift(scenario: string, mode?: Guidance): void; // without a mode: as the settings say
  dispatch(action: Action): Outcome;
  setDraft(draft: BoardDraft): void;
  setSettings(settings: Settings): void;
  say(notice: string): void;
  dismiss(): void;
  stop(): void;
}

const termsIn = ({ information, complications, strictness }: Settings): Terms => ({ information, complications, strictness });

const SAVE_EVERY_MS = 5000; // of play without an action

/** Wires one page: address, flow, session, storage. Everything a screen does goes through here. */
export function createApp(given: Ports, loadEngine: () => Promise<Engine>): App {
  const saves = createSaves(given.storage);
  const ports: Ports = { ...given, analyst: keepingAnalyst(given.analyst, saves) };
  const flow = createActor(flowMachine);
  const listeners = new Set<() => void>();
  let session: Session | null = null;
  let draft: BoardDraft = EMPTY_DRAFT;
  let settings: Settings = DEFAULTS;
  let kept = given.storage.lasting;
  let engine: Promise<Engine> | null = null;
  let stopSession: () => void = () => undefined;
  let opening = 0; // only the latest drill asked for may arrive
  let shown: AppState | null = null;

  const tell = (): void => {
    shown = null;
    for (const listener of [...listeners]) listener();
  };
  const note = (ok: boolean): void => {
    if (ok === kept) return;
    kept = ok;
    tell();
  };
  const getEngine = (): Promise<Engine> => {
    engine ??= loadEngine();
    engine.catch(() => {
      engine = null;
    });
    return engine;
  };
  const leave = (): void => {
    stopSession();
    stopSession = () => undefined;
    session = null;
    draft = EMPTY_DRAFT;
  };

  /** Stops the clock and says why, until the player lets it go on. */
  function hold(held: Session, why: string): void {
    held.setPaused(true);
    const { mode, untimed } = held.state();
    if (untimed || mode === 'over') return;
    flow.send({ type: 'NOTICE', notice: why });
    const stop = held.subscribe(() => {
      if (held.state().paused) return;
      stop();
      if (flow.getSnapshot().context.notice === why) flow.send({ type: 'DISMISS' });
    });
  }

  async function finish(done: Session): Promise<void> {
    const payload = (await getEngine()).finish(done);
    if (session !== done) return;
    const { id, title } = done.brief;
    await saves.drop();
    note(await saves.keepRun({ scenario: id, seed: done.run.record().seed, title, day: ports.today(), payload }));
    if (session !== done) return;
    leave();
    flow.send({ type: 'OVER', payload });
    ports.address.write(addressOf(flow.getSnapshot().context.route), 'replace');
  }

  /** The address says how the shift is accompanied now: one that was taken over from the expert is not opened to be watched again. */
  function accompany(guidance: Guidance): void {
    const { route } = flow.getSnapshot().context;
    if (route.screen !== 'play' || (route.mode ?? 'solo') === guidance) return;
    const { scenario, seed, untimed } = route;
    const now: Route = { screen: 'play', scenario, seed, untimed, ...(guidance === 'solo' ? {} : { mode: guidance }) };
    ports.address.write(addressOf(now), 'replace');
    flow.send({ type: 'READDRESSED', route: now });
  }

  function run(started: Session, room: Engine): void {
    session = started;
    let acknowledged = false;
    let over = false;
    let logged = -1;
    let savedMs = 0;
    const save = (): void => {
      savedMs = ports.ticker.nowMs();
      void saves.save(room.snapshot(started)).then(note);
    };
    const check = (): void => {
      const { observation, mode, log, guidance } = started.state();
      accompany(guidance);
      if (!acknowledged && observation.acknowledgedTick !== null) {
        acknowledged = true;
        flow.send({ type: 'ACKNOWLEDGED' });
      }
      if (log.length !== logged || (mode === 'live' && ports.ticker.nowMs() - savedMs > SAVE_EVERY_MS)) {
        logged = log.length;
        if (mode === 'live') save();
      }
      if (mode === 'over' && !over) {
        over = true;
        void finish(started).catch(() => flow.send({ type: 'NOTICE', notice: shellWords.debriefNotOpened }));
      }
    };
    const stops = [
      started.subscribe(check),
      ports.ticker.start((ms) => started.frame(ms)),
      ports.ticker.onHidden(() => {
        if (started.state().mode === 'live' && !started.state().untimed && !started.state().paused) {
          hold(started, shellWords.heldHidden);
        }
        if (started.state().mode === 'live') save();
      }),
    ];
    stopSession = () => stops.forEach((stop) => stop());
    check();
  }

  /** A new shift is accompanied as the settings ask; each is an entry of its log. Its terms are in its record from the start. */
  function setUp(started: Session, mode: Guidance): void {
    started.setGuidance(mode);
    if (settings.relaxed) started.setClock('relaxed');
    if (!settings.hints) started.setHints(false);
  }

  async function open(route: Route): Promise<void> {
    const mine = ++opening;
    leave();
    tell();
    if (route.screen !== 'play') return;
    ports.analyst.warmUp(route.scenario);
    try {
      const room = await getEngine();
      const save = await saves.unfinished();
      const started = await room.start(route.scenario, route.seed, route.untimed, save, termsIn(settings));
      const found = readDraft(await saves.draft(route.scenario, route.seed));
      if (mine !== opening) return;
      if (!started.ok) {
        arrive({ screen: 'home' }, started.reason, 'replace');
        return;
      }
      draft = started.resumed ? found : { ...EMPTY_DRAFT, notes: found.notes };
      if (!started.resumed) setUp(started.session, route.mode ?? 'solo');
      run(started.session, room);
      if (started.resumed) hold(started.session, shellWords.heldResumed);
      tell();
    } catch {
      if (mine === opening) arrive({ screen: 'home' }, shellWords.simulatorNotLoaded, 'replace');
    }
  }

  function arrive(route: Route, notice: string | null, how: 'push' | 'replace' | 'none'): void {
    if (how !== 'none') ports.address.write(addressOf(route), how);
    flow.send({ type: 'GO', route, notice });
    void open(route);
  }

  const read = (): void => {
    const { route, notice } = parseAddress(ports.address.read());
    const here = flow.getSnapshot().context.route;
    if (notice === null && addressOf(here) === addressOf(route)) return; // an address that this page wrote itself
    arrive(route, notice, notice === null ? 'none' : 'replace');
  };

  flow.subscribe(tell);
  flow.start();
  void ports.storage.read('settings').then((found) => {
    settings = readSettings(found);
    tell();
  });
  read();
  const stopListening = ports.address.listen(read);

  return {
    ports,
    saves,
    state: () => {
      const { context, value } = flow.getSnapshot();
      shown ??= { flow: value as FlowState, route: context.route, notice: context.notice, session, draft, settings, kept };
      return shown;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    engine: getEngine,
    go: (route) => arrive(route, null, 'push'),
    replace: (route) => {
      ports.address.write(addressOf(route), 'replace');
      flow.send({ type: 'GO', route });
    },
    startShift: (scenario, mode = settings.guidance ?? 'solo') => {
      const way = mode === 'solo' ? {} : { mode };
      arrive({ screen: 'play', scenario, seed: ports.newSeed(), untimed: settings.untimed, ...way }, null, 'push');
    },
    dispatch: (action) => session?.dispatch(action) ?? { accepted: false, reason: shellWords.noDrillOpen },
    setDraft: (next) => {
      draft = next;
      tell();
      const { route } = flow.getSnapshot().context;
      if (route.screen === 'play') void saves.keepDraft(route.scenario, route.seed, next).then(note);
    },
    setSettings: (next) => {
      const before = settings;
      const { guidance, relaxed, hints } = before;
      settings = next;
      if (session?.state().mode === 'live') {
        if (next.guidance !== guidance && next.guidance !== null) session.setGuidance(next.guidance);
        if (next.relaxed !== relaxed) session.setClock(next.relaxed ? 'relaxed' : 'real');
        if (next.hints !== hints) session.setHints(next.hints);
        for (const key of TERM_KEYS) if (next[key] !== before[key]) session.setTerm(key, next[key]);
      }
      tell();
      void ports.storage.write('settings', next).then(note);
    },
    say: (notice) => flow.send({ type: 'NOTICE', notice }),
    dismiss: () => flow.send({ type: 'DISMISS' }),
    stop: () => {
      stopSession();
      stopListening();
      flow.stop();
    },
  };
}
