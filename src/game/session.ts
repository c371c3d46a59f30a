import type { Action } from '../domain/action.ts';
import type { TermKey, Terms } from '../domain/difficulty.ts';
import type { ClockPace, Guidance } from '../domain/guidance.ts';
import { isLook } from '../domain/action.ts';
import type { LogEntry, Outcome } from '../domain/action.ts';
import type { Menu, Observation } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';
import type { Brief } from '../scenario/brief.ts';
import { termsAtEnd } from '../run/record.ts';
import type { Run } from '../run/run.ts';
import { paced, pacedMenu } from './paced.ts';
import { guidanceOf, hasHints, isRelaxed } from './guide/guidance.ts';

export const SPEEDS = [1, 4, 16] as const;
export type Speed = (typeof SPEEDS)[number];

/** briefing: the world runs up to the page, quickly · live: the player's · over: resolved, or out of ticks */
export type Mode = 'briefing' | 'live' | 'over';

export interface SessionState {
  readonly observation: Observation; // as people read it
  readonly measured: Observation; // as the run gives it, for programs
  readonly menu: Menu;
  readonly log: readonly LogEntry[]; // accepted ones only
  readonly mode: Mode;
  readonly paused: boolean; // by the player
  readonly held: boolean; // the clock waits: a preview is open
  readonly speed: Speed;
  readonly untimed: boolean;
  readonly guidance: Guidance;
  readonly relaxed: boolean; // time passes at half the pace
  readonly hints: boolean; // can be had
  readonly terms: Terms; // in force now
  readonly jumpingTo: Tick | null; // a look, or a wait, under way
  readonly ticksPerSecond: number; // of the player's time, now
}

export interface Session {
  readonly brief: Brief;
  readonly run: Run;
  state(): SessionState;
  subscribe(listener: () => void): () => void;
  frame(elapsedMs: number): void; // one shown frame
  dispatch(action: Action): Outcome;
  setPaused(paused: boolean): void;
  setSpeed(speed: Speed): void;
  setUntimed(untimed: boolean): void;
  setGuidance(guidance: Guidance): void;
  setClock(clock: ClockPace): void;
  setHints(on: boolean): void;
  setTerm<K extends TermKey>(key: K, value: Terms[K]): void;
  wait(seconds: number): void; // of simulated time, in at most 1.5 s of the player's
  waitUntil(tick: Tick): void;
  hold(): () => void; // stops the clock until what it returns is called
}

const JUMP_MS = 1500; // most that a look may take of the player's time
const FRAME_MS = 250; // most that one frame may count: a hidden tab is not caught up with
const SHOW_MS = 100; // least between two observations while time runs
const RELAXED = 0.5; // of the pace
const BRIEFING_S = 6; // of the player's time, for a page that comes in the middle of the episode

/**
 * Ticks a second at 1×, a whole number or one over one: an episode's looks and waits take about two thirds of its ticks, play at 1× the
 * rest.
 */
export function paceOf(brief: Pick<Brief, 'ticks' | 'minutes'>): number {
  const pace = brief.ticks / (brief.minutes * 60 * 3);
  return pace >= 1 ? Math.round(pace) : 1 / Math.round(1 / pace);
}

/**
 * One session of play on a run: turns the player's time into ticks. The run knows nothing of it, so that the same log gives
 * the same run at any speed, paused or not.
 * @param run at the tick to go on from
 * @param options refused: which entries of the run's log were not accepted
 */
export function createSession(run: Run, options: { readonly untimed: boolean; readonly refused: readonly number[] }): Session {
  const { brief } = run.scenario;
  const pace = paceOf(brief);
  const startSettings = run.record().settings;
  const listeners = new Set<() => void>();
  let paused = false;
  let speed: Speed = 1;
  let untimed = options.untimed;
  let relaxed = isRelaxed(run.record().log);
  let holds = 0;
  const refused = new Set(options.refused);
  const send = (action: Action): Outcome => {
    const outcome = run.dispatch(action);
    if (!outcome.accepted) refused.add(run.record().log.length - 1);
    return outcome;
  };
  let owed = 0; // ticks not yet whole
  let unshownMs = 0;
  let shownTick: Tick = run.tick;
  let jump: { readonly from: Tick; readonly to: Tick; ms: number } | null = null;
  let observation = run.observe();
  let shown: SessionState | null = null;

  const mode = (): Mode => (observation.over ? 'over' : observation.page === null ? 'briefing' : 'live');
  const rate = (): number => {
    const now = mode();
    if (jump !== null) return ((jump.to - jump.from) * 1000) / JUMP_MS;
    if (now === 'over' || paused || holds > 0) return 0;
    if (now === 'briefing') return brief.ticks / 2 / BRIEFING_S;
    return untimed ? 0 : pace * speed * (relaxed ? RELAXED : 1);
  };
  const tell = (): void => {
    observation = run.observe();
    shown = null;
    shownTick = run.tick;
    unshownMs = 0;
    for (const listener of [...listeners]) listener();
  };
  const jumpTo = (tick: Tick): void => {
    const to = Math.min(brief.ticks, tick);
    if (to <= run.tick) return;
    jump = { from: run.tick, to: Math.max(to, jump?.to ?? 0), ms: 0 };
  };

  if (observation.busyUntil > run.tick && !observation.over) jumpTo(observation.busyUntil); // a look was under way when the run was saved

  const stepBriefing = (ticks: number): void => {
    for (let i = 0; i < ticks && mode() === 'briefing'; i++) {
      run.advance(run.tick + 1);
      if (run.pageTick !== null || run.over) observation = run.observe();
    }
  };

  return {
    brief,
    run,
    state: () => {
      if (shown !== null) return shown;
      const log = run.record().log.filter((_, i) => !refused.has(i));
      shown = {
        observation: paced(observation, brief.tickSeconds),
        measured: observation,
        menu: pacedMenu(run.wholeMenu(), brief.tickSeconds),
        log,
        mode: mode(),
        paused,
        held: holds > 0,
        speed,
        untimed,
        guidance: guidanceOf(log),
        relaxed,
        hints: hasHints(log),
        terms: termsAtEnd({ settings: startSettings, log }),
        jumpingTo: jump?.to ?? null,
        ticksPerSecond: rate(),
      };
      return shown;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    frame: (elapsedMs) => {
      const ms = Math.min(FRAME_MS, Math.max(0, elapsedMs));
      let landed = false; // a look has returned
      if (jump !== null) {
        jump.ms += ms;
        const share = Math.min(1, jump.ms / JUMP_MS);
        run.advance(Math.max(run.tick, Math.floor(jump.from + (jump.to - jump.from) * share)));
        landed = share >= 1 || run.over;
        if (landed) jump = null;
      } else {
        owed += (rate() * ms) / 1000;
        const whole = Math.floor(owed);
        owed -= whole;
        if (whole > 0 && mode() === 'briefing') stepBriefing(whole);
        else if (whole > 0) run.advance(Math.min(brief.ticks, run.tick + whole));
      }
      unshownMs += ms;
      if (landed || (run.tick !== shownTick && (unshownMs >= SHOW_MS || run.over))) tell();
    },
    dispatch: (action) => {
      const outcome = send(action);
      // where no time passes by itself, who asks for an answer waits for it
      if (outcome.accepted && (isLook(action) || (untimed && action.type === 'verify'))) jumpTo(outcome.effectTick);
      tell();
      return outcome;
    },
    setPaused: (wanted) => {
      if (paused === wanted) return;
      paused = wanted;
      tell();
    },
    setSpeed: (wanted) => {
      if (speed === wanted) return;
      speed = wanted;
      send({ type: 'setting', key: 'speed', value: wanted });
      tell();
    },
    setUntimed: (wanted) => {
      if (untimed === wanted) return;
      untimed = wanted;
      send({ type: 'setting', key: 'untimed', value: wanted });
      tell();
    },
    setGuidance: (wanted) => {
      if (guidanceOf(run.record().log) === wanted) return;
      send({ type: 'setting', key: 'guidance', value: wanted });
      tell();
    },
    setClock: (wanted) => {
      if (relaxed === (wanted === 'relaxed')) return;
      relaxed = wanted === 'relaxed';
      send({ type: 'setting', key: 'clock', value: wanted });
      tell();
    },
    setHints: (wanted) => {
      if (hasHints(run.record().log) === wanted) return;
      send({ type: 'setting', key: 'hints', value: wanted });
      tell();
    },
    setTerm: (key, value) => {
      if (termsAtEnd(run.record())[key] === value) return;
      send({ type: 'setting', key, value });
      tell();
    },
    wait: (seconds) => {
      jumpTo(run.tick + Math.max(1, Math.round(seconds / brief.tickSeconds)));
      tell();
    },
    waitUntil: (tick) => {
      jumpTo(tick);
      tell();
    },
    hold: () => {
      holds += 1;
      tell();
      let released = false;
      return () => {
        if (released) return;
        released = true;
        holds -= 1;
        tell();
      };
    },
  };
}
