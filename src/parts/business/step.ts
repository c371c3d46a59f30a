import { ZERO } from '../../kernel/zero.ts';
import type { BusinessParams } from './params.ts';

export interface BusinessState {
  fraudEur: number;
  abandonEur: number;
  falsePositiveEur: number;
  sloEur: number;
  perMinute: number; // € a minute over the last scrape interval, costs excluded
}

export const createBusiness = (): BusinessState => ({
  fraudEur: ZERO,
  abandonEur: ZERO,
  falsePositiveEur: ZERO,
  sloEur: ZERO,
  perMinute: ZERO,
});

/** What happened to payments between two scrapes. */
export interface Outcomes {
  readonly requests: number;
  readonly unscored: number;
  readonly slow: number;
  readonly degraded: number; // scored with default features
  readonly fraudMissed: number; // scored, but as badly as so many unscored payments
  readonly sloMissed: boolean; // p95 was above what is promised
  readonly seconds: number;
}

/** Adds what an interval cost beyond a normal night, in euro. */
export function stepBusiness(state: BusinessState, params: BusinessParams, o: Outcomes): void {
  const excess = o.unscored - params.normalUnscoredShare * o.requests;
  const fraud = ((excess > 0 ? excess : 0) + o.fraudMissed) * params.eurPerUnscored;
  const abandon = o.slow * params.eurPerSlow;
  const falsePositive = o.degraded * params.eurPerDegraded;
  const slo = o.sloMissed ? (params.sloPenaltyEurPerMinute * o.seconds) / 60 : 0;
  state.fraudEur += fraud;
  state.abandonEur += abandon;
  state.falsePositiveEur += falsePositive;
  state.sloEur += slo;
  state.perMinute = ((fraud + abandon + falsePositive + slo) * 60) / o.seconds;
}

export const businessEur = (state: BusinessState): number => state.fraudEur + state.abandonEur + state.falsePositiveEur + state.sloEur;

/** The estimate of the impact rate from the pager metric alone, the same function whatever the cause. €/min. */
export const pagerEstimate = (params: BusinessParams, p95Ms: number): number =>
  p95Ms > params.sloMs ? (params.pagerEurPerMinute * (p95Ms - params.sloMs)) / 1000 : 0;
