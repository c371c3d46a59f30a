import { cloneState } from '../kernel/clone.ts';
import { internTexts } from '../kernel/interned.ts';
import { keyedDraw } from '../kernel/streams.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { applySettings } from '../scenario/settings.ts';
import type { System } from '../scenario/system.ts';
import { openTruth, type Truth, type Variant } from '../scenario/truth.ts';
import type { DrivenInput } from './driven-input.ts';
import type { CoreParams, Setup } from './plant.ts';
import { plantOf } from './plants.ts';

/** The variant that a seed picks: the same share of seeds for each. */
export function variantOf(truth: Truth, seed: string): Variant {
  const at = Math.floor(keyedDraw(seed, 'scenario', 'variant', 0, 0) * truth.variants.length);
  return truth.variants[Math.min(at, truth.variants.length - 1)]!;
}

/** What a variant and the preventions in place make of a scenario: the same for every seed. */
interface Night {
  readonly system: System;
  readonly params: CoreParams;
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
    const system = { ...settled, parts: internTexts(cloneState(settled.parts)) }; // built anew, so that the same code reads one shape of object in every variant
    night = {
      system,
      params: system.parts as unknown as CoreParams, // checked by each part's schema when the scenario was loaded
      faults: variant.faults.map((fault) => ({
        name: fault.of === undefined ? `${fault.part}.${fault.input}` : `${fault.part}.${fault.input}.${fault.of}`,
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
    if (keyedDraw(seed, 'scenario', 'red-herring', 0, i) < herring.chance) herrings.add(herring.id).add(herring.kind);
  });
  const plant = plantOf(system);
  return plant.settle({ scenario, system, plant, params, truth, variant, seed, onsetTick, faults, herrings });
}
