import { mustBeOneOf, type Cursor } from './cursor.ts';
import type { Issue } from './fault-list.ts';
import { faultIssues } from './lint-faults.ts';
import { settingsIssues } from './lint-settings.ts';
import { stepIssues } from './lint-steps.ts';
import { referenceIssues } from './lint-tells.ts';
import type { System } from './system.ts';

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
    ...faultIssues(variant.get('faults'), system, scenario.get('clock')),
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
