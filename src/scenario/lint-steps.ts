import { changeNames, trainingData } from './change-names.ts';
import { mustBeOneOf, type Cursor } from './cursor.ts';
import type { Issue } from './fault-list.ts';
import { figureIssues } from './lint-figures.ts';
import { referenceIssues } from './lint-tells.ts';
import type { System } from './system.ts';

function nameIssues(pattern: Cursor, system: System): readonly Issue[] {
  const type = pattern.get('type').text();
  if (type === undefined) return [];
  const rows = trainingData(system);
  const data = type === 'retrain' && rows !== undefined ? pattern.get('data').items() : [];
  return [
    ...pattern.entries().flatMap(([field, name]) => {
      const names = changeNames(type, field, system);
      return names === undefined ? [] : mustBeOneOf(name, names.what, names.known);
    }),
    ...data.flatMap((item) => mustBeOneOf(item, 'model of this system that is trained on', rows ?? [])),
  ];
}

function patternIssues(patterns: Cursor, system: System): readonly Issue[] {
  const actions = Object.keys(system.delays);
  return patterns
    .items()
    .flatMap((pattern) => [
      ...mustBeOneOf(pattern.get('type'), 'action of this system', actions),
      ...nameIssues(pattern, system),
      ...figureIssues(pattern),
    ]);
}

// A step must be reachable: of `needs` one tell, and of `when` every tell, holds in the step's variants.
function reachIssues(step: Cursor, tells: Cursor, variants: readonly string[]): readonly Issue[] {
  const holds = (tell: Cursor): boolean => {
    const list = tells.get(tell.text() ?? '').get('holds');
    const names = list.items().map((item) => item.text());
    return names.length === 0 || variants.every((variant) => names.includes(variant));
  };
  const needs = step.get('needs');
  const unreachable =
    needs.items().length > 0 && !needs.items().some(holds)
      ? [needs.issue(`none of these tells holds in ${variants.join(', ')}, so the step could never be earned`)]
      : [];
  const when = step
    .get('when')
    .items()
    .filter((tell) => !holds(tell))
    .map((tell) => tell.issue(`this tell does not hold in ${variants.join(', ')}, so the step could never be earned`));
  return [...unreachable, ...when];
}

/** Faults of a list of steps that are right in some variants. */
export function stepIssues(steps: Cursor, scenario: Cursor, system: System, variants: readonly string[]): readonly Issue[] {
  const tells = scenario.get('tells');
  return steps
    .items()
    .flatMap((step) => [
      ...patternIssues(step.get('any'), system),
      ...patternIssues(step.get('after'), system),
      ...referenceIssues(step.get('needs'), 'tell', tells.keys()),
      ...referenceIssues(step.get('when'), 'tell', tells.keys()),
      ...reachIssues(step, tells, variants),
    ]);
}

/** Faults of the harmful actions. */
export function harmfulIssues(scenario: Cursor, system: System): readonly Issue[] {
  const tells = scenario.get('tells').keys();
  const variants = scenario.get('variants').keys();
  return scenario
    .get('harmful')
    .entries()
    .flatMap(([, harmful]) => [
      ...referenceIssues(harmful.get('in'), 'variant', variants),
      ...patternIssues(harmful.get('any'), system),
      ...referenceIssues(harmful.get('foreseeable'), 'tell', tells),
    ]);
}
