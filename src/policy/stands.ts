import { isChange, type Action, type LogEntry } from '../domain/action.ts';
import { departureOf } from '../domain/departure.ts';
import type { Tick } from '../domain/time.ts';
import { backWithin, recoverySeries } from './habits.ts';
import type { Stands } from './planned.ts';
import type { PolicyView } from './policy.ts';
import type { Made } from './response.ts';

/** Since when what shows recovery has been back without a break; null while it is not. */
export function backSince(view: PolicyView): Tick | null {
  const { metric, ticks, values } = recoverySeries(view);
  const departures = values.map((value) => departureOf(metric, Number.isFinite(value) ? value : metric.normal.typical));
  const allowed = backWithin(view, metric, Math.max(0, ...departures));
  const lastOff = departures.findLastIndex((departure) => departure > allowed);
  if (lastOff === departures.length - 1) return null;
  return ticks[lastOff + 1] ?? null;
}

const isOwnWord = (action: Action): boolean => action.type === 'message';

/** The changes that stand: each as asked for, without those that were taken back. */
export function changesMade({ observation }: Pick<PolicyView, 'observation'>, log: readonly LogEntry[]): readonly Made[] {
  const made: Made[] = [];
  for (const { tick, action } of log) {
    if (action.type === 'take-back') made.pop();
    if (!isChange(action)) continue;
    const pending = observation.pending.find((one) => one.startedTick === tick && one.action.type === action.type);
    made.push({ change: action, effectTick: pending?.effectTick ?? tick });
  }
  return made;
}

/** Where a night stands, from what its player has done and can see. @param log accepted entries only */
export function standsOf(view: PolicyView, log: readonly LogEntry[]): Stands {
  const { observation } = view;
  const verifications = log.filter(({ action }) => action.type === 'verify');
  const made = changesMade(view, log);
  return {
    done: [
      ...(observation.acknowledgedTick === null ? [] : ['acknowledge']),
      ...(log.some(({ action }) => isOwnWord(action)) ? ['told', 'first-update'] : []),
    ],
    made,
    firstEffect: made.reduce((first, { effectTick }) => Math.min(first, effectTick), Infinity),
    backSince: backSince(view),
    askedAt: verifications.at(-1)?.tick ?? null,
    asked: verifications.length,
  };
}
