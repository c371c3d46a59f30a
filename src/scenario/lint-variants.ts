import { Cursor, mustBeOneOf } from './cursor.ts';
import type { Issue } from './fault-list.ts';
import { settingsIssues } from './lint-settings.ts';
import { stepIssues } from './lint-steps.ts';
import { referenceIssues } from './lint-tells.ts';
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
function namesOf(system: System, part: string, parameter: string): readonly string[] {
  const at = new Cursor(system.parts[part]).get(parameter);
  return [...at.keys(), ...at.items().flatMap((item) => item.get('id').text() ?? [])];
}

function faultIssues(faults: Cursor, system: System): readonly Issue[] {
  const driven = new Set<string>();
  return faults.items().flatMap((fault): readonly Issue[] => {
    const part = fault.get('part').text();
    const input = fault.get('input').text();
    if (part === undefined) return [];
    const spec = Object.hasOwn(PART_SPECS, part) ? PART_SPECS[part] : undefined;
    if (spec === undefined) return mustBeOneOf(fault.get('part'), 'part', Object.keys(PART_SPECS));
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

function causeIssues(scenario: Cursor, cause: Cursor): readonly Issue[] {
  const board = scenario.get('board');
  return [
    ...(['changed', 'enters', 'missed'] as const).flatMap((column) =>
      mustBeOneOf(cause.get(column), `option in board.${column} called`, board.get(column).keys()),
    ),
    ...mustBeOneOf(cause.get('hypothesis'), 'cause', scenario.get('causes').keys()),
  ];
}

// Two variants with the same three answers could not be told apart by a claim.
function tripleIssues(variants: Cursor): readonly Issue[] {
  const seen = new Map<string, string>();
  return variants.entries().flatMap(([id, variant]) => {
    const cause = variant.get('cause');
    const triple = ['changed', 'enters', 'missed'].map((column) => cause.get(column).text());
    if (triple.includes(undefined)) return [];
    const key = triple.join(' ');
    const other = seen.get(key);
    seen.set(key, other ?? id);
    return other === undefined ? [] : [cause.issue(`has the same three answers as variant "${other}"`)];
  });
}

/** Faults of the variants: what they refer to must exist, and what they drive must be a declared input. */
export function variantIssues(scenario: Cursor, system: System): readonly Issue[] {
  const stations = system.stations.map((station) => station.id);
  const tells = scenario.get('tells').keys();
  const variants = scenario.get('variants');
  const few = variants.exists() && variants.keys().length < 1 ? [variants.issue('expected at least one variant')] : [];
  const each = variants.entries().flatMap(([id, variant]) => [
    ...causeIssues(scenario, variant.get('cause')),
    ...faultIssues(variant.get('faults'), system),
    ...settingsIssues(variant.get('system'), system),
    ...variant
      .get('history')
      .items()
      .flatMap((entry) => mustBeOneOf(entry.get('station'), 'station', stations)),
    ...stepIssues(variant.get('mitigate'), scenario, system, [id]),
    ...stepIssues(variant.get('fix'), scenario, system, [id]),
    ...referenceIssues(variant.get('leaveAlone').get('needs'), 'tell', tells),
  ]);
  return [...few, ...each, ...tripleIssues(variants)];
}
