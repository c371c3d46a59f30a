import { join } from 'node:path';
import { BASELINES } from '../policy/policies.ts';
import type { Outcome } from '../prove/outcome.ts';
import { nightsOf, type SweepPlan } from '../prove/sweep.ts';
import { rowsOf, type SweepRow } from '../prove/sweep-table.ts';
import { ENGINE } from '../run/engine.ts';
import { keptIds } from './best-lists.ts';
import { writeText } from './files.ts';
import { ROOT } from './site.mjs';
import { playNights, readyPlan } from './sweep-play.ts';

export const BASELINE_FILE = 'assets/baselines.json';
export const BASELINE_COMMAND = 'npm run --silent cli -- sweep --baselines';
export const BASELINE_SEEDS = 20;

/** A row of the file: the figures that the game shows, and what each seed came to, from "1" on. */
export interface BaselineRow extends SweepRow {
  readonly score: readonly number[];
  readonly impactEur: readonly number[]; // to the cent
  readonly impactAvoided: readonly (number | null)[]; // to four digits
  readonly identified: readonly (0 | 1)[];
}

export interface BaselineFile {
  readonly about: string;
  readonly engine: string;
  readonly contentHashes: Readonly<Record<string, string>>;
  readonly rows: readonly BaselineRow[];
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** An outcome as the file keeps it. Rows are made from these, so that they follow from what the file holds. */
export const keptOutcome = (outcome: Outcome): Outcome => ({
  ...outcome,
  impactEur: rounded(outcome.impactEur, 2),
  impactAvoided: outcome.impactAvoided === null ? null : rounded(outcome.impactAvoided, 4),
});

/** The file of a sweep. @param outcomes of every seed of each row, seeds in order */
export function baselineFileOf(plan: SweepPlan, outcomes: readonly Outcome[]): BaselineFile {
  const kept = outcomes.map(keptOutcome);
  return {
    about: `What ${plan.policies.join(', ')} score and cost on every variant over seeds 1 to ${plan.seeds}. Made by: ${BASELINE_COMMAND}`,
    engine: ENGINE,
    contentHashes: Object.fromEntries(plan.scenarios.map(({ id, contentHash }) => [id, contentHash])),
    rows: rowsOf(plan, kept).map((row): BaselineRow => {
      const own = kept.filter((one) => one.scenario === row.scenario && one.variant === row.variant && one.policy === row.policy);
      return {
        ...row,
        score: own.map((one) => one.score),
        impactEur: own.map((one) => one.impactEur),
        impactAvoided: own.map((one) => one.impactAvoided),
        identified: own.map((one) => (one.identified ? 1 : 0)),
      };
    }),
  };
}

/** The file's text: a row a line, so that a change of one is seen as one. */
export const baselineText = ({ rows, ...head }: BaselineFile): string =>
  `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "rows": [\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]\n}\n`;

/** Plays the policies that every verdict shows over the seeds of the file, and writes it. @returns a line that says so */
export async function writeBaselines(workers: number): Promise<string> {
  const plan = readyPlan(keptIds(), BASELINES, BASELINE_SEEDS);
  const { outcomes, seconds } = await playNights(plan, nightsOf(plan), workers);
  writeText(join(ROOT, BASELINE_FILE), baselineText(baselineFileOf(plan, outcomes)));
  return `wrote ${BASELINE_FILE}: ${outcomes.length} episodes in ${seconds.toFixed(1)} s\n`;
}
