import { z } from 'zod';

export const paramsSchema = z.strictObject({
  verifySeconds: z.number().int().min(1).max(86_400).default(60), // how long a metric is watched before it counts as recovered
});
export type IncidentParams = z.infer<typeof paramsSchema>;
export const faultInputs = {} as const;
