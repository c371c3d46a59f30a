import { z } from 'zod';
import { breakerSchema } from '../gateway/breaker.ts';

export const paramsSchema = z.strictObject({
  hotPartitionPerSecond: z.number().min(1).max(1e6).default(213), // lookups the busiest partition answers
  connectionsPerPod: z.number().int().min(1).max(1000).default(40),
  waitersPerPod: z.number().int().min(0).max(1000).default(27), // beyond connections; more is refused at once
  connectionContention: z.number().min(0).max(2).default(0.1), // capacity / (1 + this × (connections/normal − 1))
  normalConnections: z.number().int().min(1).max(100_000).default(240),
  fetchTimeoutMs: z.number().min(10).max(30_000).default(2900),
  cachedBudgetMs: z.number().min(1).max(5000).default(200), // how long a fetch may take while cached features are served
  defaultOnTimeout: z.boolean().default(false), // score with default features when the fetch is cut, else the request is lost to the client
  localHitShare: z.number().min(0).max(1).default(0.4), // of hot-key lookups answered by the pod's own cache
  cacheFillTauSeconds: z.number().min(1).max(3600).default(120),
  snapshotSeconds: z.number().min(0).max(3600).default(240), // life of the snapshot a booting pod preloads
  snapshotHitShare: z.number().min(0).max(1).default(0.8),
  normalHotKeyShare: z.number().min(0).max(1).default(0.08),
  fetchMedianMs: z.number().min(0.1).max(1000).default(12), // included in the pods' bare response time
  fetchSigma: z.number().min(0).max(3).default(0.7),
  rebalancedFactor: z.number().min(1).max(100).default(6), // partition capacity after a rebalance
  breaker: z.enum(['off', 'automatic', 'forced-open']).default('off'),
  breakerTuning: breakerSchema.default({
    failureRateThreshold: 0.3,
    slowCallSeconds: 0.4,
    slowCallRateThreshold: 0.15,
    windowCalls: 2000,
    minimumCalls: 1000,
    openSeconds: 60,
    halfOpenCalls: 20,
  }),
});
export type FeatureStoreParams = z.infer<typeof paramsSchema>;

export const faultInputs = {
  hotKeyShare: { unit: 'share of requests', low: 0, high: 1, op: 'set', says: 'how many requests read the same partition' },
  partitionFactor: { unit: '× capacity', low: 0.01, high: 10, op: 'set', says: 'capacity left to the busiest partition' },
} as const;
