import { cloneState } from '../kernel/clone.ts';
import { keyedDraw } from '../kernel/streams.ts';
import type { AlertsParams } from '../parts/alerts/params.ts';
import type { AutoscalerParams } from '../parts/autoscaler/params.ts';
import type { BusinessParams } from '../parts/business/params.ts';
import type { CostParams } from '../parts/cost/params.ts';
import type { FeatureStoreParams } from '../parts/feature-store/params.ts';
import type { GatewayParams } from '../parts/gateway/params.ts';
import type { IncidentParams } from '../parts/incident/params.ts';
import type { ModelServerParams } from '../parts/model-server/params.ts';
import type { RolloutParams } from '../parts/rollout/params.ts';
import type { StakeholderParams } from '../parts/stakeholder/params.ts';
import type { TrafficParams } from '../parts/traffic/params.ts';
import type { UpstreamParams } from '../parts/upstream/params.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { applySettings } from '../scenario/settings.ts';
import type { System } from '../scenario/system.ts';
import { openTruth, type Truth, type Variant } from '../scenario/truth.ts';
import type { DrivenInput, InputName } from './driven-input.ts';
import { SERVING_STEPS, type ServingSteps } from './serving-types.ts';

/** The parameters of every part, as one run has them. */
export interface PartParams {
  readonly traffic: TrafficParams;
  readonly gateway: GatewayParams;
  readonly 'model-server': ModelServerParams;
  readonly 'feature-store': FeatureStoreParams;
  readonly upstream: UpstreamParams;
  readonly autoscaler: AutoscalerParams;
  readonly rollout: RolloutParams;
  readonly alerts: AlertsParams;
  readonly business: BusinessParams;
  readonly cost: CostParams;
  readonly stakeholder: StakeholderParams;
  readonly incident: IncidentParams;
}

/** What a run is given before its first tick. It never changes; all that changes is the world's state. */
export interface Setup {
  readonly scenario: Scenario;
  readonly system: System; // with the variant's and the preventions' settings
  readonly params: PartParams;
  readonly truth: Truth;
  readonly variant: Variant;
  readonly seed: string;
  readonly onsetTick: number;
  readonly faults: readonly DrivenInput[];
  readonly herrings: ReadonlySet<string>; // kinds present on this seed
  readonly restartTick: number | null; // when one replica restarts, a few minutes before the trouble, on the seeds that have this
  readonly servingSteps: ServingSteps;
}

/** The variant that a seed picks: the same share of seeds for each. */
export function variantOf(truth: Truth, seed: string): Variant {
  const at = Math.floor(keyedDraw(seed, 'scenario', 'variant', 0, 0) * truth.variants.length);
  return truth.variants[Math.min(at, truth.variants.length - 1)]!;
}

/** What a variant and the preventions in place make of a scenario: the same for every seed. */
interface Night {
  readonly system: System;
  readonly params: PartParams;
  readonly faults: readonly DrivenInput[];
}

const nights = new WeakMap<Scenario, Map<string, Night>>();

function nightOf(scenario: Scenario, variant: Variant, preventions: readonly string[]): Night {
  let known = nights.get(scenario);
  if (known === undefined) nights.set(scenario, (known = new Map()));
  const key = JSON.stringify([variant.id, ...preventions]);
  let night = known.get(key);
  if (night === undefined) {
    let settled = applySettings(scenario.system, variant.system);
    for (const id of preventions) {
      const item = scenario.brief.preventions.find((p) => p.id === id);
      if (item === undefined)
        throw new Error(
          `prevention: expected one of ${scenario.brief.preventions.map((p) => p.id).join(', ')} for scenario "${scenario.brief.id}", got "${id}"`,
        );
      settled = applySettings(settled, item.set);
    }
    const system = { ...settled, parts: cloneState(settled.parts) }; // built anew, so that the same code reads one shape of object in every variant
    night = {
      system,
      params: system.parts as unknown as PartParams, // checked by each part's schema when the scenario was loaded
      faults: variant.faults.map((fault) => ({
        name: `${fault.part}.${fault.input}` as InputName, // its part declares it: the loader has checked
        at: Float64Array.from(fault.knots, (knot) => knot[0]),
        values: Float64Array.from(fault.knots, (knot) => knot[1]),
      })),
    };
    known.set(key, night);
  }
  return night;
}

/**
 * Everything fixed about a run.
 * @throws when `variant` or a prevention is not one of the scenario's
 */
export function setUp(scenario: Scenario, seed: string, variantId: string | undefined, preventions: readonly string[]): Setup {
  const truth = openTruth(scenario.sealed);
  const variant = variantId === undefined ? variantOf(truth, seed) : truth.variants.find((v) => v.id === variantId);
  if (variant === undefined)
    throw new Error(
      `variant: expected one of ${truth.variants.map((v) => v.id).join(', ')} for scenario "${scenario.brief.id}", got "${variantId}"`,
    );
  const { system, params, faults } = nightOf(scenario, variant, preventions);
  const jitter = Math.round((keyedDraw(seed, 'scenario', 'onset', 0, 0) * 2 - 1) * truth.onset.jitter);
  const onsetTick = truth.onset.tick + jitter;
  const herrings = new Set<string>();
  truth.redHerrings.forEach((herring, i) => {
    if (keyedDraw(seed, 'scenario', 'red-herring', 0, i) < herring.chance) herrings.add(herring.kind);
  });
  return {
    scenario,
    system,
    params,
    truth,
    variant,
    seed,
    onsetTick,
    faults,
    herrings,
    restartTick: herrings.has('replica-restart')
      ? onsetTick - 120 - Math.floor(keyedDraw(seed, 'scenario', 'restart-at', 0, 0) * 120)
      : null,
    servingSteps: SERVING_STEPS,
  };
}
