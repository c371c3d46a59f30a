import { exp, normalQuantile } from '../../kernel/math.ts';
import { drawAt, type DrawKey } from '../../kernel/streams.ts';
import { ZERO } from '../../kernel/zero.ts';
import { alongPath, byHourOfDay, hourOfWeek } from './hour-of-week.ts';
import type { AudienceParams } from './params.ts';

export interface AudienceState {
  rateNoise: number; // relative, AR(1)
  successNoise: number; // relative, AR(1)
  arrivals: number; // expected in this tick
  hourFactor: number; // × success, by hour of day: known to all
  season: number; // × success, what the season makes of it
  level: number; // × success in this tick: hour, season and noise
  newClientShare: number; // of arrivals
  treatedShare: number; // of arrivals
  clientOff: boolean; // the newest client behaves as the one before
  armsPaused: boolean; // nobody is treated
  pauseAt: number; // s, when the owner of the parallel experiment pauses it; NaN: was not asked
}

/** What faults make of the audience. */
export interface AudienceInputs {
  rateFactor: number;
  seasonDrop: number; // share
}

/** What the noise of an audience is drawn with, and how far it carries from tick to tick. Fixed for a run. */
export interface AudienceNoise {
  readonly rate: DrawKey;
  readonly success: DrawKey;
  readonly ratePhi: number;
  readonly rateSpread: number; // sd of a tick's innovation
  readonly successPhi: number;
  readonly successSpread: number;
}

export const createAudience = (): AudienceState => ({
  rateNoise: ZERO,
  successNoise: ZERO,
  arrivals: ZERO,
  hourFactor: 1,
  season: 1,
  level: 1,
  newClientShare: ZERO,
  treatedShare: ZERO,
  clientOff: false,
  armsPaused: false,
  pauseAt: NaN,
});

/** @param rate,success keys of the seed @param tickSeconds length of a tick */
export function noiseOf(params: AudienceParams, rate: DrawKey, success: DrawKey, tickSeconds: number): AudienceNoise {
  const ratePhi = exp(-tickSeconds / 3600 / params.rateNoiseHours);
  const successPhi = exp(-tickSeconds / 3600 / params.successNoiseHours);
  return {
    rate,
    success,
    ratePhi,
    rateSpread: params.rateNoiseSd * Math.sqrt(1 - ratePhi * ratePhi),
    successPhi,
    successSpread: params.successNoiseSd * Math.sqrt(1 - successPhi * successPhi),
  };
}

const normalAt = (key: DrawKey, tick: number): number => normalQuantile(drawAt(key, tick, 0) * (1 - 1e-9) + 5e-10);

/** How far a season presses success down at an hour of the week. @param drop share, as the season has it elsewhere in the week */
export const seasonFactor = (params: AudienceParams, drop: number, hour: number): number =>
  1 - drop * (1 - alongPath(params.seasonRelief, hour));

/** Mean arrivals in a tick at an hour of the week, without noise. */
export const meanArrivals = (params: AudienceParams, hour: number, tickSeconds: number): number =>
  params.arrivalsPerSecond * tickSeconds * byHourOfDay(params.byHour, hour) * params.byWeekday[Math.floor(hour / 24)]!;

/**
 * One tick of who comes: mean by hour of week × fault × (1 + AR(1) noise), two draws whatever happens. Source: model.md A.1; the noise
 * is keyed by tick, so that no action moves it.
 * @param now s since tick 0
 */
export function stepAudience(
  state: AudienceState,
  params: AudienceParams,
  noise: AudienceNoise,
  inputs: AudienceInputs,
  tick: number,
  now: number,
  tickSeconds: number,
): void {
  const hour = hourOfWeek(params.startHourOfWeek, now);
  state.rateNoise = noise.ratePhi * state.rateNoise + noise.rateSpread * normalAt(noise.rate, tick);
  state.successNoise = noise.successPhi * state.successNoise + noise.successSpread * normalAt(noise.success, tick);
  state.arrivals = Math.max(0, meanArrivals(params, hour, tickSeconds) * inputs.rateFactor * (1 + state.rateNoise));
  state.hourFactor = byHourOfDay(params.successByHour, hour);
  state.season = seasonFactor(params, inputs.seasonDrop, hour);
  state.level = state.hourFactor * state.season * (1 + state.successNoise);
  if (now >= state.pauseAt) state.armsPaused = true; // NaN: was not asked
  const hours = now / 3600;
  state.newClientShare = params.clients.length > 1 ? alongPath(params.newClientRamp, hours) : 0;
  state.treatedShare = params.arms.length > 1 && !state.armsPaused ? alongPath(params.treatedRamp, hours) : 0;
}
