import { copyInto } from '../../kernel/clone.ts';
import { openStream, restoreStream } from '../../kernel/streams.ts';
import { createAutoscaler } from '../../parts/autoscaler/step.ts';
import { createBusiness } from '../../parts/business/step.ts';
import { createCost } from '../../parts/cost/step.ts';
import { createBreaker } from '../../parts/gateway/breaker.ts';
import { createGroup } from '../../parts/model-server/group.ts';
import { createRollout } from '../../parts/rollout/step.ts';
import { createTraffic } from '../../parts/traffic/step.ts';
import type { CoreParts } from '../state.ts';
import { steppers } from './charts.ts';
import { copyCounters, createCounters, pushCounters } from './counters.ts';
import { instrumentsOf } from './instruments.ts';
import { createServing, meterOf } from './path-state.ts';
import type { PartStates, Rig, Setup, World } from './world.ts';

/** The parts of the serving path at tick 0, healthy. */
export function createParts(setup: Setup, core: CoreParts): PartStates {
  const { params } = setup;
  const pods = params['model-server'].pods;
  const rollout = createRollout(params.rollout, pods);
  const serving = createServing(params.rollout.stable, pods);
  for (const version of params['model-server'].versions) meterOf(serving, version.id);
  if (rollout.target !== rollout.rest) {
    serving.groups[0]!.count = rollout.restPods;
    serving.groups.push(createGroup(rollout.target, pods - rollout.restPods, 'serving', -1e6, -1e6));
  }
  const own = Object.fromEntries(Object.entries(steppers).map(([id, stepper]) => [id, stepper.initial]));
  const charts: Record<string, string> = { ...own, ...core.charts };
  if (rollout.target !== params.rollout.stable) charts['rollout'] = steppers.rollout.send(charts['rollout']!, 'STEP');
  return {
    traffic: createTraffic(params.traffic),
    serving,
    breakers: { 'feature-store': createBreaker(params['feature-store'].breaker), 'merchant-risk': createBreaker(params.upstream.breaker) },
    autoscaler: createAutoscaler(params.autoscaler, pods),
    rollout,
    alerts: core.alerts,
    business: createBusiness(),
    cost: createCost(),
    stakeholder: core.stakeholder,
    colleagues: core.colleagues,
    controls: {
      shedShare: 0,
      serveCached: false,
      storeTimeoutMs: params['feature-store'].fetchTimeoutMs,
      upstreamTimeoutMs: params.upstream.timeoutMs,
      upstreamAttempts: params.upstream.attempts,
      gatewayAttempts: params.gateway.attempts,
      upstreamFallback: params.upstream.fallback,
      storeFallback: false,
      manualReplicas: null,
      manualUntil: 0,
      maxReplicas: params.autoscaler.max,
    },
    charts,
  };
}

/** Copied into parts made anew, so that the same code reads one shape of object in a run and in its forks. @param core made anew */
export function copyParts(setup: Setup, from: PartStates, core: CoreParts): PartStates {
  const copy = createParts(setup, core);
  const { serving, autoscaler } = copy;
  for (const list of ['recommendations', 'ups', 'downs'] as const)
    autoscaler[list] = from.autoscaler[list].map(({ replicas, atSeconds }) => ({ replicas, atSeconds }));
  serving.groups = from.serving.groups.map(({ version, count }) => createGroup(version, count, 'serving', 0, 0));
  for (const { version } of from.serving.meters) meterOf(serving, version);
  return copyInto(copy, from);
}

/** Counters of the last minute, instruments and the stream of demand, at tick 0. */
export function createRig(setup: Setup, { serving }: PartStates): Rig {
  const { tickSeconds } = setup.scenario.brief;
  const scrapeTicks = Math.max(1, Math.round(15 / tickSeconds));
  const counters = createCounters(serving.meters.length, Math.max(1, Math.round(60 / tickSeconds / scrapeTicks)));
  pushCounters(counters, serving, setup.params['model-server']);
  return { instruments: instrumentsOf(setup), counters, traffic: openStream(setup.seed, 'traffic', 'demand') };
}

export const copyRig = ({ rig }: World): Rig => ({
  instruments: rig.instruments,
  counters: copyCounters(rig.counters),
  traffic: restoreStream(rig.traffic.state()),
});
