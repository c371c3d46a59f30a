import { mustBeOneOf, type Cursor } from './cursor.ts';
import type { Issue } from './fault-list.ts';
import { clockIssues, soundClock, tickLengthIssues, type Clock } from './lint-clock.ts';
import { herringIssues } from './lint-herrings.ts';
import { settingsIssues } from './lint-settings.ts';
import { harmfulIssues, stepIssues } from './lint-steps.ts';
import { metricIssues, pagerIssues, tellIssues } from './lint-tells.ts';
import { variantIssues } from './lint-variants.ts';
import type { System } from './system.ts';

function boardIssues(board: Cursor): readonly Issue[] {
  return ['changed', 'enters', 'missed'].flatMap((column) => {
    const options = board.get(column);
    const count = options.keys().length;
    return options.exists() && (count < 5 || count > 6) ? [options.issue(`expected 5 or 6 options, got ${count}`)] : [];
  });
}

function questionIssues(scenario: Cursor): readonly Issue[] {
  const stakeholders = scenario.get('stakeholders').keys();
  const clock = soundClock(scenario.get('clock'));
  const left = clock === null ? Infinity : (clock.ticks - clock.page) * clock.seconds;
  return scenario
    .get('questions')
    .entries()
    .flatMap(([, question]) => {
      const count = question.get('options').keys().length;
      const few =
        question.get('options').exists() && count < 2 ? [question.get('options').issue(`expected at least 2 options, got ${count}`)] : [];
      const asked = question.get('askedAfter');
      const late =
        (asked.number() ?? 0) > left
          ? [asked.issue(`the question would never be asked: the episode ends ${left} s after the page, got ${asked.number()}`)]
          : [];
      return [...mustBeOneOf(question.get('from'), 'stakeholder', stakeholders), ...few, ...late];
    });
}

function preventionIssues(scenario: Cursor, system: System): readonly Issue[] {
  const variants = scenario.get('variants').keys();
  return scenario
    .get('preventions')
    .entries()
    .flatMap(([, item]) => {
      const empty =
        item.get('set').exists() && item.get('set').keys().length === 0
          ? [item.get('set').issue('expected at least one parameter to set')]
          : [];
      const effects = item
        .get('effects')
        .entries()
        .flatMap(([, effect]) => mustBeOneOf(effect, 'variant', variants, 'key'));
      return [...settingsIssues(item.get('set'), system), ...empty, ...effects];
    });
}

/** Whether a time in seconds from the page lies before the first tick or after the last. */
const isOutside = (at: number, { page, ticks, seconds }: Clock): boolean => page + at / seconds < 0 || page + at / seconds > ticks;

function bandIssues(scenario: Cursor, system: System): readonly Issue[] {
  const clock = soundClock(scenario.get('clock'));
  return scenario
    .get('bands')
    .items()
    .flatMap((band) => {
      const [low, high, at] = [band.get('low').number(), band.get('high').number(), band.get('at').number()];
      const order =
        low !== undefined && high !== undefined && low >= high ? [band.get('low').issue('expected low to be less than high')] : [];
      const outside =
        at !== undefined && clock !== null && isOutside(at, clock)
          ? [band.get('at').issue('expected seconds from the page that lie within the episode')]
          : [];
      return [...metricIssues(band.get('metric'), system), ...order, ...outside];
    });
}

// Wherever a list called `cites` stands.
function citationIssues(at: Cursor, known: ReadonlySet<string>): readonly Issue[] {
  const own = at.get('cites');
  const missing = own.items().flatMap((item) => {
    const id = item.text();
    return id === undefined || known.has(id) ? [] : [item.issue(`the playbook has no entry "${id}"`)];
  });
  const names = own.items().map((item) => item.text());
  const twice = own
    .items()
    .filter((item, i) => item.text() !== undefined && names.indexOf(item.text()) < i)
    .map((item) => item.issue(`"${item.text() ?? ''}" stands twice`));
  const inner = [...at.entries().map(([, value]) => value), ...at.items()].flatMap((value) => citationIssues(value, known));
  return [...missing, ...twice, ...inner];
}

/** What the schema cannot see in a scenario: names that must exist, here, in the system and in the playbook. */
export function scenarioIssues(scenario: Cursor, system: System, playbook: ReadonlySet<string>): readonly Issue[] {
  const variants = scenario.get('variants').keys();
  return [
    ...clockIssues(scenario.get('clock')),
    ...tickLengthIssues(scenario.get('clock').get('tickSeconds'), system),
    ...pagerIssues(scenario.get('pager').get('alert'), system),
    ...metricIssues(scenario.get('pager').get('metric'), system),
    ...metricIssues(scenario.get('recovery').get('metric'), system),
    ...boardIssues(scenario.get('board')),
    ...questionIssues(scenario),
    ...variantIssues(scenario, system),
    ...tellIssues(scenario, system),
    ...stepIssues(scenario.get('withoutCause'), scenario, system, variants),
    ...harmfulIssues(scenario, system),
    ...herringIssues(scenario.get('redHerrings'), system),
    ...preventionIssues(scenario, system),
    ...bandIssues(scenario, system),
    ...citationIssues(scenario, playbook),
  ];
}
