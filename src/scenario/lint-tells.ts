import { Cursor, mustBeOneOf } from './cursor.ts';
import type { Issue } from './fault-list.ts';
import { metricKeysOf, namesIn, readingsOf, unlabelled } from './readings.ts';
import { lookPattern, lookText } from './schema-patterns.ts';
import type { System } from './system.ts';

const labelOf = (key: string): string | undefined => /\{(.*)\}$/.exec(key)?.[1];

const rulesOf = (system: System): readonly Cursor[] => new Cursor(system.parts['alerts']).get('rules').items();

/** The ids of a system's alert rules. */
export const alertIds = (system: System): readonly string[] => rulesOf(system).flatMap((rule) => rule.get('id').text() ?? []);

/** Faults of the alert that opens an incident: one that there is not, or that is a ticket and pages nobody. */
export function pagerIssues(alert: Cursor, system: System): readonly Issue[] {
  const pages = rulesOf(system).filter((rule) => rule.get('severity').text() === 'page');
  const ids = pages.flatMap((rule) => rule.get('id').text() ?? []);
  const id = alert.text();
  if (id !== undefined && alertIds(system).includes(id) && !ids.includes(id))
    return [alert.issue(`the alert "${id}" is a ticket, which pages nobody; expected one of ${ids.join(', ')}`)];
  return mustBeOneOf(alert, 'alert rule of the system called', alertIds(system));
}

/** Faults of a list whose items must be names of something, each once. */
export function referenceIssues(list: Cursor, what: string, known: readonly string[]): readonly Issue[] {
  const names = list.items().map((item) => item.text());
  return list.items().flatMap((item, i) => {
    const twice = names[i] !== undefined && names.indexOf(names[i]) < i ? [item.issue(`"${names[i]}" stands twice`)] : [];
    return [...mustBeOneOf(item, what, known), ...twice];
  });
}

/** Faults of a metric's key: one that no dashboard keeps, or the label of a version that the system has not. */
export function metricIssues(at: Cursor, system: System): readonly Issue[] {
  const key = at.text();
  if (key === undefined) return [];
  const known = metricKeysOf(system);
  if (!known.includes(unlabelled(key)))
    return [
      at.issue(
        `there is no metric "${unlabelled(key)}"; expected one of those that dashboards show, such as "${known[1] ?? known[0] ?? ''}"`,
      ),
    ];
  return labelIssues(at, key, system);
}

/** Faults of a key's label: it must be a version, or on systems without a serving path any name of the system's file. */
function labelIssues(at: Cursor, key: string, system: System): readonly Issue[] {
  const label = labelOf(key);
  if (label === undefined || namesIn(system).has(label)) return [];
  const versions = system.versions.map((version) => version.id);
  return [at.issue(`there is no version "${label}"; expected one of ${versions.join(', ')}`)];
}

function readingIssues(tell: Cursor, system: System): readonly Issue[] {
  const look = tell.get('look');
  const text = look.text();
  const reading = tell.get('reading').text();
  if (text === undefined || !lookText.safeParse(text).success) return [];
  const pattern = lookPattern(text);
  const stations = system.stations.map((station) => station.id);
  const station =
    pattern.station !== undefined && !stations.includes(pattern.station)
      ? [look.issue(`there is no station "${pattern.station}"; expected one of ${stations.join(', ')}`)]
      : [];
  const looks = Object.keys(system.looks).map((type) => type.slice('look-'.length));
  const word = pattern.type.slice('look-'.length);
  if (!looks.includes(word)) return [look.issue(`this system has no look "${word}"; expected one of ${looks.join(', ')}`)];
  if (reading === undefined) return station;
  const known = readingsOf(pattern, system, alertIds(system));
  if (known.length === 0) return [look.issue(`"${text}" shows nothing on this system; "readings" lists what each look shows`)];
  if (!known.includes(unlabelled(reading)))
    return [
      ...station,
      tell.get('reading').issue(`"${text}" shows no reading "${unlabelled(reading)}"; expected one of ${known.join(', ')}`),
    ];
  return [...station, ...labelIssues(tell.get('reading'), reading, system)];
}

/** Faults of the tells: readings that their look does not show, missing bounds, variants that do not exist. */
export function tellIssues(scenario: Cursor, system: System): readonly Issue[] {
  const variants = scenario.get('variants').keys();
  return scenario
    .get('tells')
    .entries()
    .flatMap(([, tell]) => {
      const [above, below] = [tell.get('above').number(), tell.get('below').number()];
      const bounds =
        tell.get('above').exists() || tell.get('below').exists() ? [] : [tell.issue('expected a bound: above, below, or both')];
      const empty =
        above !== undefined && below !== undefined && above >= below
          ? [tell.get('above').issue('no value can be above and below these bounds at once')]
          : [];
      return [...readingIssues(tell, system), ...referenceIssues(tell.get('holds'), 'variant', variants), ...bounds, ...empty];
    });
}
