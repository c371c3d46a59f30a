import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'expected a lower-case slug such as "p95-high"');
const key = z.string().min(1).max(120); // a series of monitoring, such as "gateway.latency_p95_ms"

/** Who chose a threshold. Read as "Set 7 months ago by the platform team, after the outage in spring". */
const setBy = z.strictObject({
  role: z.string().min(1).max(60), // a role, never a person, that reads after "by the"
  daysAgo: z.number().int().min(0).max(3650), // before the start of the episode
  why: z.string().min(1).max(100), // that reads after a comma
});

const common = {
  id,
  text: z.string().min(1).max(200), // as the pager shows it
  severity: z.enum(['page', 'ticket']).default('ticket'),
  unit: z.enum(['ms', 'share', 'perSecond', 'count', 'eur', 'eurPerMinute', 'ratio', 'points', 'percentagePoints']).default('count'),
  forSeconds: z
    .number()
    .min(0)
    .max(86_400 * 30)
    .default(0), // how long it must hold at every evaluation before it fires
  keepFiringSeconds: z
    .number()
    .min(0)
    .max(86_400 * 30)
    .default(0), // how long it goes on firing after it last held
  setBy: setBy.optional(), // no number of the world hangs on it
};

/** One series against a threshold. */
const thresholdRule = z.strictObject({
  kind: z.literal('threshold'),
  ...common,
  series: key,
  comparison: z.enum(['above', 'below']).default('above'),
  threshold: z.number(),
});

/** An error budget that burns too fast over a long and a short window at once. */
const burnRateRule = z.strictObject({
  kind: z.literal('burn-rate'),
  ...common,
  errors: key, // running total of what went wrong
  requests: key, // running total of everything
  slo: z.number().gt(0).lt(1), // share of good requests aimed at
  periodSeconds: z
    .number()
    .positive()
    .default(30 * 86_400),
  longSeconds: z.number().positive(),
  shortSeconds: z.number().positive(),
  threshold: z.number().positive(), // burn rate
});

export const alertRuleSchema = z.discriminatedUnion('kind', [thresholdRule, burnRateRule]);

/** What went on before the episode, so that long windows are full at its start. */
const history = z.strictObject({
  requestsPerSecond: z.number().min(0),
  errorRatio: z.number().min(0).max(1),
});

export const paramsSchema = z.strictObject({
  rules: z.array(alertRuleSchema).max(40).default([]),
  history: history.default({ requestsPerSecond: 0, errorRatio: 0 }),
  readNoiseSd: z.number().min(0).max(0.5).default(0.04), // of quantiles as monitoring reads them, relative: sampling and scrape jitter
  resolvedSeconds: z.number().min(0).max(86_400).default(900), // a resolved alert is listed this long
});
export type ThresholdRule = z.infer<typeof thresholdRule>;
export type BurnRateRule = z.infer<typeof burnRateRule>;
export type AlertRule = z.infer<typeof alertRuleSchema>;
export type AlertsParams = z.infer<typeof paramsSchema>;

export const faultInputs = {} as const;
