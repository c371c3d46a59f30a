import { isLook, type Action } from '../../src/domain/action.ts';
import { handStep } from '../../src/game/debrief-clock.ts';
import { scoreRun } from '../../src/judge/score.ts';
import { expertFor } from '../../src/policy/expert.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { createRun } from '../../src/run/run.ts';
import type { RunRecord } from '../../src/run/record.ts';
import { openStream } from '../../src/kernel/streams.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { errandOf, type Errand } from './errands.ts';
import { offeredLike } from './offered-like.ts';

/** A shift as it is to be played: every errand in order, and what the run must come to. */
export interface Intended {
  readonly variant: string;
  readonly errands: readonly Errand[]; // during the shift
  readonly picks: readonly string[]; // titles of preventions
  readonly review: readonly string[]; // statements
  readonly record: RunRecord;
  readonly finalHash: string;
  readonly score: number; // 0..100
  readonly expertScore: number; // of the policy, which sees every scrape
}

const MOST_DECISIONS = 2000;

/** What the dialogs make of a decision: an explanation that is excluded has no confidence left. */
const asSaid = (action: Action): Action =>
  action.type === 'hypothesis' && action.status === 'excluded' ? { ...action, confidence: 0 } : action;

/**
 * The expert's night, decided again at the pace of a person in no-clock mode: time passes in looks and in whole waits of the clock's
 * own step, where the policy looks up at every scrape. The seed picks the cause, as for any visitor.
 */
export function intendedNight(scenario: Scenario, seed: string): Intended {
  const { brief } = scenario;
  const run = createRun(scenario, { seed, untimed: true });
  const decide = expertFor(scenario, run.variant).begin({ brief, draw: openStream(seed, 'policy', 'expert').next });
  const step = Math.max(1, Math.round(handStep(brief) / brief.tickSeconds));
  const errands: Errand[] = [];
  while (run.pageTick === null && run.tick < brief.ticks) run.advance(run.tick + 1);
  for (let decisions = 0; decisions < MOST_DECISIONS; decisions++) {
    if (run.over) run.advance(brief.ticks); // the debrief opens when the night has been played out
    const decision = decide({ observation: run.observe(), menu: run.menu(), brief });
    if ('wait' in decision) {
      if (run.over) break;
      const times = Math.ceil(Math.max(1, decision.wait) / step);
      errands.push({ do: 'wait', tick: run.tick, times });
      run.advance(Math.min(brief.ticks, run.tick + times * step));
      continue;
    }
    const action = offeredLike(asSaid(decision.act), run.menu());
    if (action.type === 'pick-preventions' && action.items.length === 0) continue; // the debrief asks for one at least
    if (!run.over) errands.push(errandOf(action, brief, run.observe(), run.menu()));
    const outcome = run.dispatch(action);
    if (!outcome.accepted) throw new Error(`${brief.id}, seed ${seed}: expected ${action.type} to be accepted, got: ${outcome.reason}`);
    if (isLook(action) || action.type === 'verify') run.advance(Math.min(brief.ticks, outcome.effectTick)); // as who asks without a clock waits
  }
  const record = run.record();
  const trace = run.trace();
  const after = record.log.map(({ action }) => action);
  const items = after.flatMap((action) => (action.type === 'pick-preventions' ? action.items : []));
  const said = after.find((action) => action.type === 'review');
  const expert = playPolicy(scenario, expertFor(scenario, run.variant), { seed });
  return {
    variant: run.variant,
    errands,
    picks: items.map((id) => brief.preventions.find((item) => item.id === id)!.title),
    review: said?.type === 'review' ? brief.review.map((pair) => pair[said.statements[pair.id]!]) : [],
    record,
    finalHash: trace.finalHash,
    score: scoreRun(scenario, trace).total,
    expertScore: scoreRun(scenario, expert.trace()).total,
  };
}
