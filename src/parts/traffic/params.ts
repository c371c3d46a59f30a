import { z } from 'zod';

export const paramsSchema = z.strictObject({
  requestsPerSecond: z.number().min(0).max(1e6).default(900),
  noiseSd: z.number().min(0).max(0.5).default(0.006), // stationary, relative
  noisePhi: z.number().min(0).max(0.999).default(0.3), // AR(1) per second
});
export type TrafficParams = z.infer<typeof paramsSchema>;

export const faultInputs = {
  rateFactor: { unit: '× normal arrivals', low: 0, high: 20, op: 'set', says: 'how many payments arrive, against a normal night' },
} as const;
