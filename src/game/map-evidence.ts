import type { FeatureShape } from '../domain/evidence.ts';
import type { Observation } from '../domain/observation.ts';
import { psiBand } from './psi-band.ts';

/** How the values of a column lie, in the same bins as a reference's. Shares add up to 1. */
export type ColumnShape = Pick<FeatureShape, 'feature' | 'psi' | 'reference' | 'current'>;

/** The most drifted column of the newest comparison of distributions that was looked at; null where none drifted. */
export function shapesOf({ evidence }: Pick<Observation, 'evidence'>): ColumnShape | null {
  const body = evidence.findLast(({ body: { kind } }) => kind === 'distributions')?.body;
  if (body?.kind !== 'distributions') return null;
  const worst = [...body.features].sort((a, b) => b.psi - a.psi)[0];
  return worst !== undefined && psiBand(worst.psi) !== 'steady' ? worst : null;
}

export interface SourceChange {
  readonly station: string; // sources are named as their stations are
  readonly was: string;
  readonly now: string;
  readonly fields: readonly string[];
}

/** Sources whose schema has another version in the newest lineage that was looked at, with the fields that differ. */
export function sourcesChanged({ evidence }: Pick<Observation, 'evidence'>): readonly SourceChange[] {
  const body = evidence.findLast(({ body: { kind } }) => kind === 'lineage')?.body;
  if (body?.kind !== 'lineage') return [];
  return body.nodes
    .filter(({ kind, was }) => kind === 'source' && was !== '')
    .map(({ id, was, version }) => ({ station: id, was, now: version, fields: body.fields.map(({ field }) => field) }));
}
