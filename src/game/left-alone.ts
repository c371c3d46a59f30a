import type { LogEntry } from '../domain/action.ts';
import type { Tick } from '../domain/time.ts';

export interface LeftAlone {
  readonly tick: Tick;
  readonly findings: number; // pieces of evidence that were named
}

/** The decision to change nothing, until the player does the next thing; help and settings are none. @param log accepted entries only */
export function leftAloneOf(log: readonly LogEntry[]): LeftAlone | null {
  const last = log.findLast(({ action }) => action.type !== 'hint' && action.type !== 'setting');
  return last?.action.type === 'leave-alone' ? { tick: last.tick, findings: last.action.evidence.length } : null;
}
