import type { Action } from '../../domain/action.ts';
import type { Tick } from '../../domain/time.ts';
import { planOf } from '../../policy/expert.ts';
import type { Policy, PolicyView } from '../../policy/policy.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { openTruth, tellSeen, type Step, type Tell } from '../../scenario/truth.ts';
import type { LookType } from '../../scenario/words.ts';
import type { Element } from './elements.ts';
import { change, openAll, seek, tellCause, twisted, until, type Errand, type Twist } from './twist.ts';

const NO_PICKS = { preventions: [] } as const; // proving picks takes several nights a run
const NO_CHANGES = { mitigate: [], fix: [], ...NO_PICKS } as const;

/** The first claim of a cause names one piece of evidence alone: one that shows the tell. */
const claimOn =
  (tell: Tell) =>
  (action: Action, { observation }: PolicyView): Action => {
    if (action.type !== 'claim-cause') return action;
    const shown = observation.evidence.find((one) => tellSeen(tell, one) === true);
    return shown === undefined ? action : { ...action, evidence: [shown.id] };
  };

const EARLIER = [0.2, 0.4, 0.6, 0.8]; // of the time from the onset to the page
const LATER = [0.1, 0.25, 0.5]; // of the time from the page to the end

/** A tell that another of the same look stands before is seen by itself only while the other does not hold: early, late, or disturbed. */
function tellTwists(scenario: Scenario, variant: string, tell: Tell): readonly Twist[] {
  const { onset, pageTick, variants } = openTruth(scenario.sealed);
  const urgent = variants[0]!.recommended.withoutCause.filter((step) => step.needs.includes(tell.id) || step.when.includes(tell.id));
  const plainly = { plan: NO_PICKS, first: [seek(tell)] };
  if (tell.holds.length === variants.length) return [...urgent.flatMap((step) => urgentTwists(scenario, step, [tell])), plainly];
  const revise = claimOn(tell);
  const disturbing = variants.find(({ id }) => id === variant)!.harmful.flatMap(({ any }) => any);
  const at = (from: Tick, to: Tick, share: number): Errand => until(Math.round(from + share * (to - from)));
  return [
    { ...plainly, revise },
    ...EARLIER.map((share): Twist => ({ plan: NO_PICKS, early: [at(onset.tick, pageTick, share), seek(tell)], revise })),
    ...LATER.map((share): Twist => ({ plan: NO_PICKS, first: [at(pageTick, scenario.brief.ticks, share), seek(tell)], revise })),
    ...disturbing.map((pattern): Twist => ({ plan: NO_PICKS, first: [change(pattern), seek(tell)], revise })),
  ];
}

/** A change under high impact, shown by some tells, and nothing further. @param by those to look for; what the step asks for where left out */
function urgentTwists(scenario: Scenario, step: Step, by?: readonly Tell[]): readonly Twist[] {
  const { tells } = openTruth(scenario.sealed);
  const named = (ids: readonly string[]): readonly Tell[] => tells.filter(({ id }) => ids.includes(id));
  const looks: readonly Errand[] = [...(by ?? named(step.needs).slice(0, 1)), ...named(step.when)].map(seek);
  return step.any.map((pattern): Twist => ({ plan: NO_CHANGES, first: [...looks, change(pattern)] }));
}

/** Looks that a prevention makes quicker: it helps those who make them. */
const quickened = (set: Readonly<Record<string, unknown>>): readonly Errand[] =>
  Object.keys(set).flatMap((path) => {
    const type = /^looks\.(look-[a-z-]+)/.exec(path)?.[1];
    return type === undefined ? [] : [openAll({ type: type as LookType })];
  });

function twistsOf(scenario: Scenario, variant: string, element: Element): readonly Twist[] {
  switch (element.kind) {
    case 'tell':
      return element.tell.holds.includes(variant) ? tellTwists(scenario, variant, element.tell) : [];
    case 'urgent':
      return urgentTwists(scenario, element.step);
    case 'mitigate':
      if (element.variant !== variant) return [];
      return [{}, { fix: [] }].map((rest): Twist => ({ plan: { mitigate: [element.step], leaveAlone: null, ...rest, ...NO_PICKS } }));
    case 'fix':
      return element.variant === variant ? [{ plan: { fix: [element.step], leaveAlone: null, ...NO_PICKS } }] : [];
    case 'harmful':
      if (!element.variants.includes(variant)) return [];
      return [
        ...element.harmful.any.map((pattern): Twist => ({ plan: NO_PICKS, late: [change(pattern)] })),
        ...element.harmful.any.map((pattern): Twist => ({ plan: NO_PICKS, first: [change(pattern)] })),
      ];
    case 'prevention': {
      if (!element.variants.includes(variant)) return [];
      const picks = { preventions: [element.item.id] };
      const looks = quickened(element.item.set);
      const plans = [picks, { mitigate: [], ...picks }, { mitigate: [], fix: [], ...picks }]; // the less is done, the more is left to save
      return [...(looks.length > 0 ? [{ plan: picks, first: looks }] : []), ...plans.map((plan): Twist => ({ plan }))];
    }
    case 'check': {
      const rival = planOf(scenario, variant).rivals[0];
      return element.check === 'claim' && rival !== undefined ? [{ plan: NO_PICKS, first: [tellCause(rival.hypothesis)] }] : [];
    }
    default:
      return []; // what cites here is reached by the recommended response itself
  }
}

/**
 * Programs that play a variant so that one citing element comes up, the likeliest first: the recommended response with the one thing
 * that the element is about. None where the element has nothing to do with the variant, or comes up without them.
 */
export const playsFor = (scenario: Scenario, variant: string, element: Element): readonly Policy[] =>
  twistsOf(scenario, variant, element).map((twist) => twisted(scenario, variant, twist));
