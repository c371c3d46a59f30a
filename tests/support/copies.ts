import { parse, stringify } from 'yaml';
import { loadScenario } from '../../src/scenario/load.ts';
import { faultLine } from '../../src/scenario/fault-list.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { PLAYBOOK, shippedFile } from '../scenario/shipped.ts';

/** A scenario file as data, to be edited. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type FileData = Record<string, any>;

export const spikeData = (): FileData => parse(shippedFile('scenarios/latency-spike.yaml').text) as FileData;
export const fraudApiData = (): FileData => parse(shippedFile('scenarios/systems/fraud-api.yaml').text) as FileData;

/** A scenario from edited data, through the loader as any file goes. */
export function fromData(scenario: FileData, system: FileData = fraudApiData()): Scenario {
  const result = loadScenario({
    scenario: { file: 'copy.yaml', text: stringify(scenario) },
    systems: [{ file: `${String(system['id'])}.yaml`, text: stringify(system) }],
    playbook: PLAYBOOK,
  });
  if (!result.ok) throw new Error(result.faults.map(faultLine).join('\n'));
  return result.scenario;
}

/** What the variants of a file are called in `stripped`. */
export const OTHER_NAMES: Readonly<Record<string, string>> = {
  deploy: 'zebra',
  'feature-store': 'aardvark',
  traffic: 'monkey',
  upstream: 'badger',
};

/** The file without tells, recommended responses, harms and stated effects, its variants renamed and in another order. */
export function stripped(data: FileData = spikeData()): FileData {
  const copy = structuredClone(data);
  for (const key of ['tells', 'withoutCause', 'harmful']) delete copy[key];
  for (const item of Object.values(copy['preventions'] as FileData)) delete item.effects;
  const variants = Object.entries(copy['variants'] as FileData).map(([id, variant]) => {
    delete variant.mitigate;
    delete variant.fix;
    return [OTHER_NAMES[id], { ...variant, title: `Cause ${OTHER_NAMES[id]}` }] as const;
  });
  copy['variants'] = Object.fromEntries(variants.sort(([a], [b]) => (a! < b! ? -1 : 1)));
  return copy;
}

/** The file with faults of other magnitudes: every knot's distance from the first is multiplied. */
export function magnified(factors: Readonly<Record<string, number>>, data: FileData = spikeData()): FileData {
  const copy = structuredClone(data);
  for (const [id, variant] of Object.entries(copy['variants'] as FileData))
    for (const fault of variant.faults) {
      const [[, normal]] = fault.knots;
      fault.knots = fault.knots.map(([at, value]: [number, number]) => [at, normal + (value - normal) * (factors[id] ?? 1)]);
    }
  return copy;
}
