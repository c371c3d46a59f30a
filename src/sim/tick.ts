import { stepCost } from '../parts/cost/step.ts';
import { stepTraffic } from '../parts/traffic/step.ts';
import { callsBefore, conditionsOf, reportToBreakers, servingParams } from './conditions.ts';
import { controllers } from './controllers.ts';
import { takeEffect } from './effects.ts';
import { driveInputs } from './inputs.ts';
import { returnLooks } from './looks.ts';
import { allPods, restartOne } from './pods.ts';
import { scrape } from './scrape.ts';
import { stepServing } from './serving.ts';
import { settleVerification } from './verify.ts';
import { witnessCalls } from './witness.ts';
import type { World } from './world.ts';

/** Moves the world by one tick. The order of a tick stands here and nowhere else. */
export function stepWorld(world: World): void {
  const { setup, state } = world;
  const { parts } = state;
  const { params } = setup;
  const now = state.tick * setup.scenario.brief.tickSeconds;
  effectsDue(world);
  driveInputs(state.inputs, setup, state.tick);
  if (state.tick === setup.restartTick) restartOne(setup, state);
  controllers(world, now);
  const phi = params.traffic.noisePhi;
  stepTraffic(parts.traffic, params.traffic, state.inputs['traffic.rateFactor'], world.traffic, Math.sqrt(1 - phi * phi));
  const conditions = conditionsOf(setup, state);
  const before = callsBefore(state);
  stepServing(parts.serving, servingParams(setup, state), conditions, now);
  witnessCalls(world.witness, setup, state, conditions);
  if (before !== null) reportToBreakers(setup, state, conditions, before, now);
  stepCost(parts.cost, params.cost, allPods(parts.serving), setup.scenario.brief.tickSeconds);
  state.tick++;
  if (state.tick % world.scrapeTicks === 0) scrape(world);
  if (world.ledger.looks.length > 0) returnLooks(world);
  if (world.ledger.verifying !== null) settleVerification(world);
}

function effectsDue(world: World): void {
  const { state } = world;
  if (state.agenda.length === 0) return;
  const due = state.agenda.filter((entry) => entry.at <= state.tick);
  if (due.length === 0) return;
  state.agenda = state.agenda.filter((entry) => entry.at > state.tick);
  for (const entry of due) {
    takeEffect(world.setup, state, entry.action);
    const last = world.ledger.lastChange;
    if (last !== null && last.due.entry === entry.entry) world.ledger.lastChange = { ...last, effectDone: true };
  }
}
