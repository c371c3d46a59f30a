import { z } from 'zod';

/** When and for whom it becomes known what a row came to. */
export const paramsSchema = z.strictObject({
  periodHours: z.number().int().min(1).max(168).default(24), // rows are kept by period
  delayHours: z
    .number()
    .int()
    .min(0)
    .max(24 * 365)
    .default(24), // from a decision to its label
  coverage: z.enum(['everyone', 'selected', 'reviewed']).default('everyone'), // who gets a label: all rows, rows taken on, or rows that people looked at while the rest counts as negative
  cohortDays: z.number().int().min(1).max(90).default(15), // of a cohort
  cohortsShown: z.number().int().min(1).max(4).default(2), // newest matured cohorts that the outcome's share is taken over
});
export type LabelsParams = z.infer<typeof paramsSchema>;
export const faultInputs = {} as const;
