import type { ExposureInputs } from '../../parts/successes/exposure.ts';
import { pathValue } from '../driven-input.ts';
import type { Setup, World } from './world.ts';

/** The physical inputs that faults can drive, at their normal values until one does. */
export const normalInputs = ({ params: { release } }: Setup): Record<string, number> => ({
  'audience.rateFactor': 1,
  'audience.seasonDrop': 0,
  'audience.hiddenShare': 0,
  'audience.treatedLoss': 0,
  'release.expiredListShare': 1,
  'release.weakFactor': 1,
  'release.originWeight': 1,
  'release.coldStartShare': release.coldStartShare,
  'release.coldTimeoutShare': release.coldTimeoutShare,
});

/** Sets every input to what the faults make of it at a tick. A fault knows nothing of what the player does. */
export function driveInputs({ state, setup }: Pick<World, 'state' | 'setup'>): void {
  const seconds = (state.tick - setup.onsetTick) * setup.scenario.brief.tickSeconds;
  for (let i = 0; i < setup.faults.length; i += 1) {
    const fault = setup.faults[i]!;
    const value = pathValue(fault, seconds);
    if (value === value) state.inputs[fault.name] = value; // NaN before the path begins
  }
}

/** The inputs as the parts want them, at their normal values. */
export const createInputs = (): ExposureInputs => ({
  rateFactor: 1,
  seasonDrop: 0,
  hiddenShare: 0,
  treatedLoss: 0,
  expiredListShare: 1,
  weakFactor: 1,
  originWeight: 1,
  coldStartShare: 0,
  coldTimeoutShare: 0,
});

/** Fills them with what a tick has. @returns them */
export function fillInputs(out: ExposureInputs, inputs: Readonly<Record<string, number>>): ExposureInputs {
  out.rateFactor = inputs['audience.rateFactor']!;
  out.seasonDrop = inputs['audience.seasonDrop']!;
  out.hiddenShare = inputs['audience.hiddenShare']!;
  out.treatedLoss = inputs['audience.treatedLoss']!;
  out.expiredListShare = inputs['release.expiredListShare']!;
  out.weakFactor = inputs['release.weakFactor']!;
  out.originWeight = inputs['release.originWeight']!;
  out.coldStartShare = inputs['release.coldStartShare']!;
  out.coldTimeoutShare = inputs['release.coldTimeoutShare']!;
  return out;
}

export const exposureInputs = (inputs: Readonly<Record<string, number>>): ExposureInputs => fillInputs(createInputs(), inputs);
