import { z } from 'zod';

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'expected a lower-case name such as "gift-campaign"');
const share = z.number().min(0).max(1);

const pattern = z.strictObject({
  id: slug,
  title: z.string().min(1).max(60),
  bins: z.record(slug, z.array(z.number().int().min(0).max(30)).min(1).max(24)), // by feature: bins that fit; a row must fit in all of them
});

/** What is done with a score: who is selected (taken on, flagged, given an offer), and who looks at it. */
export const paramsSchema = z.strictObject({
  mode: z.enum(['top', 'select-below', 'select-above']).default('select-above'), // the N highest of a batch, or every row on one side of the cut-off
  batchHour: z.number().int().min(0).max(23).nullable().default(null), // of the day, when the day's rows are scored together; null: every hour
  topRows: z.number().int().min(0).max(1e8).default(4000), // of a batch
  cutoff: z.number().gt(0).lt(1).default(0.5), // score
  changedCutoff: z.number().gt(0).lt(1).default(0.5), // score, of a configuration on its way out
  configGate: z.boolean().default(false), // a changed configuration first decides few rows, and goes back by itself where more is selected
  configGateShare: share.default(0.05), // of rows, that it decides at first
  configGateFactor: z.number().min(1).max(10).default(1.2), // × selected, from which it goes back
  dimension: slug.nullable().default(null), // whose segments may have a cut-off of their own
  overrideShare: share.default(0), // of the rows that the model refuses and staff consider, those that they select all the same
  overrideLimit: share.nullable().default(null), // of what is selected, at most by staff; null: none was agreed
  overrideBand: z.number().min(0).max(20).default(4), // log odds beyond the cut-off that staff consider
  patterns: z.array(pattern).max(6).default([]), // that a rule can be made for
  sampleRows: z.number().int().min(10).max(1000).default(60), // that people check when they are asked to
  nearScore: z.number().gt(0).lt(1).nullable().default(null), // how far beyond the cut-off a sample of near misses reaches, score
  cutoffsOffered: z.array(z.number().gt(0).lt(1)).max(6).default([]),
  overridesOffered: z.array(share).max(4).default([]),
  staffOffered: z.array(z.number().min(1).max(10)).max(4).default([]),
  queuePerHour: z.number().min(0).max(1e6).default(0), // verdicts; 0: nobody looks
  queueStart: z.number().min(0).max(1e7).default(0), // items waiting at the start
  queueHours: z.number().min(1).max(1000).default(24), // after which an item leaves without a verdict
});
export type DecisionsParams = z.infer<typeof paramsSchema>;

export const faultInputs = {
  overrideShare: { unit: 'share of refused rows', low: 0, high: 1, op: 'set', says: 'how much of what the model refuses staff select' },
  changedShare: { unit: 'share of rows', low: 0, high: 1, op: 'set', says: 'rows decided by the changed configuration' },
} as const;

/** Readings that looks return of it, without label. */
export const readings = {
  'dashboard decisions': ['decisions.selected_share', 'decisions.override_share', 'decisions.cutoff_score', 'decisions.queue_count', 'decisions.queue_wait_hours'],
  sample: ['sample.positive_share', 'sample.rows', 'sample.cluster_share'],
} as const; // prettier-ignore
