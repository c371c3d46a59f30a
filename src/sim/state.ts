import type { Change, Look } from '../domain/action.ts';
import type { AlertView, ChangeEntry, Evidence } from '../domain/evidence.ts';
import type { StakeholderLine } from '../domain/observation.ts';
import type { Tick } from '../domain/time.ts';
import type { AlertsState } from '../parts/alerts/step.ts';
import type { AutoscalerState } from '../parts/autoscaler/step.ts';
import type { BusinessState } from '../parts/business/step.ts';
import type { CostState } from '../parts/cost/step.ts';
import type { BreakerState } from '../parts/gateway/breaker.ts';
import type { RolloutState } from '../parts/rollout/step.ts';
import type { StakeholderState } from '../parts/stakeholder/step.ts';
import type { TrafficState } from '../parts/traffic/step.ts';
import type { StreamState } from '../kernel/streams.ts';
import type { Inputs } from './driven-input.ts';
import type { ServingState } from './serving-state.ts';

/** What the player has set, over the system's own parameters. */
export interface Controls {
  shedShare: number;
  serveCached: boolean;
  storeTimeoutMs: number;
  upstreamTimeoutMs: number;
  upstreamAttempts: number;
  gatewayAttempts: number;
  upstreamFallback: boolean;
  storeFallback: boolean;
  manualReplicas: number | null; // someone's own count; lapses
  manualUntil: Tick;
  maxReplicas: number;
  failOption: string | null; // what was agreed with the stakeholder
}

/** A change under way: its first effect comes at `at`. */
export interface Due {
  at: Tick;
  entry: number; // index in the log
  action: Change;
  startedTick: Tick;
}

/** The physical state, by part; every value is plain data, so that it can be copied and hashed. */
export interface PartStates {
  traffic: TrafficState;
  serving: ServingState;
  breakers: Record<'feature-store' | 'merchant-risk', BreakerState>;
  autoscaler: AutoscalerState;
  rollout: RolloutState;
  alerts: AlertsState;
  business: BusinessState;
  cost: CostState;
  stakeholder: StakeholderState;
  controls: Controls;
  charts: Record<string, string>; // chart id → state
}

/** What has been seen, said and decided. Lists only grow; entries never change. */
export interface Ledger {
  evidence: Evidence[];
  looks: { look: Look; askedTick: Tick; returnsTick: Tick }[]; // under way, in order
  opened: Partial<Record<string, Tick>>; // dashboards, by the tick of their first return
  seenCharts: Record<string, { state: string; tick: Tick }>;
  alertsSeen: boolean;
  changesSeen: Tick | null;
  happened: ChangeEntry[]; // changes during the episode, by anyone
  conversation: StakeholderLine[];
  asked: string[]; // moments that have come
  page: AlertView | null;
  pageTick: Tick | null;
  acknowledgedTick: Tick | null;
  verifying: { metric: string; until: Tick; asked: Tick } | null;
  verified: { tick: Tick; metric: string; recovered: boolean; text: string } | null;
  causeClaims: number;
  resolvedTick: Tick | null;
  lastChange: { due: Due; undo: Partial<Controls> | null; effectDone: boolean } | null;
  preventionsPicked: boolean;
  reviewed: boolean;
}

export interface WorldState {
  tick: Tick;
  inputs: Inputs;
  parts: PartStates;
  agenda: Due[];
  trafficDraws: StreamState; // where the demand stream stood when this state was last copied
}
