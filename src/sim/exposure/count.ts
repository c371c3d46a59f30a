import { binomialAt } from '../../kernel/binomial.ts';
import { countOutcomes } from '../../parts/experiment/step.ts';
import { EXTRA } from './columns.ts';
import { countsAt, pushTick, sumsAt } from './history.ts';
import type { World } from './world.ts';

const TRIALS = 1e6; // arrivals of a cell are Poisson: a million chances with a small probability each

/**
 * Draws what came of a tick, by cell: how many arrived, which side served them, how many clicked and succeeded. Each draw is keyed by
 * tick and cell, and who arrives is drawn before the sides share them: so an action moves no draw, and a share of traffic no arrival.
 */
export function countTick({ setup, state, rig }: World): void {
  const { cells, params } = setup;
  const { exposure, draws, history } = rig;
  const { parts, tick } = state;
  const { count, sideOf } = cells;
  const { tally } = parts;
  pushTick(history);
  const counts = history.counted[history.counted.length - 1]!;
  const at = countsAt(history);
  const comparing = parts.experiment.chart === 'running' || parts.experiment.chart === 'ramped';
  let all = 0;
  let onCandidate = 0;
  let allClicks = 0;
  let allSuccesses = 0;
  let candidateSuccesses = 0;
  let plainExpected = 0;
  let both = 0; // arrivals of the pair of cells that differ in the side alone
  let exposed = 0; // of these, to the candidate
  for (let cell = 0; cell < count; cell += 1) {
    const isCandidate = sideOf[cell] === 1;
    if (!isCandidate) {
      const onIt = exposure.arrivals[cell + 1]!;
      const expected = exposure.arrivals[cell]! + onIt;
      both = expected > 0 ? binomialAt(draws.arrivals, tick, cell, TRIALS, expected / TRIALS) : 0;
      exposed = onIt > 0 ? binomialAt(draws.sides, tick, cell, both, onIt / expected) : 0;
    }
    const n = isCandidate ? exposed : both - exposed;
    if (n === 0) continue;
    const successes = binomialAt(isCandidate ? draws.candidate : draws.successes, tick, cell, n, exposure.success[cell]!);
    const click = exposure.click[cell]!;
    const clicks = click > 0 ? binomialAt(draws.clicks, tick, cell, n, click) : 0;
    if (comparing) countOutcomes(parts.experiment, isCandidate ? 'treatment' : 'control', cells.segmentOf[cell]!, n, successes);
    all += n;
    allClicks += clicks;
    allSuccesses += successes;
    if (isCandidate) {
      onCandidate += n;
      candidateSuccesses += successes;
    }
    plainExpected += n * exposure.plain[cell]!;
    counts[at + cell] = n;
    counts[at + count + cell] = clicks;
    counts[at + 2 * count + cell] = successes;
    tally[cell]! += n;
    tally[count + cell]! += clicks;
    tally[2 * count + cell]! += successes;
  }
  const sums = history.summed[history.summed.length - 1]!;
  const row = sumsAt(history);
  sums[row + EXTRA.arrivals]! += all;
  sums[row + EXTRA.clicks]! += allClicks;
  sums[row + EXTRA.successes]! += allSuccesses;
  sums[row + EXTRA.candidateArrivals]! += onCandidate;
  sums[row + EXTRA.candidateSuccesses]! += candidateSuccesses;
  sums[row + EXTRA.ordinary]! += all * parts.audience.hourFactor;
  sums[row + EXTRA.cold]! += parts.release.cold * rig.inputs.coldStartShare;
  sums[row + EXTRA.expired]! += rig.inputs.expiredListShare;
  sums[row + EXTRA.season]! += parts.audience.season;
  const normal = params.release.normalFallbackShare;
  if (normal > 0) {
    const candidate = Math.min(1, normal + exposure.fallbackShare);
    sums[row + EXTRA.fallbackStable]! += binomialAt(draws.fallback, tick, 0, all - onCandidate, normal);
    sums[row + EXTRA.fallbackCandidate]! += binomialAt(draws.fallback, tick, 1, onCandidate, candidate);
  }
  const plain = Math.round(all * params.successes.plainShare);
  if (plain > 0) {
    sums[row + EXTRA.plain]! += plain * parts.audience.hourFactor;
    sums[row + EXTRA.plainSuccesses]! += binomialAt(draws.plain, tick, 0, plain, Math.min(1, plainExpected / all));
  }
}
