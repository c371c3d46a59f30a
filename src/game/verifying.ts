import type { LogEntry } from '../domain/action.ts';
import type { Observation } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';

/** A check that was asked for and has no answer yet. */
export interface Verifying {
  readonly metric: string;
  readonly askedTick: Tick;
}

/** The check under way, if any. @param log accepted entries only */
export function verifyingNow({ verified, over }: Pick<Observation, 'verified' | 'over'>, log: readonly LogEntry[]): Verifying | null {
  const last = log.findLast(({ action }) => action.type === 'verify');
  if (over || last?.action.type !== 'verify') return null;
  return verified === null || verified.tick <= last.tick ? { metric: last.action.metric, askedTick: last.tick } : null;
}
