import { binomialAt } from '../../kernel/binomial.ts';
import { countOutcomes } from '../../parts/experiment/step.ts';
import { EXTRA } from './columns.ts';
import { pushRow } from './history.ts';
import type { World } from './world.ts';

const TRIALS = 1e6; // arrivals of a cell are Poisson: a million chances with a small probability each

/**
 * Draws what came of a tick, by cell: how many arrived, clicked and succeeded. One draw each, keyed by tick and cell, whatever is
 * exposed to whom; so an action moves no draw.
 */
export function countTick({ setup, state, rig }: World): void {
  const { cells, params } = setup;
  const { exposure, draws, counts, history } = rig;
  const { parts, tick } = state;
  const { count } = cells;
  const clicked = params.audience.segments.some((segment) => segment.clickRate > 0);
  const at = pushRow(history);
  const chunk = history.chunks[history.chunks.length - 1]!;
  const comparing = parts.experiment.chart === 'running' || parts.experiment.chart === 'ramped';
  const extras = at + 3 * count;
  let all = 0;
  let onCandidate = 0;
  let allClicks = 0;
  let allSuccesses = 0;
  let candidateSuccesses = 0;
  let plainExpected = 0;
  for (let cell = 0; cell < count; cell += 1) {
    const expected = exposure.arrivals[cell]!;
    let n = 0;
    let clicks = 0;
    let successes = 0;
    if (expected > 0) {
      const isCandidate = cells.sideOf[cell] === 1;
      n = binomialAt(draws.arrivals, tick, cell, TRIALS, expected / TRIALS);
      successes = binomialAt(isCandidate ? draws.candidate : draws.successes, tick, cell, n, exposure.success[cell]!);
      if (clicked) clicks = binomialAt(draws.clicks, tick, cell, n, exposure.click[cell]!);
      if (comparing) countOutcomes(parts.experiment, isCandidate ? 'treatment' : 'control', cells.segmentOf[cell]!, n, successes);
      all += n;
      allClicks += clicks;
      allSuccesses += successes;
      if (isCandidate) {
        onCandidate += n;
        candidateSuccesses += successes;
      }
      plainExpected += n * exposure.plain[cell]!;
    }
    counts[cell] = n;
    counts[count + cell] = clicks;
    counts[2 * count + cell] = successes;
  }
  for (let i = 0; i < counts.length; i += 1) {
    chunk[at + i]! += counts[i]!;
    parts.tally[i]! += counts[i]!;
  }
  chunk[extras + EXTRA.arrivals]! += all;
  chunk[extras + EXTRA.clicks]! += allClicks;
  chunk[extras + EXTRA.successes]! += allSuccesses;
  chunk[extras + EXTRA.candidateArrivals]! += onCandidate;
  chunk[extras + EXTRA.candidateSuccesses]! += candidateSuccesses;
  chunk[extras + EXTRA.ordinary]! += all * parts.audience.hourFactor;
  chunk[extras + EXTRA.cold]! += parts.release.cold * state.inputs['release.coldStartShare']!;
  chunk[extras + EXTRA.expired]! += state.inputs['release.expiredListShare']!;
  chunk[extras + EXTRA.season]! += parts.audience.season;
  const normal = params.release.normalFallbackShare;
  if (normal > 0) {
    const candidate = Math.min(1, normal + exposure.fallbackShare);
    chunk[extras + EXTRA.fallbackStable]! += binomialAt(draws.fallback, tick, 0, all - onCandidate, normal);
    chunk[extras + EXTRA.fallbackCandidate]! += binomialAt(draws.fallback, tick, 1, onCandidate, candidate);
  }
  const plain = Math.round(all * params.successes.plainShare);
  if (plain > 0) {
    chunk[extras + EXTRA.plain]! += plain * parts.audience.hourFactor;
    chunk[extras + EXTRA.plainSuccesses]! += binomialAt(draws.plain, tick, 0, plain, Math.min(1, plainExpected / all));
  }
}
