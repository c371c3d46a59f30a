import { isLook } from '../../domain/action.ts';
import type { Plan } from '../../policy/plan.ts';
import { respond, type Made } from '../../policy/response.ts';
import type { Run } from '../../run/run.ts';

const ASK_AGAIN_SECONDS = 60; // while nothing is to be done yet
const MOST_DECISIONS = 400;

/**
 * Lets a response take a run over and plays it to its end. What is said, claimed and proved costs nothing in euro, so it is left out.
 * @param run is used up @param made changes that stand already
 * @returns what the night costs in the end, €
 */
export function costUnder(run: Run, plan: Plan, made: readonly Made[]): number {
  const { brief } = run.scenario;
  const again = Math.max(1, Math.round(ASK_AGAIN_SECONDS / brief.tickSeconds));
  const response = respond(plan, made);
  for (let count = 0; count < MOST_DECISIONS && !run.over && response.isOpen(); count += 1) {
    const decision = run.pageTick === null ? null : response.next({ ...run.glance(), brief });
    if (decision === null || !('act' in decision)) {
      run.advance(run.tick + again);
      continue;
    }
    const outcome = run.dispatch(decision.act);
    if (outcome.accepted && isLook(decision.act)) run.advance(outcome.effectTick);
  }
  return run.impactEur();
}
