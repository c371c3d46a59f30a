import { z } from 'zod';
import { logEntrySchema } from '../domain/action.ts';
import { SEED } from '../domain/seed.ts';
import { COMPLICATIONS, INFORMATION, isTermKey, sameTerms, STRICTNESS, USUAL_TERMS, withTerm, type Terms } from '../domain/difficulty.ts';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'expected a lower-case name such as "latency-spike"');
/** The hash of a state or of a scenario's content. */
export const hash = z.string().regex(/^[0-9a-f]{16}$/, 'expected 16 digits from 0 to f');

/** Everything that decides a run: scenario, seed, settings, preventions in place, and the log of what the player decided. */
export const recordSchema = z.strictObject({
  format: z.literal(1),
  engine: z.string().max(40),
  scenario: slug,
  contentHash: hash,
  seed: z.string().regex(SEED, 'expected 1 to 64 letters, digits, ".", "_" or "-"'),
  variant: slug.optional(), // only where it was forced; else the seed picks
  settings: z.strictObject({
    untimed: z.boolean(),
    // the terms at the start, those that are not as usual
    information: z.enum(INFORMATION).optional(),
    complications: z.literal(COMPLICATIONS).optional(),
    strictness: z.enum(STRICTNESS).optional(),
  }),
  preventions: z.array(slug).max(8),
  log: z.array(logEntrySchema).max(2000),
});
export type RunRecord = z.infer<typeof recordSchema>;

/** The terms on which a run began. */
export const termsAtStart = ({ settings }: Pick<RunRecord, 'settings'>): Terms => ({
  information: settings.information ?? USUAL_TERMS.information,
  complications: settings.complications ?? USUAL_TERMS.complications,
  strictness: settings.strictness ?? USUAL_TERMS.strictness,
});

/** The terms on which it began, and those that the log changed them to, in order. */
export function termsOf(record: Pick<RunRecord, 'settings' | 'log'>): readonly Terms[] {
  const all = [termsAtStart(record)];
  for (const { action } of record.log) {
    if (action.type !== 'setting' || !isTermKey(action.key)) continue;
    const before = all[all.length - 1]!;
    const after = withTerm(before, action.key, action.value);
    if (!sameTerms(before, after)) all.push(after);
  }
  return all;
}

/** The terms in force at a run's end. */
export const termsAtEnd = (record: Pick<RunRecord, 'settings' | 'log'>): Terms => termsOf(record).at(-1)!;

/** A record as a file: with one hash a part every 60 ticks, so that a replay can say where it parts. */
export const recordFileSchema = recordSchema.extend({
  finalHash: hash,
  hashes: z.array(z.strictObject({ tick: z.number().int().min(0).max(5000), parts: z.record(z.string().max(40), hash) })).max(200),
});
export type RecordFile = z.infer<typeof recordFileSchema>;
