import { z } from 'zod';

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'expected a lower-case name such as "billing"');
const text = z.string().max(120).default('');

const source = z.strictObject({
  id: slug,
  title: z.string().min(1).max(40),
  version: z.string().max(24).default('v1'), // of its data, as lineage shows it
  changedVersion: z.string().max(24).default(''), // the same once rows come in their new form; "" where nothing announces it
  compatibleVersion: z.string().max(24).default(''), // a version that came within the episode and changed nothing; "" if none
  note: text,
});

const join = z.strictObject({
  id: slug,
  title: z.string().min(1).max(40),
  source: slug,
  matchShare: z.number().min(0).max(1).default(0.996),
});

/**
 * What happens to a row that is hit: `scaled` values land in the top bin, `recoded` ones are unknown, `keyless` rows find no match in a
 * join and lose all that its source brings, `filled` and `frozen` ones get one constant bin, `duplicated` rows come twice, `late` ones
 * come without their label, which then counts as negative.
 */
export const OPERATORS = ['none', 'scaled', 'recoded', 'keyless', 'filled', 'frozen', 'duplicated', 'late'] as const;
export type Operator = (typeof OPERATORS)[number];

const operator = z.strictObject({
  kind: z.enum(OPERATORS).default('none'),
  target: slug.nullable().default(null), // a feature; for `keyless` a join
  toBin: z.number().int().min(0).max(24).default(0), // of `filled` and `frozen`
  factor: z.number().min(1e-6).max(1e6).default(100), // of `scaled`: what values are multiplied by
  before: text, // the schema's words for the field
  now: text,
});

export const CHECK_MODES = ['off', 'warn', 'quarantine', 'block'] as const;
const mode = z.enum(CHECK_MODES).default('off');

const checks = z.strictObject({
  schema: mode, // levels that the contract does not know
  range: mode, // numeric values far beyond those of the reference
  nulls: mode,
  distribution: mode, // PSI of the values that are there
  reference: mode, // keys that find their match
  rows: mode, // number of rows
  labels: mode, // share of positive labels
  freshness: mode, // the same value again and again
});

/** From where on a check fails, on a sampled batch. */
const bounds = z.strictObject({
  unknownShare: z.number().min(0).max(1).default(0.02),
  meanFactor: z.number().min(1).max(1000).default(3), // mean of a numeric field over its reference
  nullShare: z.number().min(0).max(1).default(0.02), // above the reference
  psi: z.number().min(0).max(10).default(0.25),
  matchShare: z.number().min(0).max(1).default(0.98), // at least
  rowsFactor: z.number().min(1).max(100).default(1.3), // up or down
  labelFactor: z.number().min(1).max(100).default(1.3), // up or down
  spreadFactor: z.number().min(0).max(1).default(0.5), // standard deviation over its reference, at least
});

export const paramsSchema = z.strictObject({
  sources: z.array(source).max(12).default([]),
  joins: z.array(join).max(6).default([]),
  operator: operator.prefault({}),
  checks: checks.prefault({}),
  bounds: bounds.prefault({}),
  sampleRows: z.number().int().min(50).max(1e6).default(5000), // of a batch, that checks and drift monitors read
  windowHours: z.number().int().min(1).max(168).default(24), // how often rows of a stream are sampled; every period where a check is on
  staleSharePerDay: z.number().min(0).max(1).default(0.02), // of rows of a pinned snapshot, whose features have changed since
  jobMinutes: z.number().min(1).max(1440).default(48),
});
export type PipelineParams = z.infer<typeof paramsSchema>;
export type CheckId = keyof PipelineParams['checks'];
export const CHECK_IDS = Object.keys(checks.shape) as CheckId[];

export const faultInputs = {
  trainShare: { unit: 'share of rows', low: 0, high: 1, op: 'set', says: 'rows read for training that come in their new form' },
  servedShare: { unit: 'share of rows', low: 0, high: 1, op: 'set', says: 'rows to be scored that come in their new form' },
} as const;

/** Readings that looks return of it, without label. */
export const readings = {
  'dashboard data': ['data.rows_per_day', 'data.label_share', 'data.match_share', 'data.checks_failing', 'data.null_share', 'data.unknown_share', 'data.mean_factor', 'data.spread_factor'],
  lineage: ['lineage.changed_sources', 'lineage.changed_fields', 'lineage.changed_units', 'lineage.changed_types', 'lineage.changed_keys', 'lineage.stale_feed_days'],
  logs: ['logs.coerced.count', 'logs.unmatched.count', 'logs.late.count', 'logs.defaulted.count', 'logs.errors.count'],
} as const; // prettier-ignore
