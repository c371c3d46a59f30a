import { mustBeOneOf, type Cursor } from './cursor.ts';
import type { Issue } from './fault-list.ts';

const VERSIONS = ['model-server.versions.*.id'];
const RELEASED = ['release.versions.*.id'];
const SEGMENTS = ['audience.segments.*.id'];
const SCORED = ['scorecard.versions.*.id'];
const FEATURES = ['population.features.*.id'];
const SOURCES = ['pipeline.sources.*.id'];

/**
 * Names that parts have for what another part lists: where they stand, what they name, and where it is listed. In a path `*` is every
 * item of a list or entry of a map, and `#` every key of a map.
 */
const NAMES: readonly (readonly [at: string, what: string, listed: readonly string[]])[] = [
  ['rollout.stable', 'version', VERSIONS],
  ['rollout.previous', 'version', VERSIONS],
  ['rollout.candidate', 'version', VERSIONS],
  ['release.stable', 'version', RELEASED],
  ['release.candidate', 'version', RELEASED],
  ['release.next', 'version', RELEASED],
  ['release.retrained.*.version', 'version', RELEASED],
  ['release.versions.*.segments.*.id', 'segment', SEGMENTS],
  ['release.gate.evaluation.*.id', 'segment', SEGMENTS],
  ['release.weakSegment', 'segment', SEGMENTS],
  ['release.originSegment', 'segment', SEGMENTS],
  ['experiment.strata.*', 'segment', SEGMENTS],
  ['scorecard.champion', 'version', SCORED],
  ['scorecard.fallback', 'version', SCORED],
  ['scorecard.versions.*.without.*', 'feature', FEATURES],
  ['scorecard.versions.*.fade.#', 'feature', FEATURES],
  ['population.features.*.source', 'source', SOURCES],
  ['population.groups.*.features.#', 'feature', FEATURES],
  ['pipeline.joins.*.source', 'source', SOURCES],
  ['pipeline.operator.target', 'feature or join', [...FEATURES, 'pipeline.joins.*.id']],
  ['decisions.dimension', 'dimension', ['population.groups.*.segments.#']],
  ['decisions.patterns.*.bins.#', 'feature', FEATURES],
];

interface Name {
  readonly at: Cursor;
  readonly on: 'key' | 'value';
}

function namesAt(from: Cursor, steps: readonly string[]): readonly Name[] {
  const [step, ...rest] = steps;
  if (step === undefined) return from.text() === undefined ? [] : [{ at: from, on: 'value' }];
  const inner = from.entries().map(([, value]) => value);
  if (step === '#') return inner.map((at) => ({ at, on: 'key' }));
  return (step === '*' ? [...from.items(), ...inner] : [from.get(step)]).flatMap((next) => namesAt(next, rest));
}

const nameOf = ({ at, on }: Name): string => (on === 'key' ? String(at.path.at(-1)) : (at.text() ?? ''));

/** Faults of names within the parts of a system that no part lists. @param parts with every default filled in */
export const partNameIssues = (parts: Cursor): readonly Issue[] =>
  NAMES.flatMap(([path, what, listed]) => {
    const known = [...new Set(listed.flatMap((list) => namesAt(parts, list.split('.')).map(nameOf)))];
    const where = listed.map((list) => list.split('.*')[0] ?? '').join(' or ');
    return namesAt(parts, path.split('.')).flatMap(({ at, on }) => mustBeOneOf(at, `${what} in ${where} called`, known, on));
  });
