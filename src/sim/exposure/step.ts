import { stepAudience } from '../../parts/audience/step.ts';
import { expose } from '../../parts/successes/exposure.ts';
import { bookSuccesses } from '../../parts/successes/step.ts';
import { warmUp } from '../../parts/release/step.ts';
import { countTick } from './count.ts';
import { fillInputs } from './inputs.ts';
import { advanceRelease } from './plan.ts';
import type { World } from './world.ts';

/** One tick: who comes, where the release stands, who is exposed to what, what came of it, and what that is worth. */
export function step(world: World, now: number): void {
  const { setup, state, rig } = world;
  const { parts } = state;
  const { params, cells } = setup;
  const { tickSeconds } = setup.scenario.brief;
  const inputs = fillInputs(rig.inputs, state.inputs);
  stepAudience(parts.audience, params.audience, rig.noise, inputs, state.tick, now, tickSeconds);
  advanceRelease(world, now);
  expose(rig.exposure, cells, params.audience, params.release, params.successes, parts.audience, parts.release, inputs);
  countTick(world);
  warmUp(parts.release, params.release, parts.audience.arrivals);
  bookSuccesses(parts.successes, params.successes, rig.exposure, tickSeconds, state.tick >= setup.onsetTick);
  if (parts.release.chart === 'shadow') parts.successes.costEur += (params.release.shadow.eurPerHour * tickSeconds) / 3600;
}
