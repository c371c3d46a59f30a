import { ZERO } from '../../kernel/zero.ts';
import { admitCalls, reportCalls, type BreakerState } from '../../parts/gateway/breaker.ts';
import type { GatewayParams } from '../../parts/gateway/params.ts';
import { slowCallsOf } from './slow-calls.ts';
import type { Conditions, ServingParams } from './types.ts';
import type { Setup, WorldState } from './world.ts';

const passes = (breaker: BreakerState): boolean => breaker.chart === 'closed' || breaker.chart === 'off';

/** How long a fetch may take, as people have set it, s. */
export function fetchCutSeconds({ params }: Setup, { parts }: WorldState): number {
  const { storeTimeoutMs, serveCached, storeFallback } = parts.controls;
  const budgetMs = serveCached || storeFallback ? Math.min(params['feature-store'].cachedBudgetMs, storeTimeoutMs) : storeTimeoutMs;
  return budgetMs / 1000;
}

/** What the serving path faces this tick: inputs as faults have them, settings as people have them, breakers as they stand. */
export function conditionsOf(setup: Setup, state: WorldState): Conditions {
  const { controls, breakers, traffic, rollout } = state.parts;
  const store = setup.params['feature-store'];
  return {
    rate: traffic.rate,
    shedShare: controls.shedShare + ZERO,
    heavyCardCpuFactor: state.inputs['model-server.heavyCardCpuFactor'] + ZERO,
    podCapacityFactor: state.inputs['model-server.podCapacityFactor'] + ZERO,
    hotKeyShare: state.inputs['feature-store.hotKeyShare'] + ZERO,
    partitionFactor: state.inputs['feature-store.partitionFactor'] + ZERO,
    fetchCutSeconds: fetchCutSeconds(setup, state),
    storeDefaults: controls.serveCached || controls.storeFallback || store.defaultOnTimeout,
    storeOpen: passes(breakers['feature-store']),
    upstreamOpen: passes(breakers['merchant-risk']),
    slowShare: setup.params.upstream.slowShare,
    snapshotMerchantShare: setup.params.upstream.snapshotMerchantShare,
    slowCalls: slowCallsOf(setup, state),
    weights: rollout.weights,
  };
}

/** Parameters of the serving path with what people have changed. */
export function servingParams(setup: Setup, state: WorldState): ServingParams {
  const { 'model-server': server, 'feature-store': store } = setup.params;
  return { gateway: gatewayNow(setup, state), server, store, steps: setup.servingSteps };
}

let adjusted: { readonly from: GatewayParams; readonly now: GatewayParams } | null = null;

/** The gateway as it is set now; whoever sets the number of attempts by hand has no budget for them. */
export function gatewayNow(setup: Setup, state: WorldState): GatewayParams {
  const { gateway } = setup.params;
  const attempts = state.parts.controls.gatewayAttempts;
  if (attempts === gateway.attempts) return gateway;
  if (adjusted === null || adjusted.from !== gateway || adjusted.now.attempts !== attempts)
    adjusted = { from: gateway, now: { ...gateway, attempts, retryBudgetShare: null } };
  return adjusted.now;
}

/** Calls made by the start of a second. */
export interface CallsBefore {
  readonly calls: number;
  readonly timeouts: number;
  readonly answered: number;
  readonly lookups: number;
}

/** What breakers will want to know after this second; null while all of them are off. */
export function callsBefore({ parts }: WorldState): CallsBefore | null {
  const { breakers, serving } = parts;
  if (breakers['merchant-risk'].chart === 'off' && breakers['feature-store'].chart === 'off') return null;
  const { outboundCalls, outboundTimeouts, answered, lookups } = serving.totals;
  return { calls: outboundCalls, timeouts: outboundTimeouts, answered, lookups };
}

/** Tells the breakers what came of this second's calls, or of the trials of a half-open one. */
export function reportToBreakers(setup: Setup, state: WorldState, conditions: Conditions, before: CallsBefore, now: number): void {
  const { breakers, serving } = state.parts;
  const totals = serving.totals;
  const upstream = breakers['merchant-risk'];
  if (upstream.chart !== 'off') {
    const tuning = setup.params.upstream.breakerTuning;
    const wanted = totals.answered - before.answered;
    const admitted = admitCalls(upstream, tuning, wanted, now);
    const { slowCalls } = conditions;
    if (upstream.chart === 'half-open')
      reportCalls(
        upstream,
        tuning,
        admitted,
        slowCalls === null ? 0 : admitted * conditions.slowShare * slowCalls.timeoutProbability * 3,
        0,
        now + 1,
      );
    else if (upstream.chart === 'closed')
      reportCalls(upstream, tuning, totals.outboundCalls - before.calls, totals.outboundTimeouts - before.timeouts, 0, now + 1);
  }
  const store = breakers['feature-store'];
  if (store.chart !== 'off') {
    const tuning = setup.params['feature-store'].breakerTuning;
    const fetches = totals.answered - before.answered;
    const admitted = admitCalls(store, tuning, fetches, now);
    const hot = totals.lookups - before.lookups;
    const slowHot = serving.store.delaySeconds > tuning.slowCallSeconds ? hot : 0;
    const failed = hot * Math.min(1, serving.store.overflowShare + serving.store.cutShare);
    if (store.chart === 'half-open') reportCalls(store, tuning, admitted, 0, slowHot > 0 ? admitted : 0, now + 1);
    else if (store.chart === 'closed') reportCalls(store, tuning, fetches, failed, slowHot, now + 1);
  }
}
