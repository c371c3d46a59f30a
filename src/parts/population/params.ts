import { z } from 'zod';

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'expected a lower-case name such as "monthly-fee"');
const share = z.number().min(0).max(1);
const logOdds = z.number().min(-30).max(30);

/** How a feature is spread over its bins: a normal distribution cut at the edges, or a share for each bin. */
export const shapeSchema = z.union([
  z.strictObject({ mean: z.number(), sd: z.number().positive() }),
  z.strictObject({ shares: z.array(share).min(1).max(24) }),
]);
export type Shape = z.infer<typeof shapeSchema>;

const featureSchema = z.strictObject({
  id: slug,
  title: z.string().min(1).max(40),
  source: slug, // of the pipeline, which delivers it
  edges: z.array(z.number()).max(24).default([]), // numeric: ascending, between bins, in the feature's unit
  levels: z.array(z.string().min(1).max(24)).max(24).default([]), // category: one bin each
  missingShare: share.default(0), // of rows on any day, whatever their outcome
  usual: shapeSchema.default({ mean: 0, sd: 1 }), // of groups that do not say otherwise
  slope: z.number().default(0), // numeric: log odds of the outcome per unit
  centre: z.number().default(0), // in the feature's unit: where the slope adds nothing
  relation: z.array(logOdds).max(24).default([]), // log odds of the outcome that each bin adds, on top of the slope
  movedSlope: z.number().nullable().default(null), // the same for rows whose relation has moved; null: unchanged
  movedRelation: z.array(logOdds).max(24).nullable().default(null),
});
export type Feature = z.infer<typeof featureSchema>;

const groupSchema = z.strictObject({
  id: slug,
  title: z.string().min(1).max(60),
  share: z.number().min(0).max(10), // weight of its arrivals
  shifted: z.number().min(0).max(10).nullable().default(null), // the same once the mix has shifted in full; null: unchanged
  offset: logOdds.default(0), // log odds of the outcome before its features count; ±30: settled
  movedOffset: logOdds.nullable().default(null), // for rows whose relation has moved; null: unchanged
  features: z.record(slug, shapeSchema).default({}),
  segments: z.record(slug, slug).default({}), // what it is in each dimension that figures are split by
});
export type Group = z.infer<typeof groupSchema>;

/** Who arrives, and what becomes of them: groups of rows (segment × hidden class), the bins of their features, the true relation. */
export const paramsSchema = z.strictObject({
  rowsPerHour: z.number().min(0).max(1e9).default(1000),
  features: z.array(featureSchema).max(12).default([]),
  groups: z.array(groupSchema).max(16).default([]),
  segments: z
    .array(z.strictObject({ id: slug, title: z.string().min(1).max(40) }))
    .max(24)
    .default([]), // how people call what groups are in
});
export type PopulationParams = z.infer<typeof paramsSchema>;

export const faultInputs = {
  shift: { unit: 'share of the way', low: 0, high: 1.5, op: 'set', says: 'how far the mix of arrivals has gone to its shifted shares' },
  movedShare: { unit: 'share of rows', low: 0, high: 1, op: 'set', says: 'rows in which features no longer tell what they told' },
  rowFactor: { unit: '× arrivals', low: 0.01, high: 20, op: 'set', says: 'how many rows arrive' },
} as const;

/** Readings that looks return of it, without label. */
export const readings = {
  'dashboard drift': ['drift.psi', 'drift.score_psi', 'drift.worst_psi'],
  distributions: ['distributions.psi', 'distributions.missing_share', 'distributions.unknown_share', 'distributions.mean_factor', 'distributions.spread_factor', 'distributions.worst_psi'],
  segments: ['segments.rows', 'segments.row_factor', 'segments.outcome_share', 'segments.observed_expected', 'segments.spread', 'segments.widest', 'segments.narrowest'],
  evaluation: ['evaluation.widest_gap', 'evaluation.live_share', 'evaluation.reference_share'],
} as const; // prettier-ignore
