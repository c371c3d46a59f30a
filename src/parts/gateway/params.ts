import { z } from 'zod';

/** The gateway in front of the model server: it splits, waits, retries, sheds. Clients that give up fail open (unscored). */
export const paramsSchema = z.strictObject({
  clientTimeoutMs: z.number().min(10).max(600_000).default(3000), // per attempt; the checkout gives up then
  attempts: z.number().int().min(1).max(5).default(1), // in all
  backoffBaseMs: z.number().min(0).max(60_000).default(200), // doubles with every retry
  retryBudgetShare: z.number().min(0).max(1).nullable().default(0.1), // retries per first attempt; null = no budget
  adaptiveThrottlingK: z.number().min(1).max(10).nullable().default(null), // drop at the gateway what the backend would refuse; null = off
  slowMs: z.number().min(1).max(60_000).default(1000), // a payment slower than this loses some customers
});
export type GatewayParams = z.infer<typeof paramsSchema>;

export const faultInputs = {} as const;
