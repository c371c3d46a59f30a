import { z } from 'zod';

/** A horizontal autoscaler on CPU, with Kubernetes' defaults where it has any. */
export const paramsSchema = z.strictObject({
  enabled: z.boolean().default(true),
  min: z.number().int().min(0).max(1000).default(6), // replicas
  max: z.number().int().min(1).max(1000).default(10),
  targetUtilisationPercent: z.number().int().min(1).max(1000).default(70), // of the CPU that pods request
  tolerance: z.number().min(0).max(1).default(0.1), // relative distance from the target that is not acted on
  syncSeconds: z.number().min(1).max(86_400).default(15),
  stabilisationSeconds: z.number().min(0).max(3600).default(300), // a lower recommendation waits this long
  cpuInitialisationSeconds: z.number().min(0).max(3600).default(300), // after a start, metrics of a pod that is not ready do not count
  metricWindowSeconds: z.number().min(0).max(3600).default(30), // a pod just ready counts once its metrics cover this long
  upPods: z.number().int().min(0).max(1000).default(4), // a sync period may add this many
  upPercent: z.number().min(0).max(1000).default(100), // or this share, whichever is more
  downPods: z.number().int().min(0).max(1000).default(0), // a sync period may remove this many
  downPercent: z.number().min(0).max(100).default(100), // or this share, whichever is more
  ratePeriodSeconds: z.number().min(1).max(1800).default(15),
});
export type AutoscalerParams = z.infer<typeof paramsSchema>;

export const faultInputs = {
  max: { unit: 'replicas', low: 1, high: 1000, op: 'set', says: 'the most replicas that quota or configuration allows' },
  targetUtilisationPercent: { unit: '% of requested CPU', low: 1, high: 1000, op: 'set', says: 'the CPU use the autoscaler aims at' },
} as const;
