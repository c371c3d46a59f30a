import type { RowMap } from '../population/basis.ts';
import { binCount, binsInAll, missingBin, otherBin } from '../population/bins.ts';
import type { Feature, PopulationParams } from '../population/params.ts';
import type { PipelineParams } from './params.ts';

const constant = (feature: Feature, bin: number): Int32Array => new Int32Array(binsInAll(feature)).fill(bin);

/** Values that are there go to one bin; what is missing stays missing. */
const present = (feature: Feature, bin: number): Int32Array => {
  const map = constant(feature, bin);
  map[missingBin(feature)] = missingBin(feature);
  return map;
};

/**
 * What the pipeline's row operator does to a row, feature by feature.
 * @throws when its target is neither a feature nor a join
 */
export function rowMapOf(population: PopulationParams, { operator, joins }: PipelineParams): RowMap {
  const { kind, target } = operator;
  const none = population.features.map(() => null);
  if (kind === 'none' || kind === 'duplicated' || kind === 'late') return none;
  if (kind === 'keyless') {
    const join = joins.find(({ id }) => id === target);
    if (join === undefined)
      throw new Error(`operator keyless: expected one of the joins ${joins.map(({ id }) => id).join(', ')}, got "${target}"`);
    return population.features.map((feature) => (feature.source === join.source ? constant(feature, missingBin(feature)) : null));
  }
  if (!population.features.some(({ id }) => id === target))
    throw new Error(
      `operator ${kind}: expected one of the features ${population.features.map(({ id }) => id).join(', ')}, got "${target}"`,
    );
  return population.features.map((feature) => {
    if (feature.id !== target) return null;
    if (kind === 'scaled') return present(feature, binCount(feature) - 1); // beyond the last edge
    if (kind === 'recoded') return present(feature, otherBin(feature));
    return constant(feature, Math.min(operator.toBin, binCount(feature) - 1));
  });
}

/** Names a row map: two operators with the same key do the same to a row. */
export const rowMapKey = ({ operator }: PipelineParams): string => `${operator.kind} ${operator.target ?? ''} ${operator.toBin}`;

/** The source whose rows the operator changes; null where there is none. */
export function operatedSource(population: PopulationParams, { operator, joins }: PipelineParams): string | null {
  if (operator.target === null) return null;
  const join = joins.find(({ id }) => id === operator.target);
  return join?.source ?? population.features.find(({ id }) => id === operator.target)?.source ?? null;
}
