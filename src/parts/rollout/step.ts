import type { RolloutParams } from './params.ts';

export interface VersionShare {
  version: string;
  share: number; // 0..1
}

export interface RolloutState {
  champion: string; // what the registry's alias names
  target: string; // the version that the deployment brings to its pods
  restPods: number; // how many pods still run `rest`; whatever is started anew runs the target
  rest: string;
  reconcileAt: number | null; // s; null while champion and deployment agree
  gateScrapes: number; // scrapes in a row that the latency gate has seen the candidate slow
  weights: VersionShare[] | null; // of traffic, where someone set it
}

export function createRollout(params: RolloutParams, pods: number): RolloutState {
  const releasing = params.candidate !== null && params.candidatePods > 0;
  return {
    champion: releasing ? params.candidate! : params.stable,
    target: releasing ? params.candidate! : params.stable,
    restPods: releasing ? Math.max(0, pods - params.candidatePods) : 0,
    rest: params.stable,
    reconcileAt: null,
    gateScrapes: 0,
    weights: null,
  };
}

/** The version that a rollback goes to: the last stable one, or the one before where stable itself serves. */
export const rollbackTarget = (state: RolloutState, params: RolloutParams): string =>
  state.target === params.stable ? params.previous : params.stable;

/** Starts or stops the controller's countdown: it brings back what the registry names. */
export function watchRegistry(state: RolloutState, params: RolloutParams, now: number): void {
  if (state.champion === state.target) state.reconcileAt = null;
  else if (state.reconcileAt === null) state.reconcileAt = now + params.reconcileSeconds;
}

/**
 * The latency gate of a canary: true when the candidate's p95 has exceeded stable's by the ratio for enough scrapes in a row.
 * @param candidateMs,stableMs p95 as monitoring shows it; NaN without data
 */
export function gateTrips(state: RolloutState, params: RolloutParams, candidateMs: number, stableMs: number): boolean {
  if (!params.latencyGate || params.candidate === null || state.target !== params.candidate) return false;
  state.gateScrapes = candidateMs > stableMs * params.latencyGateRatio ? state.gateScrapes + 1 : 0;
  return state.gateScrapes >= params.latencyGateScrapes;
}
