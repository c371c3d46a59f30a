import { Cursor, mustBeOneOf } from './cursor.ts';
import type { Issue } from './fault-list.ts';
import { soundClock } from './lint-clock.ts';
import { PART_SPECS } from './part-specs.ts';
import type { System } from './system.ts';

function knotIssues(knots: Cursor, low: number, high: number): readonly Issue[] {
  const items = knots.items().map((knot) => knot.items());
  return items.flatMap(([at, value], i) => {
    const before = items[i - 1]?.[0]?.number();
    const seconds = at?.number();
    const amount = value?.number();
    const order =
      before !== undefined && seconds !== undefined && seconds <= before && at !== undefined
        ? [at.issue(`expected knots in ascending order: ${seconds} s comes after ${before} s`)]
        : [];
    const range =
      amount !== undefined && (amount < low || amount > high) && value !== undefined
        ? [value.issue(`expected a value from ${low} to ${high}, got ${amount}`)]
        : [];
    return [...order, ...range];
  });
}

/** The names that a parameter of a part lists: the keys of a map, or the ids of a list. */
export function namesOf(system: System, part: string, parameter: string): readonly string[] {
  const at = new Cursor(system.parts[part]).get(parameter);
  return [...at.keys(), ...at.items().flatMap((item) => item.get('id').text() ?? [])];
}

/** Parts of a system that have inputs which faults can drive. */
export const drivenParts = (system: System): readonly string[] =>
  Object.keys(system.parts).filter((part) => Object.keys(PART_SPECS[part]?.faultInputs ?? {}).length > 0);

function drivenIssues(faults: Cursor, system: System): readonly Issue[] {
  const driven = new Set<string>();
  return faults.items().flatMap((fault): readonly Issue[] => {
    const part = fault.get('part').text();
    const input = fault.get('input').text();
    if (part === undefined) return [];
    const spec = Object.hasOwn(PART_SPECS, part) ? PART_SPECS[part] : undefined;
    if (spec === undefined || !Object.hasOwn(system.parts, part))
      return mustBeOneOf(fault.get('part'), 'part of this system called', drivenParts(system));
    if (input === undefined) return [];
    const of = fault.get('of');
    const target = [part, input, ...(of.exists() ? [of.text() ?? ''] : [])].join('.');
    const twice = driven.has(target) ? [fault.get('input').issue(`a fault of this variant drives ${target} already`)] : [];
    driven.add(target);
    const declared = Object.hasOwn(spec.faultInputs, input) ? spec.faultInputs[input] : undefined;
    if (declared === undefined) {
      const inputs = Object.keys(spec.faultInputs);
      const hint = inputs.length === 0 ? 'the part declares none' : `expected one of ${inputs.join(', ')}`;
      return [...twice, fault.get('input').issue(`the part ${part} declares no fault input "${input}"; ${hint}`)];
    }
    const named =
      declared.of === undefined
        ? of.exists()
          ? [of.issue(`the input ${input} of ${part} is not of anything; leave it out`)]
          : []
        : of.exists()
          ? mustBeOneOf(of, `name in ${part}.${declared.of} called`, namesOf(system, part, declared.of))
          : [fault.issue(`expected "of": one of ${namesOf(system, part, declared.of).join(', ')}`)];
    return [...twice, ...named, ...knotIssues(fault.get('knots'), declared.low, declared.high)];
  });
}

// Faults whose path begins when the episode is over.
function lateIssues(faults: Cursor, clock: Cursor): readonly Issue[] {
  const sound = soundClock(clock);
  if (sound === null) return [];
  const left = (sound.ticks - sound.onset) * sound.seconds;
  return faults.items().flatMap((fault) => {
    const from = fault.get('knots').items()[0]?.items()[0];
    const late = from?.number();
    return from === undefined || late === undefined || late <= left
      ? []
      : [from.issue(`the path would never begin: the episode ends ${left} s after the onset, got ${late}`)];
  });
}

/** What is wrong with the faults of a variant: what they drive must be a declared input of the system, along a path that can be played. */
export const faultIssues = (faults: Cursor, system: System, clock: Cursor): readonly Issue[] => [
  ...drivenIssues(faults, system),
  ...lateIssues(faults, clock),
];
