import { z } from 'zod';
import { breakerSchema } from '../gateway/breaker.ts';

/** merchant-risk: another team's service, called once for each payment. */
export const paramsSchema = z.strictObject({
  slowShare: z.number().min(0).max(1).default(0.12), // of requests, whose merchant is answered by the slow shard
  normalMedianMs: z.number().min(0.1).max(10_000).default(18), // included in the pods' bare response time
  normalSigma: z.number().min(0).max(3).default(0.5),
  slowSigma: z.number().min(0).max(3).default(0.7),
  timeoutMs: z.number().min(10).max(30_000).default(520), // per attempt
  attempts: z.number().int().min(1).max(5).default(3), // in all
  backoffMs: z.number().min(0).max(60_000).default(120), // mean, jittered ± 50 %
  fallbackBudgetMs: z.number().min(0).max(10_000).default(150), // whole call, once a fallback exists
  fallback: z.boolean().default(false),
  breaker: z.enum(['off', 'automatic', 'forced-open']).default('off'),
  breakerTuning: breakerSchema.default({
    failureRateThreshold: 0.15,
    slowCallSeconds: 60,
    slowCallRateThreshold: 1,
    windowCalls: 2000,
    minimumCalls: 1000,
    openSeconds: 60,
    halfOpenCalls: 20,
  }),
  snapshotMerchantShare: z.number().min(0).max(1).default(0.75), // of slow merchants, whose verdict a booting pod's snapshot holds
  quality: z.number().min(0).max(1).default(0.004), // unscored-equivalent share of fraud missed without the field
});
export type UpstreamParams = z.infer<typeof paramsSchema>;

export const faultInputs = {
  slowMedianMs: { unit: 'ms', low: 1, high: 60_000, op: 'set', says: 'median answer time of the slow shard' },
  secondLookupShare: { unit: 'share of slow requests', low: 0, high: 1, op: 'set', says: 'how many slow merchants need a second call' },
} as const;
