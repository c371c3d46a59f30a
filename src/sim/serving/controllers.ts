import type { PodReport } from '../../parts/autoscaler/pods.ts';
import { autoscalerDue, resumeAutoscaler, stepAutoscaler } from '../../parts/autoscaler/step.ts';
import { watchRegistry } from '../../parts/rollout/step.ts';
import { nextRollout } from './charts.ts';
import { reconcilePods, servesOne, settled } from './pods.ts';
import type { World } from './world.ts';

/** The controllers that act by themselves: deployments, the registry's, and the autoscaler's count. */
export function controllers(world: World, now: number): void {
  const { setup, state } = world;
  const { rollout, autoscaler, controls } = state.parts;
  if (rollout.reconcileAt !== null && now >= rollout.reconcileAt) {
    rollout.target = rollout.champion;
    rollout.restPods =
      rollout.champion === setup.params.rollout.candidate
        ? Math.max(0, setup.params['model-server'].pods - setup.params.rollout.candidatePods)
        : 0;
    rollout.rest = setup.params.rollout.stable;
    rollout.reconcileAt = null;
    nextRollout(state, rollout.restPods === 0 ? 'SETTLE' : 'STEP');
    world.ledger.happened.push({
      tick: state.tick,
      kind: 'model-deploy',
      station: 'registry',
      text: `deploy controller put ${rollout.champion} back: the registry names it champion`,
    });
    reconcilePods(setup, state, true);
  }
  if (controls.manualReplicas !== null && state.tick >= controls.manualUntil) {
    controls.manualReplicas = null;
    resumeAutoscaler(autoscaler, now);
    world.ledger.happened.push({
      tick: state.tick,
      kind: 'scale',
      station: 'fraud-api',
      text: 'manual replica count lapsed: the autoscaler decides again',
    });
  }
  if (controls.manualReplicas === null && autoscalerDue(autoscaler, now)) {
    const before = autoscaler.replicas;
    const quota = state.inputs['autoscaler.max'];
    const max = Math.round(quota < setup.params.autoscaler.max ? Math.min(quota, controls.maxReplicas) : controls.maxReplicas);
    const targetUtilisationPercent = Math.round(state.inputs['autoscaler.targetUtilisationPercent']);
    stepAutoscaler(
      autoscaler,
      { ...setup.params.autoscaler, max, targetUtilisationPercent },
      { nowSeconds: now, pods: podReports(world, now) },
    );
    if (autoscaler.replicas !== before) reconcilePods(setup, state, false);
  }
  if (state.tick % 5 === 0 && !settled(state)) reconcilePods(setup, state, true);
  if (rollout.weights !== null && servesOne(state)) rollout.weights = null; // until the last pod of the other version is gone they hold
}

function podReports(world: World, now: number): PodReport[] {
  const request = world.setup.params['model-server'].coresPerPod * 1000;
  const pods: PodReport[] = [];
  for (const group of world.state.parts.serving.groups) {
    if (group.phase === 'draining') continue;
    const report: PodReport =
      group.phase === 'booting'
        ? { ready: false, cpuMilli: null, requestMilli: request, startedSecondsAgo: now - group.bornAt }
        : {
            ready: true,
            cpuMilli: group.busyCores * 1000,
            requestMilli: request,
            startedSecondsAgo: now - group.bornAt,
            readySecondsAgo: now - group.readyAt,
          };
    for (let i = 0; i < group.count; i++) pods.push(report);
  }
  return pods;
}

/** The canary's latency gate stops a release and takes it back by itself. */
export function haltRelease(world: World, now: number): void {
  const { setup, state } = world;
  const { rollout } = state.parts;
  rollout.champion = setup.params.rollout.stable;
  rollout.target = setup.params.rollout.stable;
  rollout.restPods = 0;
  watchRegistry(rollout, setup.params.rollout, now);
  nextRollout(state, 'ROLL_BACK');
  world.ledger.happened.push({
    tick: state.tick,
    kind: 'model-deploy',
    station: 'registry',
    text: `latency gate stopped ${setup.params.rollout.candidate} and rolled it back`,
  });
  reconcilePods(setup, state, true);
}
