import type { RunRecord } from '../run/record.ts';
import { playRecord, type RunTrace } from '../run/run.ts';
import type { Prevention } from '../scenario/brief.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { acceptedOf } from './case-file.ts';
import { rerunsOf, type PreventionRerun } from './rerun.ts';
import { BOUNDS } from './weights.ts';

export type { PreventionRerun } from './rerun.ts';

export interface ProvenItem extends PreventionRerun {
  readonly id: string;
  readonly title: string;
  readonly effort: number;
  readonly helps: boolean;
}

export interface ProvenPreventions {
  readonly all: PreventionRerun;
  readonly items: readonly ProvenItem[]; // each on its own
}

/**
 * The player's own log played again on the same seed with preventions in place, shifted to the new first alert.
 * @param items ids of the scenario's preventions
 * @throws when an id is none of the scenario's
 */
export function rerun(scenario: Scenario, record: RunRecord, items: readonly string[]): PreventionRerun {
  for (const id of items)
    if (!scenario.brief.preventions.some((one) => one.id === id))
      throw new Error(
        `expected a prevention of "${scenario.brief.id}", got "${id}"; it has ${scenario.brief.preventions.map((one) => one.id).join(', ')}`,
      );
  return rerunsOf(scenario, playRecord(scenario, record).trace())(items);
}

/** The preventions picked after a run, the first pick counting; empty where none were. */
export function pickedPreventions(scenario: Scenario, trace: RunTrace): readonly Prevention[] {
  const picked = acceptedOf(trace, 'pick-preventions')[0]?.action.items ?? [];
  return scenario.brief.preventions.filter((one) => picked.includes(one.id));
}

/** The run's picked preventions, proved together and each on its own; null where none were picked or they exceed the effort there is. */
export function provePreventions(scenario: Scenario, trace: RunTrace): ProvenPreventions | null {
  const picked = pickedPreventions(scenario, trace);
  const effort = picked.reduce((sum, one) => sum + one.effort, 0);
  if (picked.length === 0 || effort > BOUNDS.effortPoints) return null;
  const rerunWith = rerunsOf(scenario, trace);
  const items = picked.map((one): ProvenItem => {
    const alone = rerunWith([one.id]);
    const quiet = alone.firstAlertBefore !== null && alone.firstAlertAfter === null && alone.impactAfterEur <= alone.impactBeforeEur;
    const saved = alone.impactBeforeEur - alone.impactAfterEur;
    const saves = alone.impactAfterEur < alone.impactBeforeEur && saved >= BOUNDS.helpsShare * alone.impactBeforeEur;
    return { ...alone, id: one.id, title: one.title, effort: one.effort, helps: quiet || saves };
  });
  return { all: rerunWith(picked.map((one) => one.id)), items };
}
