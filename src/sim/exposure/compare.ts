import { startExperiment } from '../../parts/experiment/step.ts';
import type { World } from './world.ts';

/** The two sides are compared anew from now on: what was counted under other conditions is not read with what follows. */
export function compareAnew({ state, setup }: World, now: number): void {
  const { experiment, release } = state.parts;
  if (release.share <= 0 || release.share >= 1) {
    release.comparedSince = NaN;
    return;
  }
  startExperiment(experiment, release.share);
  release.comparedSince = now;
  release.nextLookAt = now + setup.params.experiment.lookSeconds;
}

/** Candidate minus stable since the comparison began, in points; 0 while nobody is exposed, NaN while there is too little to read. */
export function guardrailGap({ state, setup }: World, now: number): number {
  const { experiment, release } = state.parts;
  if (release.share <= 0) return 0;
  if (!(now - release.comparedSince >= setup.params.release.guardrail.firstReadSeconds)) return NaN;
  const half = experiment.trials.length / 2;
  let [n0, x0, n1, x1] = [0, 0, 0, 0];
  for (let s = 0; s < half; s += 1) {
    n0 += experiment.trials[s]!;
    x0 += experiment.successes[s]!;
    n1 += experiment.trials[half + s]!;
    x1 += experiment.successes[half + s]!;
  }
  return n0 > 0 && n1 >= setup.params.release.guardrail.leastTrials ? (x1 / n1 - x0 / n0) * 100 : NaN;
}
