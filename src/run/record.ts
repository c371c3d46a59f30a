import { z } from 'zod';
import { logEntrySchema } from '../domain/action.ts';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/);
const hash = z.string().regex(/^[0-9a-f]{16}$/);

/** Everything that decides a run: scenario, seed, settings, preventions in place, and the log of what the player decided. */
export const recordSchema = z.strictObject({
  format: z.literal(1),
  engine: z.string().max(40),
  scenario: slug,
  contentHash: hash,
  seed: z.string().min(1).max(64),
  variant: slug.optional(), // only where it was forced; else the seed picks
  settings: z.strictObject({ untimed: z.boolean() }),
  preventions: z.array(slug).max(8),
  log: z.array(logEntrySchema).max(2000),
});
export type RunRecord = z.infer<typeof recordSchema>;

/** A record as a file: with one hash a part every 60 ticks, so that a replay can say where it parts. */
export const recordFileSchema = recordSchema.extend({
  finalHash: hash,
  hashes: z.array(z.strictObject({ tick: z.number().int().min(0).max(5000), parts: z.record(z.string().max(40), hash) })).max(200),
});
export type RecordFile = z.infer<typeof recordFileSchema>;
