import { stepCost } from '../../parts/cost/step.ts';
import { stepTraffic } from '../../parts/traffic/step.ts';
import { callsBefore, conditionsOf, reportToBreakers, servingParams } from './conditions.ts';
import { controllers } from './controllers.ts';
import { stepServing } from './path.ts';
import { allPods, restartOne } from './pods.ts';
import { witnessCalls } from './witness.ts';
import type { World } from './world.ts';

/** One tick of the serving path. @param now seconds since the start */
export function step(world: World, now: number): void {
  const { setup, state } = world;
  const { parts } = state;
  const { params } = setup;
  if (state.tick === setup.restartTick) restartOne(setup, state);
  controllers(world, now);
  const phi = params.traffic.noisePhi;
  stepTraffic(parts.traffic, params.traffic, state.inputs['traffic.rateFactor'], world.rig.traffic, Math.sqrt(1 - phi * phi));
  const conditions = conditionsOf(setup, state);
  const before = callsBefore(state);
  stepServing(parts.serving, servingParams(setup, state), conditions, now);
  witnessCalls(world.witness, setup, state, conditions);
  if (before !== null) reportToBreakers(setup, state, conditions, before, now);
  stepCost(parts.cost, params.cost, allPods(parts.serving), setup.scenario.brief.tickSeconds);
}
