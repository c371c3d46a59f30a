import type { Tick } from '../../domain/time.ts';
import type { Stream } from '../../kernel/streams.ts';
import type { AutoscalerParams } from '../../parts/autoscaler/params.ts';
import type { AutoscalerState } from '../../parts/autoscaler/step.ts';
import type { BusinessParams } from '../../parts/business/params.ts';
import type { BusinessState } from '../../parts/business/step.ts';
import type { CostParams } from '../../parts/cost/params.ts';
import type { CostState } from '../../parts/cost/step.ts';
import type { FeatureStoreParams } from '../../parts/feature-store/params.ts';
import type { BreakerState } from '../../parts/gateway/breaker.ts';
import type { GatewayParams } from '../../parts/gateway/params.ts';
import type { ModelServerParams } from '../../parts/model-server/params.ts';
import type { RolloutParams } from '../../parts/rollout/params.ts';
import type { RolloutState } from '../../parts/rollout/step.ts';
import type { TrafficParams } from '../../parts/traffic/params.ts';
import type { TrafficState } from '../../parts/traffic/step.ts';
import type { UpstreamParams } from '../../parts/upstream/params.ts';
import type * as core from '../plant.ts';
import type * as shell from '../state.ts';
import type { CounterRing } from './counters.ts';
import type { Inputs } from './input-names.ts';
import type { Instruments } from './readings.ts';
import type { ServingState } from './path-state.ts';
import type { ServingSteps } from './types.ts';

/** The parameters of every part, as one run has them. */
export interface PartParams extends core.CoreParams {
  readonly traffic: TrafficParams;
  readonly gateway: GatewayParams;
  readonly 'model-server': ModelServerParams;
  readonly 'feature-store': FeatureStoreParams;
  readonly upstream: UpstreamParams;
  readonly autoscaler: AutoscalerParams;
  readonly rollout: RolloutParams;
  readonly business: BusinessParams;
  readonly cost: CostParams;
}

export interface Setup extends core.Setup {
  readonly params: PartParams;
  readonly restartTick: Tick | null; // when one replica restarts, a few minutes before the trouble, on the seeds that have this
  readonly servingSteps: ServingSteps;
}

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
}

/** The physical state, by part. */
export interface PartStates extends shell.CoreParts {
  traffic: TrafficState;
  serving: ServingState;
  breakers: Record<'feature-store' | 'merchant-risk', BreakerState>;
  autoscaler: AutoscalerState;
  rollout: RolloutState;
  business: BusinessState;
  cost: CostState;
  controls: Controls;
}

export interface WorldState extends shell.WorldState {
  inputs: Inputs;
  parts: PartStates;
}

export interface Witness extends core.Witness {
  storeFailed: boolean; // a fetch failed, or was slow, as a breaker counts it
  supplierFailed: boolean; // likewise a call to the upstream service
}

export interface Rig {
  readonly instruments: Instruments;
  readonly counters: CounterRing; // of the last minute
  readonly traffic: Stream;
}

/** A world whose plant is the serving path. */
export interface World extends core.World {
  readonly setup: Setup;
  readonly witness: Witness;
  readonly rig: Rig;
  state: WorldState;
}

/** A setup as the serving path's own code reads it. */
export const asServingSetup = (setup: core.Setup): Setup => setup as Setup; // its plant settled it

/** A world as the serving path's own code reads it. */
export const asServing = (world: core.World): World => world as World; // its plant made its parts and its rig
