import { z } from 'zod';

/** How the people who wait for word react. Trust runs from 0 to 100. */
export const paramsSchema = z.strictObject({
  startTrust: z.number().min(0).max(100).default(90),
  silenceSeconds: z
    .number()
    .min(60)
    .max(30 * 86_400)
    .default(1200), // silence longer than this costs
  silencePerMinute: z.number().min(0).max(20).default(1),
  goodUpdate: z.number().min(0).max(50).default(4), // impact, action or next step, and the time of the next update
  thinUpdate: z.number().min(0).max(50).default(1),
  unbackedClaim: z.number().min(0).max(50).default(12), // a cause named with no evidence looked at
  tooSoonSeconds: z.number().min(0).max(3600).default(300), // an update sooner than this after the last earns nothing
});
export type StakeholderParams = z.infer<typeof paramsSchema>;
export const faultInputs = {} as const;
