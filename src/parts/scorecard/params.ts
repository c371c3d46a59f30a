import { z } from 'zod';

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'expected a lower-case name such as "churn-v7"');

const version = z.strictObject({
  id: slug,
  ageDays: z.number().min(0).max(3650).default(0), // since it was trained, at the start
  without: z.array(slug).max(12).default([]), // features that it does not use
  fade: z.record(slug, z.number().min(-2).max(2)).default({}), // its weights of a feature, × those of a fit on today's relation
  shift: z.number().min(-10).max(10).default(0), // of its intercept against such a fit, log odds
  note: z.string().max(120).default(''),
});

/** An additive model: an intercept and a weight for each bin of each feature, in log odds. */
export const paramsSchema = z.strictObject({
  versions: z.array(version).max(8).default([]), // oldest first
  champion: slug.default('v1'),
  fallback: slug.nullable().default(null), // a model without the features in doubt
  ridgeRows: z.number().min(0).max(1e9).default(30), // what draws each weight, in rows of full information
  ridgeShare: z.number().min(0).max(1).default(0), // the same, as a share of the rows of the fit, on top
  scoreSlope: z.number().positive().max(10).default(1), // score = sigmoid(slope × log odds + shift): 1 and 0 make it the probability
  scoreShift: z.number().min(-10).max(10).default(0),
});
export type ScorecardParams = z.infer<typeof paramsSchema>;
export const faultInputs = {} as const;

/** Readings that looks return of it, without label. */
export const readings = {
  'dashboard model': ['model.live_auc', 'model.estimated_positive_share', 'model.score_mean', 'model.age_days'],
  backtest: ['backtest.candidate_pinned', 'backtest.champion_pinned', 'backtest.stable_pinned', 'backtest.candidate_tonight', 'backtest.champion_tonight', 'backtest.stable_tonight', 'backtest.pinned_drop', 'backtest.stable_drop'],
} as const; // prettier-ignore
