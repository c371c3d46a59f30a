import { ZERO } from '../../kernel/zero.ts';
import type { CostParams } from './params.ts';

export interface CostState {
  extraPodEur: number;
  oneOffEur: number;
}

export const createCost = (): CostState => ({ extraPodEur: ZERO, oneOffEur: ZERO });

/** Pods beyond the normal number cost extra, booting ones too. */
export function stepCost(state: CostState, params: CostParams, pods: number, seconds: number): void {
  const extra = pods - params.normalPods;
  if (extra > 0) state.extraPodEur += (extra * params.eurPerPodHour * seconds) / 3600;
}

export const costEur = (state: CostState): number => state.extraPodEur + state.oneOffEur;
