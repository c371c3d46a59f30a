import { mustBeOneOf, type Cursor } from './cursor.ts';
import type { Issue } from './fault-list.ts';
import { PART_SPECS, SERVING_PARTS } from './part-specs.ts';
import { schemaIssues } from './schema-issues.ts';

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

/** A serving path needs every part of its kind: what those that it leaves out say of having no parameters. */
function missingPartIssues(system: Cursor): readonly Issue[] {
  const kind = system.get('plant');
  if (kind.exists() && kind.text() !== 'serving') return [];
  const parts = system.get('parts');
  return SERVING_PARTS.filter((part) => !parts.get(part).exists()).flatMap((part) =>
    schemaIssues(PART_SPECS[part]!.paramsSchema, {}).map((issue) => ({ ...issue, path: [...parts.path, part, ...issue.path] })),
  );
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
    ...system
      .get('stations')
      .entries()
      .flatMap(([, station]) => mustBeOneOf(station.get('part'), 'part', Object.keys(PART_SPECS))),
    ...placeIssues(system),
    ...lineIssues(system.get('lines'), stations),
    ...system
      .get('routes')
      .entries()
      .flatMap(([, route]) => mustBeOneOf(route.get('station'), 'station', stations)),
    ...system
      .get('versions')
      .entries()
      .flatMap(([, version]) => mustBeOneOf(version, 'model version in parts.model-server.versions called', served, 'key')),
    ...delayIssues(system.get('delays')),
    ...missingPartIssues(system),
  ];
}
