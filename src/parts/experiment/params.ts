import { z } from 'zod';

const share = z.number().gt(0).lt(1);

/** An experiment or canary on a yes-or-no outcome, and the rule agreed on before its data. Rates and differences are shares of 1. */
export const paramsSchema = z.strictObject({
  treatmentShare: share.default(0.05), // of trials, as designed
  strata: z
    .array(z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'expected a lower-case slug such as "foreign-cards"'))
    .min(1)
    .max(32)
    .refine((names) => new Set(names).size === names.length, 'expected different strata')
    .default(['all']), // in which outcomes are counted apart
  harm: z.enum(['fall', 'rise']).default('fall'), // which way the rate moves when the treatment does harm
  expectedRate: share.default(0.964), // of control, for planning
  smallestEffect: share.default(0.003), // change of the rate that must not be missed, for planning
  power: share.default(0.8), // for planning
  alpha: share.default(0.05), // two-sided level of the whole experiment
  confidence: share.default(0.95), // of the intervals that are shown
  rule: z.enum(['single-look', 'every-look', 'obrien-fleming', 'pocock', 'always-valid']).default('obrien-fleming'), // every-look: no correction
  looks: z.number().int().min(1).max(200).default(16), // planned
  lookSeconds: z.number().min(1).max(604_800).default(900), // between them
  mixtureTau: share.default(0.005), // of the always-valid rule: sd of the differences expected beforehand
  leastTrials: z.number().int().min(1).max(1e9).default(1), // in each arm, before any decision
  clearMargin: z.number().min(0).max(1).default(0.003), // loss that ramping up would put up with
  clearConfidence: share.default(0.9), // of the two-sided interval that must stay within the margin
  mismatchAlpha: share.default(0.001), // below this p the split counts as broken, and nothing is decided
  adjustForMix: z.boolean().default(false), // decide on the post-stratified difference
});
export type ExperimentParams = z.infer<typeof paramsSchema>;

export const faultInputs = {} as const;
