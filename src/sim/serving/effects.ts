import type { Change } from '../../domain/action.ts';
import { servingRefusals as no } from '../../domain/words/serving-refusals.ts';
import { pauseAutoscaler, resumeAutoscaler, setReplicas } from '../../parts/autoscaler/step.ts';
import { setBreaker } from '../../parts/gateway/breaker.ts';
import { rollbackTarget, watchRegistry } from '../../parts/rollout/step.ts';
import { nextRollout } from './charts.ts';
import { reconcilePods, restartAll } from './pods.ts';
import type { Controls, Setup, WorldState } from './world.ts';

export const BREAKER_ROUTES = ['feature-store', 'merchant-risk'] as const;
export type BreakerRoute = (typeof BREAKER_ROUTES)[number];
export const isBreakerRoute = (route: string): route is BreakerRoute => (BREAKER_ROUTES as readonly string[]).includes(route);

export const MANUAL_SCALE_SECONDS = 1200; // a manual replica count lapses after this: the autoscaler takes over again

const secondsAt = (setup: Setup, tick: number): number => tick * setup.scenario.brief.tickSeconds;

/** What a change does to the world once its delay is over. Only causes are touched here; metrics follow by themselves. */
export function takeEffect(setup: Setup, state: WorldState, action: Change): void {
  const { controls, rollout, autoscaler, breakers, serving } = state.parts;
  const now = secondsAt(setup, state.tick);
  switch (action.type) {
    case 'rollback':
      rollout.target = rollbackTarget(rollout, setup.params.rollout);
      rollout.restPods = 0;
      nextRollout(state, 'ROLL_BACK');
      watchRegistry(rollout, setup.params.rollout, now);
      reconcilePods(setup, state, true);
      return;
    case 'shift-traffic': {
      const others = new Set(
        serving.groups.filter((group) => group.version !== action.version && group.phase === 'serving').map((group) => group.version),
      );
      rollout.weights = [
        { version: action.version, share: action.share },
        ...[...others].map((version) => ({ version, share: (1 - action.share) / others.size })),
      ];
      return;
    }
    case 'scale':
      controls.manualReplicas = action.replicas;
      controls.manualUntil = state.tick + Math.round(MANUAL_SCALE_SECONDS / setup.scenario.brief.tickSeconds);
      setReplicas(autoscaler, action.replicas);
      pauseAutoscaler(autoscaler);
      reconcilePods(setup, state, false);
      return;
    case 'restart':
      restartAll(setup, state);
      return;
    case 'set-breaker':
      if (isBreakerRoute(action.route)) setBreaker(breakers[action.route], action.mode);
      return;
    case 'serve-cached':
      controls.serveCached = action.on;
      return;
    case 'set-timeout':
      if (action.route === 'feature-store') controls.storeTimeoutMs = action.timeoutMs;
      if (action.route === 'merchant-risk') controls.upstreamTimeoutMs = action.timeoutMs;
      return;
    case 'set-retries':
      if (action.route === 'merchant-risk') controls.upstreamAttempts = action.attempts;
      if (action.route === 'fraud-api') controls.gatewayAttempts = action.attempts;
      return;
    case 'shed':
      controls.shedShare = action.share;
      return;
    case 'repoint-champion':
      rollout.champion = action.version;
      state.parts.charts['registry-alias'] = 'repointed';
      watchRegistry(rollout, setup.params.rollout, now);
      return;
    case 'rebalance-partition':
      serving.store.rebalanced = 1;
      return;
    case 'raise-max-replicas':
      controls.maxReplicas = action.max;
      if (controls.manualReplicas !== null) resumeAutoscaler(autoscaler, now);
      controls.manualReplicas = null;
      return;
    case 'add-fallback':
      if (action.route === 'merchant-risk') controls.upstreamFallback = true;
      if (action.route === 'feature-store') controls.storeFallback = true;
      return;
    default:
      return; // a new model on the same data changes nothing that is slow; other systems' changes are not offered here
  }
}

/** Settings that a change of this kind moves, as they stand: enough to take it back. Null where it cannot be taken back once in effect. */
export function undoOf(state: WorldState, action: Change): Partial<Controls> | null {
  const c = state.parts.controls;
  switch (action.type) {
    case 'scale':
      return { manualReplicas: c.manualReplicas, manualUntil: c.manualUntil };
    case 'serve-cached':
      return { serveCached: c.serveCached };
    case 'set-timeout':
      return action.route === 'feature-store' ? { storeTimeoutMs: c.storeTimeoutMs } : { upstreamTimeoutMs: c.upstreamTimeoutMs };
    case 'set-retries':
      return action.route === 'merchant-risk' ? { upstreamAttempts: c.upstreamAttempts } : { gatewayAttempts: c.gatewayAttempts };
    case 'shed':
      return { shedShare: c.shedShare };
    case 'raise-max-replicas':
      return { maxReplicas: c.maxReplicas };
    case 'set-breaker':
      return {};
    default:
      return null;
  }
}

/** Puts the settings back that a change moved. @param undo what `undoOf` gave */
export function takeBack(setup: Setup, state: WorldState, action: Change, undo: Partial<Controls>): void {
  Object.assign(state.parts.controls, undo);
  if (action.type === 'set-breaker' && isBreakerRoute(action.route)) {
    const own = setup.params[action.route === 'feature-store' ? 'feature-store' : 'upstream'].breaker;
    setBreaker(state.parts.breakers[action.route], own === action.mode ? 'off' : own);
  }
  if (action.type === 'scale') {
    const { controls, autoscaler } = state.parts;
    const own = Math.min(controls.maxReplicas, Math.max(setup.params.autoscaler.min, setup.params['model-server'].pods));
    setReplicas(autoscaler, controls.manualReplicas ?? own);
    if (controls.manualReplicas === null) resumeAutoscaler(autoscaler, secondsAt(setup, state.tick));
    reconcilePods(setup, state, false);
  }
}

/** How many replicas the deployment asks for, where that is known without a look: set by hand, or left no choice. Else null. */
export function knownReplicas(setup: Setup, state: WorldState): number | null {
  const { manualReplicas, maxReplicas } = state.parts.controls;
  return manualReplicas ?? (maxReplicas === setup.params.autoscaler.min ? maxReplicas : null);
}

/** Why a change cannot be made now; null where it can. No reason depends on what only a look would tell. */
export function refusalOf(setup: Setup, state: WorldState, action: Change): string | null {
  const { controls, rollout, breakers, charts } = state.parts;
  const versions = setup.params['model-server'].versions.map((version) => version.id);
  switch (action.type) {
    case 'rollback':
      return charts['rollout'] === 'rolled-back' ? no.rolledBack : null;
    case 'shift-traffic':
      return versions.includes(action.version) ? null : no.noVersion(action.version, versions);
    case 'scale':
      return action.replicas === knownReplicas(setup, state) ? no.replicas(action.replicas) : null;
    case 'set-breaker': {
      if (!isBreakerRoute(action.route)) return no.noBreaker(action.route, BREAKER_ROUTES);
      const chart = breakers[action.route].chart;
      const mode = chart === 'forced-open' || chart === 'off' ? chart : 'automatic';
      return mode === action.mode ? no.breaker(action.route, action.mode) : null;
    }
    case 'serve-cached':
      return action.on === controls.serveCached ? no.cached(action.on) : null;
    case 'set-timeout':
      if (action.route === 'fraud-api') return no.checkoutTimeout;
      return action.timeoutMs === (action.route === 'feature-store' ? controls.storeTimeoutMs : controls.upstreamTimeoutMs)
        ? no.timeout(action.timeoutMs)
        : null;
    case 'set-retries':
      if (action.route === 'feature-store') return no.notRetried;
      return action.attempts === (action.route === 'merchant-risk' ? controls.upstreamAttempts : controls.gatewayAttempts)
        ? no.attempts(action.attempts)
        : null;
    case 'shed':
      return action.share === controls.shedShare ? no.shed : null;
    case 'repoint-champion':
      if (!versions.includes(action.version)) return no.noVersion(action.version, versions);
      return charts['registry-alias'] === 'repointed' && action.version === rollout.champion ? no.champion(action.version) : null;
    case 'rebalance-partition':
      return state.parts.serving.store.rebalanced === 1 ? no.split : null;
    case 'raise-max-replicas':
      if (action.max < setup.params.autoscaler.min) return no.belowMin(setup.params.autoscaler.min);
      return action.max === controls.maxReplicas ? no.max(action.max) : null;
    case 'add-fallback':
      if (action.route === 'fraud-api') return no.noField;
      return (action.route === 'merchant-risk' ? controls.upstreamFallback : controls.storeFallback) ? no.fallback : null;
    default:
      return null;
  }
}
