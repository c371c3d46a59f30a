import { runsForDays, scrapeTicks, type Tick } from '../../domain/time.ts';
import type { Advice } from '../../policy/advice.ts';
import type { Session } from '../session.ts';
import { adviceWords } from '../words/advice.ts';
import { actionName, reasonFor } from './advice-words.ts';
import { sceneOf } from './scene.ts';

/** What the expert is about to do, and why: both are read before it is done. */
export interface WatchedStep {
  readonly does: string;
  readonly why: string;
  readonly advice: Advice;
}

export interface Watcher {
  step(): WatchedStep | null;
  subscribe(listener: () => void): () => void;
  frame(elapsedMs: number): void; // of the player's time
  stop(): void;
}

const MS_A_WORD = 260; // a little under 240 words a minute
const LEAST_MS = 1400;
const REPEATED_MS = 250; // the same words again need no reading
const WAIT_SCRAPES = 4;
const WAIT_SCRAPES_OF_WEEKS = 24; // where a night goes on for weeks
const LONG_TICKS = 2500; // from here on a drill does

const words = (text: string): number => text.split(/\s+/).length;

/** How long two lines are shown before what they say is done. */
export const readingMs = (text: string): number => Math.max(LEAST_MS, words(text) * MS_A_WORD);

/** How far one wait goes: until a change has shown in a scrape, or a few scrapes. */
function waitUntil(advice: Advice, tick: Tick, { tickSeconds, ticks }: Session['brief']): Tick {
  const scrape = scrapeTicks(tickSeconds);
  const scrapes = runsForDays(tickSeconds) && ticks > LONG_TICKS ? WAIT_SCRAPES_OF_WEEKS : WAIT_SCRAPES;
  return advice.effectTick === null ? tick + scrapes * scrape : advice.effectTick + scrape;
}

/**
 * Plays a session as the investigator would, from what can be seen, at reading pace. The clock stands while words are read, so that
 * the log is the same however fast the reader's machine is. Whatever the player does in between is taken as it stands.
 */
export function createWatcher(session: Session): Watcher {
  const { brief } = session;
  const listeners = new Set<() => void>();
  let release: (() => void) | null = null;
  let current: WatchedStep | null = null;
  let leftMs = 0;
  const read = new Set<string>();
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const think = (): void => {
    const scene = sceneOf(session);
    const { advice } = scene;
    const { decision } = advice;
    const does = 'wait' in decision ? adviceWords.actions.wait : actionName(decision.act, scene);
    const why = reasonFor(scene);
    current = { does, why, advice };
    const text = `${does} ${why}`;
    leftMs = read.has(text) ? REPEATED_MS : readingMs(text);
    read.add(text);
    tell();
  };
  const act = ({ advice }: WatchedStep): void => {
    current = null;
    const { decision } = advice;
    if ('act' in decision && session.dispatch(decision.act).accepted) return;
    session.waitUntil(waitUntil(advice, session.run.tick, brief));
  };
  return {
    step: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    frame: (elapsedMs) => {
      const { mode, paused, jumpingTo } = session.state();
      if (mode !== 'live' || paused || jumpingTo !== null) return;
      release ??= session.hold();
      if (current === null) think();
      else if (leftMs > 0) leftMs -= Math.min(250, elapsedMs);
      else act(current);
    },
    stop: () => {
      current = null;
      release?.();
    },
  };
}
