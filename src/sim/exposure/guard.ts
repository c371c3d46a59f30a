import { pooledZ } from '../../parts/experiment/proportions.ts';
import { readGuardrail, rollBack } from '../../parts/release/step.ts';
import { compareAnew, guardrailGap } from './compare.ts';
import { bookDelay } from './delay.ts';
import { windowTicks } from './windows.ts';
import type { World } from './world.ts';

/** Whether a segment of the candidate lies so far below the stable side that the release is to be taken back by itself. */
function segmentFails({ state, setup }: World): boolean {
  const { z, leastTrials } = setup.params.release.autoRollback;
  const { trials, successes } = state.parts.experiment;
  const half = trials.length / 2;
  for (let s = 0; s < half; s += 1) {
    const control = { trials: trials[s]!, successes: successes[s]! };
    const treatment = { trials: trials[half + s]!, successes: successes[half + s]! };
    if (treatment.trials >= leastTrials && pooledZ(control, treatment) < -z) return true;
  }
  return false;
}

/** After the figures of a scrape: the guardrail reads, the automatic rollback reads, a page is paid for. */
export function afterScrape(world: World, now: number): void {
  const { setup, state, ledger } = world;
  const { release, successes } = state.parts;
  if (ledger.pageTick === state.tick) successes.pageEur += setup.params.successes.pageEur;
  readGuardrail(release, setup.params.release, guardrailGap(world, now), now);
  const { on } = setup.params.release.autoRollback;
  const every = windowTicks(world, setup.params.successes.windowSeconds);
  if (on && release.share > 0 && release.share < 1 && state.tick % every === 0 && segmentFails(world)) {
    rollBack(release);
    bookDelay(world);
    compareAnew(world, now);
  }
  state.parts.charts['release'] = release.chart;
}
