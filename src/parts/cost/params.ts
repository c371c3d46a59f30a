import { z } from 'zod';

export const paramsSchema = z.strictObject({
  eurPerPodHour: z.number().min(0).max(1000).default(2.2),
  normalPods: z.number().int().min(0).max(1000).default(6),
  retrainEur: z.number().min(0).max(1e6).default(60),
});
export type CostParams = z.infer<typeof paramsSchema>;
export const faultInputs = {} as const;
