import { ZERO } from '../../kernel/zero.ts';
import type { Stream } from '../../kernel/streams.ts';
import type { TrafficParams } from './params.ts';

export interface TrafficState {
  noise: number; // relative deviation of demand, AR(1)
  rate: number; // requests/s in this tick
}

export const createTraffic = (params: TrafficParams): TrafficState => ({ noise: ZERO, rate: params.requestsPerSecond + ZERO });

/**
 * Arrivals of one tick: base × factor × (1 + AR(1) noise). Always one draw, whatever happens. Source: model.md A.1.
 * @param innovationScale sqrt(1 − phi²) of the params, kept by the caller
 */
export function stepTraffic(state: TrafficState, params: TrafficParams, rateFactor: number, stream: Stream, innovationScale: number): void {
  state.noise = params.noisePhi * state.noise + params.noiseSd * innovationScale * stream.normal();
  const factor = 1 + state.noise;
  state.rate = params.requestsPerSecond * rateFactor * (factor > 0 ? factor : 0);
}
