import { copyInto } from '../../kernel/clone.ts';
import { lognormalQuantile } from '../../kernel/math.ts';
import { keyedDraw } from '../../kernel/streams.ts';
import { createGroup, type PodGroup } from '../../parts/model-server/group.ts';
import type { Setup, WorldState } from './world.ts';
import { loseQueue } from './failures.ts';
import type { ServingState } from './path-state.ts';

/** Seconds a pod takes from start to ready; a draw of its own for every pod ever started. */
function bootSeconds(setup: Setup, tick: number, index: number, rolling: boolean): number {
  const server = setup.params['model-server'];
  const p = keyedDraw(setup.seed, 'model-server', rolling ? 'rolling-boot' : 'boot', tick, index);
  return lognormalQuantile(0.02 + 0.96 * p, rolling ? server.rollingBootMedianSeconds : server.bootMedianSeconds, server.bootSigma);
}

const nowOf = (setup: Setup, state: WorldState): number => state.tick * setup.scenario.brief.tickSeconds;

export const countPods = (state: WorldState, version: string | null, phases: readonly PodGroup['phase'][]): number => {
  let pods = 0;
  for (const group of state.parts.serving.groups)
    if ((version === null || group.version === version) && phases.includes(group.phase)) pods += group.count;
  return pods;
};

/** Pods that cost money: all of them. */
export function allPods(serving: ServingState): number {
  let pods = 0;
  for (let i = 0; i < serving.groups.length; i++) pods += serving.groups[i]!.count;
  return pods;
}

/** Starts pods of a version; each is a group of its own until it is as warm as the others. */
export function startPods(setup: Setup, state: WorldState, version: string, count: number, rolling: boolean): void {
  const now = nowOf(setup, state);
  for (let i = 0; i < count; i++) {
    const group = createGroup(version, 1, 'booting', now, now + bootSeconds(setup, state.tick, i, rolling));
    state.parts.serving.groups.push(group);
  }
}

/** Takes `count` pods of a version out of service: booting ones vanish, serving ones drain what waits in them. Newest first. */
export function removePods(state: WorldState, version: string, count: number): void {
  const groups = state.parts.serving.groups;
  let left = count;
  for (const phase of ['booting', 'serving'] as const) {
    for (let i = groups.length - 1; i >= 0 && left > 0; i--) {
      const group = groups[i]!;
      if (group.version !== version || group.phase !== phase) continue;
      const taken = group.count < left ? group.count : left;
      left -= taken;
      if (taken === group.count) {
        if (phase === 'booting') groups.splice(i, 1);
        else group.phase = 'draining';
        continue;
      }
      group.count -= taken;
      if (phase === 'serving') groups.push(splitOff(group, taken));
    }
  }
}

function splitOff(group: PodGroup, count: number): PodGroup {
  const split = copyInto(createGroup(group.version, count, 'serving', 0, 0), group);
  split.count = count;
  split.phase = 'draining';
  return split;
}

/** Kills every pod at once and starts as many anew: what waits in them is lost, caches are empty. */
export function restartAll(setup: Setup, state: WorldState): void {
  const groups = state.parts.serving.groups;
  const again = new Map<string, number>();
  for (const group of groups) {
    if (group.phase !== 'booting') loseQueue(state.parts.serving, group);
    if (group.phase !== 'draining') again.set(group.version, (again.get(group.version) ?? 0) + group.count);
  }
  state.parts.serving.groups = [];
  for (const [version, count] of again) startPods(setup, state, version, count, true);
}

/** Restarts one serving pod on its node, where its local cache stays. */
export function restartOne(setup: Setup, state: WorldState): void {
  const group = state.parts.serving.groups.find((candidate) => candidate.phase === 'serving');
  if (group === undefined) return;
  const version = group.version;
  removePods(state, version, 1);
  startPods(setup, state, version, 1, true);
  state.parts.serving.groups[state.parts.serving.groups.length - 1]!.keepsCache = true;
}

/** Whether nothing boots and there are as many ready pods as asked for: then the deployment has nothing to do. */
export function settled(state: WorldState): boolean {
  let ready = 0;
  for (const group of state.parts.serving.groups) {
    if (group.phase === 'booting') return false;
    if (group.phase === 'serving') ready += group.count;
  }
  return ready === state.parts.autoscaler.replicas;
}

/** Whether all pods, whatever they are doing, run the version that the deployment wants. */
export function servesOne(state: WorldState): boolean {
  const { target } = state.parts.rollout;
  return state.parts.serving.groups.every((group) => group.version === target);
}

/** What the deployment asks for: pods by version. */
export function wantedPods(state: WorldState): Map<string, number> {
  const { rollout, autoscaler } = state.parts;
  const total = autoscaler.replicas;
  const kept = rollout.rest === rollout.target ? 0 : Math.min(rollout.restPods, total);
  const wanted = new Map<string, number>([[rollout.target, total - kept]]);
  if (kept > 0) wanted.set(rollout.rest, kept);
  return wanted;
}

/**
 * Moves pods towards what is wanted, surge first: an old pod drains only when there are more ready pods than asked for, so that
 * capacity never falls.
 */
export function reconcilePods(setup: Setup, state: WorldState, rolling: boolean): void {
  const wanted = wantedPods(state);
  for (const [version, count] of wanted) {
    const have = countPods(state, version, ['serving', 'booting']);
    if (have < count) startPods(setup, state, version, count - have, rolling);
  }
  const versions = new Set(state.parts.serving.groups.map((group) => group.version));
  for (const version of versions) {
    const keep = wanted.get(version) ?? 0;
    const booting = countPods(state, version, ['booting']);
    const ready = countPods(state, version, ['serving']);
    let surplus = booting + ready - keep;
    if (surplus <= 0) continue;
    const early = Math.min(surplus, booting);
    if (early > 0) removePods(state, version, early);
    surplus -= early;
    const spare = countPods(state, null, ['serving']) - state.parts.autoscaler.replicas;
    if (surplus > 0 && spare > 0) removePods(state, version, Math.min(surplus, spare));
  }
}
