import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { KnownLists } from '../prove/plan.ts';
import { ENGINE } from '../run/engine.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { checked } from './checked.ts';
import { readJson, writeText } from './files.ts';
import { fixedListSchema } from './log-file.ts';
import { ROOT } from './site.mjs';

export const BEST_LISTS_FILE = 'assets/best-lists.json';
const KEPT = 3; // of the best lists: a quick proof plays each of them on every night
const MOST_BYTES = 1 << 20;

const entrySchema = z.strictObject({
  contentHash: z.string(),
  score: z.array(fixedListSchema),
  cheapest: z.record(z.string(), fixedListSchema),
});
const fileSchema = z.strictObject({ about: z.string(), engine: z.string(), scenarios: z.record(z.string(), entrySchema) });
type BestLists = z.infer<typeof fileSchema>;

const path = join(ROOT, BEST_LISTS_FILE);

const NONE: BestLists = {
  about: 'Lists of acts that a full proof found, which a quick one plays again. Made by: npm run --silent cli -- prove --keep',
  engine: ENGINE,
  scenarios: {},
};

const readBestLists = (): BestLists => (existsSync(path) ? checked(fileSchema, readJson(path, MOST_BYTES), BEST_LISTS_FILE) : NONE);

/** Scenarios whose full proof has been kept: they are held to it by `npm test`, and baselines are of them. */
export const keptIds = (): readonly string[] => Object.keys(readBestLists().scenarios).sort();

/** The lists that an earlier proof of a scenario of this id found; null where there was none. */
export const knownLists = ({ brief }: Scenario): KnownLists | null => readBestLists().scenarios[brief.id] ?? null;

/** Keeps what a proof found in the file, beside what it holds of other scenarios: a line a list, so that a change of one is seen as one. */
export function keepLists({ brief, contentHash }: Scenario, { score, cheapest }: KnownLists): void {
  const entry = { contentHash, score: score.slice(0, KEPT), cheapest };
  const scenarios: Record<string, unknown> = { ...readBestLists().scenarios, [brief.id]: entry };
  const ids = Object.keys(scenarios).sort();
  const text = JSON.stringify({ ...NONE, scenarios: Object.fromEntries(ids.map((id) => [id, scenarios[id]])) }, null, 1);
  writeText(path, `${text.replace(/\n {5,}/g, ' ')}\n`);
}
