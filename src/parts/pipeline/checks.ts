import type { CheckId, PipelineParams } from './params.ts';
import { CHECK_IDS } from './params.ts';
import type { FieldProfile } from './profile.ts';

/** What checks read of a batch beside its fields. */
export interface BatchFacts {
  readonly matchShare: number; // of keys that found their match, in the worst join
  readonly rowsFactor: number; // rows over the usual number
  readonly labelFactor: number; // share of positive labels over the usual one; NaN where the batch has none
}

/** Whether each check would fail on a batch, whatever its mode. Schema and range speak of values, `nulls` of their absence. */
export function failingChecks(
  params: PipelineParams,
  fields: readonly FieldProfile[],
  usualNulls: readonly number[],
  batch: BatchFacts,
): Record<CheckId, boolean> {
  const { bounds } = params;
  const beyond = (factor: number, bound: number): boolean => factor > bound || factor < 1 / bound;
  return {
    schema: fields.some(({ unknownShare }) => unknownShare > bounds.unknownShare),
    range: fields.some(({ meanFactor }) => meanFactor > bounds.meanFactor),
    nulls: fields.some(({ nullShare }, f) => nullShare > usualNulls[f]! + bounds.nullShare),
    distribution: fields.some(({ psi }) => psi > bounds.psi),
    reference: batch.matchShare < bounds.matchShare,
    rows: beyond(batch.rowsFactor, bounds.rowsFactor),
    labels: beyond(batch.labelFactor, bounds.labelFactor),
    freshness: fields.some(({ spreadFactor }) => spreadFactor < bounds.spreadFactor),
  };
}

/** The strictest thing that the failing checks ask for. */
export function verdictOf(params: PipelineParams, failing: Readonly<Record<CheckId, boolean>>): 'pass' | 'warn' | 'quarantine' | 'block' {
  const modes = CHECK_IDS.filter((id) => failing[id]).map((id) => params.checks[id]);
  return modes.includes('block') ? 'block' : modes.includes('quarantine') ? 'quarantine' : modes.includes('warn') ? 'warn' : 'pass';
}
