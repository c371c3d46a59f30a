import { segmentLook } from '../../domain/words/look-segments.ts';
import { binomialQuantile } from '../../kernel/binomial.ts';
import { keyedDraw } from '../../kernel/streams.ts';
import { dimensionsOf, type Dimension } from '../../parts/audience/cells.ts';
import { differenceOf, intervalOf, pooledZ, twoSidedP } from '../../parts/experiment/proportions.ts';
import { contrastOf, type Contrast, type Counted } from '../../parts/successes/contrast.ts';
import { countedIn, groupCount, windowTicks, type GroupCount } from './windows.ts';
import type { World } from './world.ts';

/** How one group stands out. */
export interface Standing {
  readonly id: string;
  readonly name: string;
  readonly arrivals: number; // of the group
  readonly trials: number; // of its smaller side, or of it or the rest, whichever is smaller: what the comparison rests on
  readonly change: Contrast; // of successes: a difference of sides in shares of 1, or a relative change against the rest
  readonly clicks: Contrast | null; // likewise
  readonly shareGap: number; // the group's share of the candidate's side minus that of the stable side; NaN where sides are not compared
}

export interface DimensionStanding {
  readonly dimension: string;
  readonly title: string;
  readonly groups: readonly Standing[];
  readonly worst: Standing | null; // the group that has fallen furthest
  readonly p: number; // of the worst, for all groups of its dimension together
}

/** Whether both sides serve someone now, so that they can be compared. */
export const sidesCompared = ({ state }: World): boolean => state.parts.release.share > 0 && state.parts.release.share < 1;

/** From when on the sides are compared, in ticks. */
export function comparedFrom({ state, setup }: World): number {
  const since = state.parts.release.comparedSince;
  return Number.isNaN(since) ? state.tick : Math.round(since / setup.scenario.brief.tickSeconds);
}

const asSuccesses = ({ trials, successes }: GroupCount): Counted => ({ trials, successes });
const asClicks = ({ trials, clicks }: GroupCount): Counted => ({ trials, successes: clicks });

function bySides(world: World, dimension: Dimension): Standing[] {
  const to = world.state.tick;
  const from = comparedFrom(world);
  const { sideOf } = world.setup.cells;
  const onSide = [0, 1].map((side) => countedIn(world, 'arrivals', from, to, (cell) => sideOf[cell] === side));
  return dimension.groups.map(({ id, name }, group) => {
    const [stable, candidate] = [0, 1].map((side) => groupCount(world, dimension, group, side, from, to));
    const gapOf = (control: Counted, treatment: Counted): Contrast => {
      const estimate = differenceOf(control, treatment);
      return { change: estimate.difference, ...intervalOf(estimate, 0.95), z: pooledZ(control, treatment) };
    };
    return {
      id,
      name,
      arrivals: stable!.trials + candidate!.trials,
      trials: Math.min(stable!.trials, candidate!.trials),
      change: gapOf(asSuccesses(stable!), asSuccesses(candidate!)),
      clicks: candidate!.clicks > 0 ? gapOf(asClicks(stable!), asClicks(candidate!)) : null,
      shareGap: candidate!.trials / onSide[1]! - stable!.trials / onSide[0]!,
    };
  });
}

/** Ticks before the first planned step: what was ordinary. */
const ordinaryTicks = ({ setup }: World): number =>
  Math.round((setup.params.release.ramp[0]?.atSeconds ?? 0) / setup.scenario.brief.tickSeconds);

const sum = (counts: readonly GroupCount[]): GroupCount => ({
  trials: counts.reduce((all, one) => all + one.trials, 0),
  clicks: counts.reduce((all, one) => all + one.clicks, 0),
  successes: counts.reduce((all, one) => all + one.successes, 0),
});

/** Groups against the rest, now and before the release. */
function againstRest(
  world: World,
  counts: (group: number, from: number, to: number) => GroupCount,
  groups: Dimension['groups'],
): Standing[] {
  const to = world.state.tick;
  const from = Math.max(0, to - windowTicks(world, world.setup.params.successes.windowSeconds));
  const before = ordinaryTicks(world);
  const now = groups.map((_, group) => counts(group, from, to));
  const then = groups.map((_, group) => counts(group, 0, before));
  return groups.map(({ id, name }, group) => {
    const rest = (all: readonly GroupCount[]): GroupCount => sum(all.filter((_, other) => other !== group));
    const contrast = (as: (count: GroupCount) => Counted): Contrast =>
      contrastOf(as(now[group]!), as(rest(now)), before === 0 ? null : { group: as(then[group]!), rest: as(rest(then)) });
    return {
      id,
      name,
      arrivals: now[group]!.trials,
      trials: Math.min(now[group]!.trials, rest(now).trials),
      change: contrast(asSuccesses),
      clicks: now[group]!.clicks > 0 ? contrast(asClicks) : null,
      shareGap: NaN,
    };
  });
}

function standing(dimension: string, title: string, groups: readonly Standing[], leastTrials: number): DimensionStanding {
  const told = groups.filter((group) => group.trials >= leastTrials && !Number.isNaN(group.change.z));
  const worst = told.reduce<Standing | null>((most, one) => (most === null || one.change.z < most.change.z ? one : most), null);
  return { dimension, title, groups, worst, p: worst === null ? 1 : Math.min(1, twoSidedP(worst.change.z) * told.length) };
}

/** The groups of one dimension. */
export function standingBy(world: World, dimension: Dimension): DimensionStanding {
  const groups =
    sidesCompared(world) && dimension.id !== 'side'
      ? bySides(world, dimension)
      : againstRest(world, (group, from, to) => groupCount(world, dimension, group, null, from, to), dimension.groups);
  return standing(dimension.id, dimension.title, groups, world.setup.params.release.leastGroupTrials);
}

/** Users drawn into two halves by nothing but chance: what a dimension without meaning looks like in the same window. */
function randomHalves(world: World): DimensionStanding {
  const { seed, params } = world.setup;
  const draw = (k: number, from: number): number => keyedDraw(seed, 'audience', 'random-half', world.state.tick, k * 10_000 + from);
  const half = (n: number, k: number, from: number): number => binomialQuantile(draw(k, from), Math.round(n), 0.5);
  const counts = (group: number, from: number, to: number): GroupCount => {
    const all = (counted: 'arrivals' | 'successes'): number => countedIn(world, counted, from, to, () => true);
    const [trials, successes] = [all('arrivals'), all('successes')];
    const [first, won] = [half(trials - successes, 0, from) + half(successes, 1, from), half(successes, 1, from)];
    return group === 0 ? { trials: first, clicks: 0, successes: won } : { trials: trials - first, clicks: 0, successes: successes - won };
  };
  const { halves } = segmentLook;
  const groups = [
    { id: 'first', name: halves.first },
    { id: 'second', name: halves.second },
  ];
  return standing('random', halves.title, againstRest(world, counts, groups), params.release.leastGroupTrials);
}

/** Every way to split the audience, the one that stands out most first; one by chance is among them, to compare with. */
export function ranked(world: World): readonly DimensionStanding[] {
  const all = [...dimensionsOf(world.setup.params.audience).map((dimension) => standingBy(world, dimension)), randomHalves(world)];
  return all.sort((a, b) => a.p - b.p);
}
