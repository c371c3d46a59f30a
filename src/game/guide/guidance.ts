import type { LogEntry } from '../../domain/action.ts';
import { GUIDANCE, type Guidance } from '../../domain/guidance.ts';

const isGuidance = (value: unknown): value is Guidance => GUIDANCE.some((each) => each === value);

/** The last word of a log on one setting; undefined where it says nothing. */
function lastSetting(log: readonly LogEntry[], key: string): unknown {
  for (const { action } of log.toReversed()) if (action.type === 'setting' && action.key === key) return action.value;
  return undefined;
}

/** How a shift is accompanied now, from its log alone; a shift that says nothing of it is played on one's own. */
export function guidanceOf(log: readonly LogEntry[]): Guidance {
  const value = lastSetting(log, 'guidance');
  return isGuidance(value) ? value : 'solo';
}

/** Whether time passes at half the pace. */
export const isRelaxed = (log: readonly LogEntry[]): boolean => lastSetting(log, 'clock') === 'relaxed';

/** Whether hints can be had. */
export const hasHints = (log: readonly LogEntry[]): boolean => lastSetting(log, 'hints') !== false;

/** What a run is called by who helped in it: a debrief says so, and no score counts it. */
export type Help = 'none' | 'guided' | 'watched';

export function helpIn(log: readonly LogEntry[]): Help {
  let help: Help = 'none';
  for (const { action } of log) {
    if (action.type === 'hint') help = help === 'none' ? 'guided' : help;
    if (action.type !== 'setting' || action.key !== 'guidance') continue;
    if (action.value === 'watch') help = 'watched';
    else if (action.value === 'guided' && help === 'none') help = 'guided';
  }
  return help;
}
