import type { Look } from '../domain/action.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Brief, Prevention } from '../scenario/brief.ts';
import { matchesLook } from '../scenario/patterns.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openTruth, tellSeen, type Tell, type Truth, type Variant } from '../scenario/truth.ts';
import { EFFORT, MOST_ITEMS } from './aftermath.ts';
import type { Findings, Plan } from './plan.ts';
import { playPlan } from './planned.ts';
import type { Policy } from './policy.ts';

/** What a set of tells says of the other variants, each seen to hold or not. */
function findings(others: readonly Variant[], tells: readonly { readonly tell: Tell; readonly holds: boolean }[]): Findings {
  const telling = tells.filter(({ tell }) => others.some((other) => !tell.holds.includes(other.id)));
  return {
    shows: tells.filter((one) => one.holds).map((one) => one.tell.id),
    excludes: telling.flatMap(({ tell, holds }) =>
      others.filter((other) => tell.holds.includes(other.id) !== holds).map((other) => other.id),
    ),
  };
}

/** Whether an item changes the system itself; one that only makes looks quicker helps those who made them. */
const actsOnSystem = (item: Prevention): boolean => Object.keys(item.set).some((path) => !path.startsWith('looks.'));

/** The items that help against this cause and fit the effort, those that act on the system first. */
function helpfulPreventions(brief: Brief, variant: Variant): readonly string[] {
  const helpful = brief.preventions.filter((item) => variant.preventionEffects[item.id] === 'better' && actsOnSystem(item));
  const chosen: Prevention[] = [];
  for (const item of helpful) {
    const effort = chosen.reduce((sum, one) => sum + one.effort, item.effort);
    if (chosen.length < MOST_ITEMS && effort <= EFFORT) chosen.push(item);
  }
  return chosen.map((item) => item.id);
}

/** The same answer for the same object: neither looks nor evidence change. */
function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

function planFor(brief: Brief, truth: Truth, variant: Variant): Plan {
  const others = truth.variants.filter((one) => one.id !== variant.id);
  const { recommended } = variant;
  return {
    rivals: others.map((one) => ({ id: one.id, hypothesis: one.cause.hypothesis })),
    telling: truth.tells
      .filter((tell) => tell.holds.includes(variant.id) && tell.holds.length < truth.variants.length)
      .map((tell) => tell.id),
    cause: variant.cause,
    mitigate: recommended.mitigate,
    fix: recommended.fix,
    leaveAlone: recommended.leaveAlone,
    preventions: helpfulPreventions(brief, variant),
    expected: remembered((look: Look) =>
      findings(
        others,
        truth.tells.filter((tell) => matchesLook(tell.look, look)).map((tell) => ({ tell, holds: tell.holds.includes(variant.id) })),
      ),
    ),
    found: remembered((evidence: Evidence) =>
      findings(
        others,
        truth.tells.flatMap((tell) => {
          const holds = tellSeen(tell, evidence);
          return holds === null ? [] : [{ tell, holds }];
        }),
      ),
    ),
  };
}

/**
 * The recommended response to a variant as a plan: it knows the cause, and still owes the evidence.
 * @throws when the scenario has no such variant
 */
export function planOf(scenario: Scenario, variantId: string): Plan {
  const truth = openTruth(scenario.sealed);
  const variant = truth.variants.find((one) => one.id === variantId);
  if (variant === undefined)
    throw new Error(
      `expected a variant of "${scenario.brief.id}", got "${variantId}"; it has ${truth.variants.map((one) => one.id).join(', ')}`,
    );
  return planFor(scenario.brief, truth, variant);
}

/** The recommended response, played whole. @throws when the scenario has no such variant */
export function expertFor(scenario: Scenario, variantId: string): Policy {
  const plan = planOf(scenario, variantId);
  return { id: 'expert', begin: () => playPlan(plan) };
}
