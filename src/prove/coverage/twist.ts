import type { Action } from '../../domain/action.ts';
import type { Tick } from '../../domain/time.ts';
import { concreteChange } from '../../policy/concrete-change.ts';
import { planOf } from '../../policy/expert.ts';
import { opened } from '../../policy/habits.ts';
import type { Plan } from '../../policy/plan.ts';
import { playPlan } from '../../policy/planned.ts';
import type { Decision, Policy, PolicyView } from '../../policy/policy.ts';
import { matchesLook, type ChangePattern, type LookPattern } from '../../scenario/patterns.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { tellSeen, type Tell } from '../../scenario/truth.ts';

/** Something to do besides the plan, asked for again until it has nothing more to do (null). A new one for each episode. */
export type Errand = () => (view: PolicyView) => Decision | null;

/** How a play differs from the recommended response. */
export interface Twist {
  readonly plan?: Partial<Plan>;
  readonly early?: readonly Errand[]; // from the first tick on
  readonly first?: readonly Errand[]; // once the page is taken
  readonly late?: readonly Errand[]; // once a cause has been claimed
  readonly revise?: (action: Action, view: PolicyView) => Action; // of what the plan does
}

/**
 * The recommended response to a variant with a twist, as a program that plays: its log is one that a person could have made.
 * @throws when the scenario has no such variant
 */
export function twisted(scenario: Scenario, variant: string, { plan, early = [], first = [], late = [], revise }: Twist): Policy {
  const whole: Plan = { ...planOf(scenario, variant), ...plan };
  return {
    id: 'twisted',
    begin: () => {
      const decide = playPlan(whole);
      const [starting, paged, claimed] = [early, first, late].map((list) => list.map((errand) => errand()));
      const next = (queue: ((view: PolicyView) => Decision | null)[] | undefined, view: PolicyView): Decision | null => {
        for (;;) {
          const decision = queue?.[0]?.(view) ?? null;
          if (decision !== null || queue === undefined || queue.length === 0) return decision;
          queue.shift();
        }
      };
      return (view) => {
        const { over, acknowledgedTick, causeClaims } = view.observation;
        const own = over
          ? null
          : (next(starting, view) ??
            (acknowledgedTick === null ? null : next(paged, view)) ??
            (causeClaims === 0 ? null : next(claimed, view)));
        if (own !== null) return own;
        const decision = decide(view);
        return 'act' in decision && revise !== undefined ? { act: revise(decision.act, view) } : decision;
      };
    },
  };
}

/** Lets time pass up to a tick. */
export const until =
  (tick: Tick): Errand =>
  () =>
  ({ observation }) =>
    observation.tick < tick ? { wait: tick - observation.tick } : null;

/** Opens all looks of a pattern that the menu offers, one after the other. */
export const openAll =
  (pattern: LookPattern): Errand =>
  () =>
  ({ observation, menu }) => {
    const offer = menu.looks.find(({ look, refusal }) => refusal === null && matchesLook(pattern, look) && !opened(observation, look));
    return offer === undefined ? null : { act: offer.look };
  };

/** Opens the looks that could show a tell, until one does. */
export const seek =
  (tell: Tell): Errand =>
  () => {
    const open = openAll(tell.look)();
    return (view) => (view.observation.evidence.some((one) => tellSeen(tell, one) === true) ? null : open(view));
  };

/** Does one thing, where it can be done at all. */
const once =
  (act: (view: PolicyView) => Action | null): Errand =>
  () => {
    let done = false;
    return (view) => {
      const action = done ? null : act(view);
      done = true;
      return action === null ? null : { act: action };
    };
  };

/** Makes a change of a pattern, if the menu offers one. */
export const change = (pattern: ChangePattern): Errand => once(({ menu }) => concreteChange(pattern, menu.changes));

/** Tells the first of those concerned a cause. */
export const tellCause = (cause: string): Errand =>
  once(({ menu }) => {
    const to = menu.messageTo[0]?.id;
    return to === undefined ? null : { type: 'message', to, blocks: ['users-see', 'known'], cause };
  });
