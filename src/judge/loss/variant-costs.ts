import { isChange, isLook, type Action, type Outcome } from '../../domain/action.ts';
import type { Tick } from '../../domain/time.ts';
import { planOf } from '../../policy/expert.ts';
import type { Plan } from '../../policy/plan.ts';
import type { Made } from '../../policy/response.ts';
import { termsAtStart, type RunRecord } from '../../run/record.ts';
import { createRun, type Run } from '../../run/run.ts';
import { matchesChange } from '../../scenario/patterns.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { costUnder } from './continuation.ts';

/** What a night of one variant costs when the recommended response takes over just before and after an action. */
export interface Costs {
  readonly beforeEur: number;
  readonly afterEur: number;
}

/**
 * A record played in one variant, with its costs before and after the entries asked for. A change that the response would not have
 * made stands first for as long as the rules give it to work and to hold: taken over at once, nearly every mistake would be put right
 * before it shows, and cost nothing. What the player went on to do has no part in it.
 * @param wanted indices of the log, ascending
 */
export function* costsOf(
  scenario: Scenario,
  record: RunRecord,
  variant: string,
  wanted: readonly number[],
): Generator<{ readonly index: number; readonly costs: Costs }, void> {
  const { ticks } = scenario.brief;
  const plan: Plan = planOf(scenario, variant);
  const run = createRun(scenario, {
    seed: record.seed,
    variant,
    preventions: record.preventions,
    untimed: record.settings.untimed,
    terms: termsAtStart(record),
    checkpoints: false,
  });
  const { withinSeconds, holdSeconds } = scenario.brief.recovery;
  const stands = Math.round((withinSeconds + holdSeconds) / scenario.brief.tickSeconds);
  let made: readonly Made[] = [];
  let index = 0;
  for (const target of wanted) {
    for (; index < target; index += 1) made = act(run, record.log[index]!, made).made;
    const entry = record.log[target]!;
    run.advance(entry.tick);
    const beforeEur = costUnder(run.fork(), plan, made);
    const acted = act(run, entry, made);
    made = acted.made;
    index = target + 1;
    const after = run.fork();
    after.advance(Math.min(ticks, isOfPlan(plan, entry.action) ? entry.tick : acted.effectTick + (isLook(entry.action) ? 0 : stands)));
    yield { index: target, costs: { beforeEur, afterEur: costUnder(after, plan, made) } };
  }
}

interface Entry {
  readonly tick: Tick;
  readonly action: Action;
}

interface Acted {
  readonly made: readonly Made[]; // the changes that stand after it
  readonly effectTick: Tick; // a look: when it returns
}

/** Plays one entry. */
function act(run: Run, { tick, action }: Entry, made: readonly Made[]): Acted {
  run.advance(tick);
  const outcome = run.dispatch(action);
  return { made: standingAfter(made, action, outcome), effectTick: outcome.accepted ? outcome.effectTick : tick };
}

/** The changes that stand after one more action. */
export function standingAfter(made: readonly Made[], action: Action, outcome: Outcome): readonly Made[] {
  if (!outcome.accepted) return made;
  if (isChange(action)) return [...made, { change: action, effectTick: outcome.effectTick }];
  return action.type === 'take-back' ? made.slice(0, -1) : made;
}

/** Whether the response would make such a change itself, at some time. */
const isOfPlan = ({ mitigate, fix }: Plan, action: Action): boolean =>
  isChange(action) && [...mitigate, ...fix].some((step) => step.any.some((pattern) => matchesChange(pattern, action)));
