import { pathValue } from '../driven-input.ts';
import type { InputName, Inputs } from './input-names.ts';
import type { Setup, World } from './world.ts';

export const normalInputs = (setup: Setup): Inputs => ({
  'traffic.rateFactor': 1,
  'model-server.heavyCardCpuFactor': 1,
  'model-server.podCapacityFactor': 1,
  'feature-store.hotKeyShare': setup.params['feature-store'].normalHotKeyShare,
  'feature-store.partitionFactor': 1,
  'upstream.slowMedianMs': setup.params.upstream.normalMedianMs,
  'upstream.secondLookupShare': 0,
  'autoscaler.max': setup.params.autoscaler.max,
  'autoscaler.targetUtilisationPercent': setup.params.autoscaler.targetUtilisationPercent,
});

type Setter = (inputs: Inputs, value: number) => void;

const SETTERS: Readonly<Record<InputName, Setter>> = {
  'traffic.rateFactor': (inputs, value) => (inputs['traffic.rateFactor'] = value),
  'model-server.heavyCardCpuFactor': (inputs, value) => (inputs['model-server.heavyCardCpuFactor'] = value),
  'model-server.podCapacityFactor': (inputs, value) => (inputs['model-server.podCapacityFactor'] = value),
  'feature-store.hotKeyShare': (inputs, value) => (inputs['feature-store.hotKeyShare'] = value),
  'feature-store.partitionFactor': (inputs, value) => (inputs['feature-store.partitionFactor'] = value),
  'upstream.slowMedianMs': (inputs, value) => (inputs['upstream.slowMedianMs'] = value),
  'upstream.secondLookupShare': (inputs, value) => (inputs['upstream.secondLookupShare'] = value),
  'autoscaler.max': (inputs, value) => (inputs['autoscaler.max'] = value),
  'autoscaler.targetUtilisationPercent': (inputs, value) => (inputs['autoscaler.targetUtilisationPercent'] = value),
};

/** Sets every input to what the faults make of it at a tick. A fault knows nothing of what the player does. */
export function driveInputs({ setup, state }: Pick<World, 'setup' | 'state'>): void {
  const { inputs, tick } = state;
  const seconds = (tick - setup.onsetTick) * setup.scenario.brief.tickSeconds;
  for (let i = 0; i < setup.faults.length; i++) {
    const fault = setup.faults[i]!;
    const value = pathValue(fault, seconds);
    if (value === value) SETTERS[fault.name as InputName](inputs, value); // NaN before the path begins; its part declares the input: the loader has checked
  }
}
