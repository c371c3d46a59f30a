import { z } from 'zod';
import { TRAINING_DATA } from '../../domain/action.ts';

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'expected a lower-case name such as "channel"');

export const GATES = ['none', 'absolute', 'champion-tonight', 'champion-pinned'] as const;
export type GateKind = (typeof GATES)[number];

const gate = z.strictObject({
  kind: z.enum(GATES).default('absolute'),
  threshold: z.number().min(0).max(1).default(0.7), // `absolute`: AUC that a candidate must reach on tonight's holdout
  alsoPinned: z.boolean().default(false), // whatever its kind, a candidate must stand up to the champion on pinned clean rows too
  margin: z.number().min(0).max(1).default(0.004), // the others: how far below the champion's AUC a candidate may lie on the same rows
});

export const paramsSchema = z.strictObject({
  scheduleHour: z.number().int().min(0).max(23).nullable().default(null), // of the day, when the scheduled job starts; null: on request only
  scheduleDays: z.number().int().min(1).max(365).default(1), // from one run of that job to the next
  gateHour: z.number().int().min(0).max(23).default(3), // of the day, when its candidate is judged
  autoPromote: z.boolean().default(true), // what passes the gate goes live by itself
  gateManual: z.boolean().default(false), // a retrain on request must pass the gate too
  gate: gate.prefault({}),
  windowDays: z.number().int().min(1).max(1095).default(60), // of labelled rows
  recentDays: z.number().int().min(1).max(365).default(3), // the same where only recent rows are asked for
  stockDays: z.number().int().min(0).max(1095).default(60), // labelled days from before the start
  holdoutPeriods: z.number().int().min(1).max(60).default(1), // newest labelled periods, kept out of training
  towardsLive: z.boolean().default(false), // weights are drawn to the live model, else to 0
  usualAuc: z.number().min(0.5).max(1).default(0.8), // as the job's history has it
  aucNoiseSd: z.number().min(0).max(0.1).default(0.006), // of a measured AUC: the holdout is a sample
  restoresCutoff: z.boolean().default(false), // a model that is promoted on request is calibrated anew, so cut-offs go back to their usual score
  segmentFeatures: z.array(slug).max(4).default([]), // that models so far have not been given, and `with-segment` adds
  reweight: z
    .strictObject({ dimension: slug, segment: slug, factor: z.number().min(0).max(1000) })
    .nullable()
    .default(null), // of `reweighted`
  reviewedHours: z.number().int().min(1).max(2000).default(48), // of rows that people label for `reviewed`
  data: z.array(z.enum(TRAINING_DATA)).max(5).default(['all', 'recent']), // that can be asked for
  thresholdsOffered: z.array(z.number().min(0).max(1)).max(4).default([]), // of the absolute gate
  retrainEur: z.number().min(0).max(1e6).default(60), // one run on request
  labellingEur: z.number().min(0).max(1e6).default(0), // of `reviewed`, on top
  versionPrefix: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}$/)
    .default('run'),
  code: z.string().max(24).default('a41f09c'), // commit of the training code
});
export type TrainingParams = z.infer<typeof paramsSchema>;
export const faultInputs = {} as const;

/** Readings that looks return of it, without label. */
export const readings = {
  'dashboard model': ['training.candidate_auc', 'training.champion_auc', 'training.blocked', 'training.duration_minutes'],
  registry: ['registry.champion_age_days', 'registry.champion_auc', 'registry.stable_auc', 'registry.promoted_runs', 'registry.library_changed'],
} as const; // prettier-ignore
