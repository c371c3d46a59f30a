import { isChange, type LogEntry } from '../domain/action.ts';
import type { Tick } from '../domain/time.ts';

export interface LeftAlone {
  readonly tick: Tick;
  readonly findings: number; // pieces of evidence that were named
}

/** The decision to change nothing, while it stands: a change that is made after it ends it. @param log accepted entries only */
export function leftAloneOf(log: readonly LogEntry[]): LeftAlone | null {
  for (const { tick, action } of log.toReversed()) {
    if (isChange(action)) return null;
    if (action.type === 'leave-alone') return { tick, findings: action.evidence.length };
  }
  return null;
}
