import { mustBeOneOf, type Cursor } from './cursor.ts';
import type { Issue } from './fault-list.ts';
import { CORE_PARTS, EXTRA_PARTS, PART_SPECS, PLANT_PARTS } from './part-specs.ts';
import { schemaIssues } from './schema-issues.ts';
import { PLANT_KINDS, type PlantKind } from './system.ts';

/** Model versions that parts name: in their lists called `versions`. */
const modelVersions = (system: Cursor): readonly string[] =>
  system
    .get('parts')
    .entries()
    .flatMap(([, part]) => [
      ...part
        .get('versions')
        .items()
        .flatMap((version) => version.get('id').text() ?? []),
      ...part.get('versions').keys(),
    ]);

const kindOf = (system: Cursor): PlantKind | null => {
  const kind = system.get('plant').exists() ? system.get('plant').text() : 'serving';
  return PLANT_KINDS.find((one) => one === kind) ?? null;
};

/** What a kind of system is made of: parts that are missing, where leaving them out says something, and parts of other kinds. */
function partIssues(system: Cursor): readonly Issue[] {
  const kind = kindOf(system);
  const parts = system.get('parts');
  if (kind === null || !parts.exists()) return [];
  const own = [...PLANT_PARTS[kind], ...(EXTRA_PARTS[kind] ?? []), ...CORE_PARTS];
  const foreign = parts
    .entries()
    .flatMap(([part, at]) =>
      part in PART_SPECS && !own.includes(part)
        ? [at.issue(`a ${kind} system has no such part; expected some of ${own.join(', ')}`, 'key')]
        : [],
    );
  const missing = PLANT_PARTS[kind].filter((part) => !parts.get(part).exists());
  return [
    ...foreign,
    ...missing.flatMap((part): readonly Issue[] =>
      kind === 'serving'
        ? schemaIssues(PART_SPECS[part]!.paramsSchema, {}).map((issue) => ({ ...issue, path: [...parts.path, part, ...issue.path] }))
        : [parts.issue(`the part ${part} is missing; a ${kind} system is made of ${PLANT_PARTS[kind].join(', ')}`, 'key')],
    ),
    ...system
      .get('stations')
      .entries()
      .flatMap(([, station]) => mustBeOneOf(station.get('part'), `part of a ${kind} system called`, own)),
  ];
}

/** Calls that a serving path has, whatever its file calls their stations. */
const ROUTES: readonly string[] = ['feature-store', 'merchant-risk', 'fraud-api'];

const routeIssues = (system: Cursor, stations: readonly string[]): readonly Issue[] =>
  system
    .get('routes')
    .entries()
    .flatMap(([, route]) => [
      ...(kindOf(system) === 'serving' ? mustBeOneOf(route, 'call of a serving path called', ROUTES, 'key') : []),
      ...mustBeOneOf(route.get('station'), 'station', stations),
    ]);

/** A system that pages nobody, or shows nothing, cannot be played. */
function silentIssues(system: Cursor): readonly Issue[] {
  const rules = system.get('parts').get('alerts').get('rules');
  const alerts = rules.items().some((rule) => rule.get('severity').text() === 'page')
    ? []
    : [(rules.exists() ? rules : system.get('parts')).issue('expected at least one alert rule of severity page: nobody would be paged')];
  const looks = system.get('looks');
  return [...alerts, ...(looks.exists() && looks.keys().length === 0 ? [looks.issue('expected at least one look')] : [])];
}

/** A map is placed by hand or lays itself out: bends mean nothing between stations that have no place. */
function placeIssues(system: Cursor): readonly Issue[] {
  const stations = system.get('stations').entries();
  const without = stations.filter(([, station]) => !station.get('at').exists());
  if (without.length === 0) return [];
  if (without.length < stations.length)
    return without.map(([, station]) => station.issue('expected "at" on every station of a system, or on none', 'key'));
  return system
    .get('lines')
    .entries()
    .map(([, line]) => line.get('via'))
    .filter((via) => via.items().length > 0)
    .map((via) => via.issue('expected no bends where stations have no "at"', 'key'));
}

function lineIssues(lines: Cursor, stations: readonly string[]): readonly Issue[] {
  return lines.entries().flatMap(([, line]) => {
    const [from, to] = [line.get('from'), line.get('to')];
    const same = from.text() !== undefined && from.text() === to.text() ? [to.issue('expected a line between two different stations')] : [];
    return [...mustBeOneOf(from, 'station', stations), ...mustBeOneOf(to, 'station', stations), ...same];
  });
}

function delayIssues(delays: Cursor): readonly Issue[] {
  return delays.entries().flatMap(([, delay]) => {
    const [from, to] = delay.items().map((item) => item.number());
    return from !== undefined && to !== undefined && from > to ? [delay.issue('expected [shortest, longest] in seconds')] : [];
  });
}

/** What the schema cannot see in a system file: names that must exist elsewhere in it. */
export function systemIssues(system: Cursor): readonly Issue[] {
  const stations = system.get('stations').keys();
  const served = modelVersions(system);
  return [
    ...placeIssues(system),
    ...lineIssues(system.get('lines'), stations),
    ...routeIssues(system, stations),
    ...system
      .get('versions')
      .entries()
      .flatMap(([, version]) => mustBeOneOf(version, 'model version in parts.model-server.versions called', served, 'key')),
    ...delayIssues(system.get('delays')),
    ...partIssues(system),
    ...silentIssues(system),
  ];
}
