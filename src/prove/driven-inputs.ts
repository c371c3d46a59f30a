import { drivenParts, namesOf } from '../scenario/lint-faults.ts';
import { PART_SPECS } from '../scenario/part-specs.ts';
import type { System } from '../scenario/system.ts';

/** A physical input of a system that faults may drive. */
export interface SystemInput {
  readonly part: string;
  readonly input: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly says: string;
  readonly of: readonly string[]; // names, one of which a fault says it is of; none where the part has one such input
}

/** All inputs that faults may drive on a system. */
export const drivenInputs = (system: System): readonly SystemInput[] =>
  drivenParts(system).flatMap((part) =>
    Object.entries(PART_SPECS[part]?.faultInputs ?? {}).map(([input, { unit, low, high, says, of }]) => ({
      part,
      input,
      unit,
      low,
      high,
      says,
      of: of === undefined ? [] : namesOf(system, part, of),
    })),
  );
