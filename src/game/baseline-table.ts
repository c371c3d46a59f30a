import { z } from 'zod';
import { ENGINE } from '../run/engine.ts';
import type { Scenario } from '../scenario/scenario.ts';

const rowSchema = z.object({
  scenario: z.string(),
  variant: z.string(),
  policy: z.string(),
  seeds: z.number().int(),
  scoreMean: z.number(),
});

/** assets/baselines.json as the page reads it: what programs score and cost over many seeds, and what that was played on. */
export const baselineTableSchema = z.object({
  engine: z.string(),
  contentHashes: z.record(z.string(), z.string()),
  rows: z.array(rowSchema),
});

export type BaselineTable = z.output<typeof baselineTableSchema>;

/** What one program scores on a variant, over so many seeds. */
export interface MeanScore {
  readonly policy: string;
  readonly seeds: number;
  readonly scoreMean: number; // 0..100
}

/** What programs score on a variant; nothing where the table was made with another engine or another text of the scenario. */
export function meanScores(table: BaselineTable, { brief, contentHash }: Scenario, variant: string): readonly MeanScore[] {
  if (table.engine !== ENGINE || table.contentHashes[brief.id] !== contentHash) return [];
  return table.rows
    .filter((row) => row.scenario === brief.id && row.variant === variant)
    .map(({ policy, seeds, scoreMean }) => ({ policy, seeds, scoreMean }));
}
