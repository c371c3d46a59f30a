import { playTogether } from '../../src/policy/policy.ts';
import { CHECKS, elementsOf } from '../../src/prove/coverage/elements.ts';
import { isBetter } from '../../src/prove/coverage/finds.ts';
import { playsFor } from '../../src/prove/coverage/plays.ts';
import { restingOn, sightingsIn, type Sighting } from '../../src/prove/coverage/sightings.ts';
import { twisted } from '../../src/prove/coverage/twist.ts';
import type { RunTrace } from '../../src/run/trace.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { openTruth, seal } from '../../src/scenario/truth.ts';

/** A finished run, and the tell that it was made for, if it was. */
export interface Played {
  readonly trace: RunTrace;
  readonly tell: string | null;
}

const FIRST_PLAYS = 2; // of an element: the others are for when these fail

/** The recommended response without its preventions, whose proof takes time, and runs made for every element, on one night of a variant. */
export function runsOn(scenario: Scenario, variant: string): readonly Played[] {
  const made = [...elementsOf(scenario), ...CHECKS].flatMap((element) =>
    playsFor(scenario, variant, element)
      .slice(0, FIRST_PLAYS)
      .map((policy) => ({ policy, tell: element.kind === 'tell' ? element.tell.id : null })),
  );
  const all = [{ policy: twisted(scenario, variant, { plan: { preventions: [] } }), tell: null }, ...made];
  const runs = playTogether(scenario, all.map(({ policy }) => policy), { seed: '1', variant }); // prettier-ignore
  return all.map(({ tell }, i) => ({ trace: runs[i]!.trace(), tell }));
}

/** What a run shows when it is judged by a scenario that may cite otherwise. */
export const shownBy = (scenario: Scenario, { trace, tell }: Played): readonly Sighting[] => [
  ...sightingsIn(scenario, trace),
  ...(tell === null ? [] : restingOn(scenario, trace, tell)),
];

export type Shown = ReadonlyMap<Played, readonly Sighting[]>;

/** What each run shows. */
export const shownIn = (scenario: Scenario, runs: Iterable<Played>): Shown =>
  new Map([...runs].map((run) => [run, shownBy(scenario, run)]));

export interface Best {
  readonly sighting: Sighting;
  readonly run: Played;
}

/** The best run for each entry. */
export function bestOf(shown: Shown): ReadonlyMap<string, Best> {
  const best = new Map<string, Best>();
  for (const [run, sightings] of shown)
    for (const sighting of sightings)
      if (isBetter(sighting.way, best.get(sighting.id)?.sighting.way)) best.set(sighting.id, { sighting, run });
  return best;
}

type Edit = (name: string, cites: readonly string[]) => readonly string[];

/** The same scenario with other citations, in memory; elements are named as elementsOf names them. */
export function withCites(scenario: Scenario, edit: Edit): Scenario {
  const { brief } = scenario;
  const truth = openTruth(scenario.sealed);
  const at = <T extends { readonly cites: readonly string[] }>(name: string, one: T): T => ({ ...one, cites: edit(name, one.cites) });
  const tells = truth.tells.map((tell) => at(`tells.${tell.id}`, tell));
  const variants = truth.variants.map((variant) => {
    const { id, recommended } = variant;
    return {
      ...variant,
      tells: tells.filter((tell) => tell.holds.includes(id)),
      harmful: variant.harmful.map((one) => at(`harmful.${one.id}`, one)),
      recommended: {
        withoutCause: recommended.withoutCause.map((step, i) => at(`withoutCause.${i}`, step)),
        mitigate: recommended.mitigate.map((step, i) => at(`${id}.mitigate.${i}`, step)),
        fix: recommended.fix.map((step, i) => at(`${id}.fix.${i}`, step)),
        leaveAlone: recommended.leaveAlone === null ? null : at(`${id}.leaveAlone`, recommended.leaveAlone),
      },
    };
  });
  return {
    ...scenario,
    brief: {
      ...brief,
      preventions: brief.preventions.map((item) => at(`preventions.${item.id}`, item)),
      story: brief.story.map((beat) => at(`story.${beat.beat}`, beat)),
    },
    sealed: seal({ ...truth, tells, variants }),
  };
}
