import { z } from 'zod';

// Control characters and marks that reorder text have no place in what players read.
const PLAIN = /^[^\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]*$/;

/** Ticks that an episode has at most. */
export const MOST_TICKS = 5000;

/** A name that never changes once it is published: lower case, starting with a letter. */
export const slug = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'expected a lower-case name such as "feature-store"');

/** A sentence or two that people read. */
export const prose = (most: number) =>
  z
    .string()
    .min(1, 'expected some text, got none')
    .max(most, `expected at most ${most} characters`)
    .regex(PLAIN, 'expected text on one line, without control characters')
    .regex(/\S/, 'expected some text, got only blanks');

/** A map of names to things. */
export const named = <T extends z.ZodType>(value: T) => z.record(slug, value);

/** Playbook entries that a check rests on. */
export const cites = z
  .array(z.string().regex(/^g[12]-[a-z0-9-]{2,60}$/, 'expected the id of a playbook entry such as "g1-q10-inspect-traces"'))
  .min(1, 'expected at least one playbook entry')
  .max(4, 'expected at most 4 playbook entries');

/** The key of a reading or a metric: "store.fetch_p95_ms", "model.cpu_share{v42}". */
export const readingKey = z
  .string()
  .regex(
    /^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+){1,4}(\{[a-z0-9-]+\})?$/,
    'expected a key such as "store.fetch_p95_ms" or "model.cpu_share{v42}"',
  );

/** "HH:MM" or "HH:MM:SS". */
export const clockText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'expected a clock such as "01:49:00"');

/** Parameters that are set otherwise, by path. */
export const settings = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*(\.[A-Za-z0-9-]+){1,5}$/, 'expected a path such as "rollout.candidatePods"'),
  z.union([z.number(), z.string().max(200), z.boolean(), z.null()], { error: 'expected a number, a text, true, false or null' }),
);
