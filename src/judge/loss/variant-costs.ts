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

const HARM_SHARE = 0.01; // of what is lost meanwhile in any case: less is not seen as harm

/** What a night of one variant costs when the recommended response takes over just before and after an action. */
export interface Costs {
  readonly beforeEur: number;
  readonly afterEur: number;
}

/**
 * A record played in one variant, with its costs before and after the entries asked for. A change that does harm stands first for as
 * long as the rules give a change to work and to hold, since that is what it takes to see its harm: taken over at once, nearly every
 * mistake would be put right before it shows. What harms nothing is taken over at once, as is what the response would do itself. What
 * the player went on to do has no part in it.
 * @param wanted indices of the log, ascending
 */
export function* costsOf(
  scenario: Scenario,
  record: RunRecord,
  variant: string,
  wanted: readonly number[],
): Generator<{ readonly index: number; readonly costs: Costs }, void> {
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
    const untouched = isLook(entry.action) || isOfPlan(plan, entry.action) ? null : run.fork();
    const acted = act(run, entry, made);
    made = acted.made;
    index = target + 1;
    const after = isLook(entry.action)
      ? afterLook(run, acted.effectTick)
      : untouched === null
        ? run.fork()
        : afterChange(run, untouched, acted.effectTick + stands);
    yield { index: target, costs: { beforeEur, afterEur: costUnder(after, plan, made) } };
  }
}

/** A run at the moment when a look that is under way is back. */
function afterLook(run: Run, backTick: Tick): Run {
  const after = run.fork();
  after.advance(backTick);
  return after;
}

/**
 * A run at the moment when the response takes over from a change that it would not have made: at once, or, where the change costs
 * more than leaving things as they were, once that shows.
 * @param untouched the same moment without the change; used up @param showsTick by when a change has worked and settled
 */
function afterChange(run: Run, untouched: Run, showsTick: Tick): Run {
  const beganEur = untouched.costSoFarEur();
  const after = run.fork();
  after.advance(showsTick);
  untouched.advance(showsTick);
  const ordinaryEur = untouched.costSoFarEur() - beganEur;
  const harmEur = after.costSoFarEur() - untouched.costSoFarEur();
  return harmEur > HARM_SHARE * Math.abs(ordinaryEur) ? after : run.fork();
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
