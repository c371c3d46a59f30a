import { isLook, type LogEntry } from '../../domain/action.ts';
import { playRecord, type RunTrace } from '../../run/run.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** A log as if nothing had been opened: no looks, and nothing cited. */
function unseen(log: readonly LogEntry[]): LogEntry[] {
  return log
    .filter(({ action }) => !isLook(action))
    .map(({ tick, action }) => ({ tick, action: 'evidence' in action ? { ...action, evidence: [] } : action }));
}

/** The same decisions at the same ticks on the same night, by one who looked at nothing. */
export const withoutLooks = (scenario: Scenario, { record }: RunTrace): RunTrace =>
  playRecord(scenario, { ...record, log: unseen(record.log) }, { checkpoints: false }).trace();
