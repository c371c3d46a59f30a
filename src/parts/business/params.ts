import { z } from 'zod';

export const paramsSchema = z.strictObject({
  eurPerUnscored: z.number().min(0).max(1000).default(0.008148), // fraud let through per unscored payment: €26,400/h if all of 900/s were
  eurPerSlow: z.number().min(0).max(1000).default(0.0051), // customers who leave, per payment slower than the gateway's slow mark
  eurPerDegraded: z.number().min(0).max(1000).default(0.0002), // good payments refused, per payment scored with default features
  normalUnscoredShare: z.number().min(0).max(1).default(0.0005),
  normalFalsePositiveShare: z.number().min(0).max(1).default(0.012),
  falsePositiveRise: z.number().min(0).max(10).default(0.5), // of degraded payments, relative
  sloMs: z.number().min(1).max(60_000).default(500), // p95 promised
  sloPenaltyEurPerMinute: z.number().min(0).max(10_000).default(6),
  pagerEurPerMinute: z.number().min(0).max(10_000).default(110), // what one second of p95 over the SLO usually costs: the estimate before figures were seen
});
export type BusinessParams = z.infer<typeof paramsSchema>;
export const faultInputs = {} as const;
