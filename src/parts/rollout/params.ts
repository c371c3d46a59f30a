import { z } from 'zod';

const version = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);

export const paramsSchema = z.strictObject({
  stable: version.default('v41'), // the last version that served all traffic
  previous: version.default('v40'), // the one before it
  candidate: version.nullable().default(null), // on its way out, on some of the pods
  candidatePods: z.number().int().min(0).max(64).default(0),
  reconcileSeconds: z.number().min(30).max(86_400).default(900), // the deploy controller puts the registry's champion back after this
  latencyGate: z.boolean().default(false), // halt and roll back a candidate that is slower than stable
  latencyGateRatio: z.number().min(1).max(10).default(1.5), // of p95
  latencyGateScrapes: z.number().int().min(1).max(20).default(3), // in a row
});
export type RolloutParams = z.infer<typeof paramsSchema>;

export const faultInputs = {} as const;
