import { isChange } from '../domain/action.ts';
import type { RunTrace, TraceEntry } from './trace.ts';

/** A change that was taken back, and by what. */
export interface TakenBack {
  readonly change: TraceEntry;
  readonly by: TraceEntry;
  readonly inTime: boolean; // before it took effect: it was never in place
}

/** The changes of a run that were taken back. Only the latest change can be, and that only once. */
export function takenBackIn({ entries }: Pick<RunTrace, 'entries'>): readonly TakenBack[] {
  const found: TakenBack[] = [];
  let latest: TraceEntry | null = null;
  for (const entry of entries) {
    if (!entry.outcome.accepted) continue;
    if (isChange(entry.action)) latest = entry;
    if (entry.action.type !== 'take-back' || latest === null) continue;
    found.push({ change: latest, by: entry, inTime: entry.tick <= latest.effectTick }); // in its own tick a change is still to come
    latest = null;
  }
  return found;
}

/** The changes of a run that were in place for a time, or would have come to be: all but those taken back before they took effect. */
export function changesMadeIn(trace: Pick<RunTrace, 'entries'>): readonly TraceEntry[] {
  const withdrawn = new Set(takenBackIn(trace).flatMap(({ change, inTime }) => (inTime ? [change] : [])));
  return trace.entries.filter((entry) => entry.outcome.accepted && isChange(entry.action) && !withdrawn.has(entry));
}
