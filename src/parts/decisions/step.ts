import { createQueue, type QueueState } from './queue.ts';
import type { DecisionsParams } from './params.ts';
import type { Policy } from './policy.ts';

export interface DecisionsState {
  cutoff: number; // score
  segmentCutoffs: Record<string, number>;
  rules: string[];
  paused: boolean;
  changedShare: number; // of rows, decided by the changed configuration
  reverted: boolean; // the changed configuration is gone for good
  overrideShare: number; // of the refused rows that staff consider
  overrideCap: number | null; // of what is selected
  mended: string[]; // fields, keys and feeds that people have looked after, rightly or not
  mutedUntil: number; // hour until which the alert is muted; Infinity: until someone remembers
  rowsTotal: number; // scored since the start
  selectedTotal: number;
  policies: Policy[]; // that have been in force, oldest first
  queue: QueueState;
}

export const createDecisions = (params: DecisionsParams): DecisionsState => ({
  cutoff: params.cutoff,
  segmentCutoffs: {},
  rules: [],
  paused: false,
  changedShare: 0,
  reverted: false,
  overrideShare: params.overrideShare,
  overrideCap: params.overrideLimit,
  mended: [],
  mutedUntil: 0,
  rowsTotal: 0,
  selectedTotal: 0,
  policies: [],
  queue: createQueue(params),
});

/** Shares follow the faults, and what people have set over them. */
export function driveDecisions(state: DecisionsState, params: DecisionsParams, overrideShare: number, changedShare: number): void {
  state.overrideShare = Math.round(overrideShare * 10_000) / 10_000;
  const rolled = params.configGate ? Math.min(changedShare, params.configGateShare) : changedShare;
  state.changedShare = state.reverted ? 0 : Math.round(rolled * 1000) / 1000;
}
