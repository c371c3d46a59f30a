import { z } from 'zod';

/** A model version as the server runs it. */
export const versionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  modelCpuMs: z.number().min(0).max(1000).default(9.7), // CPU time of the model itself for an ordinary card
  heavyCardShare: z.number().min(0).max(1).default(0.06), // cards whose history makes the model work longer
  heavyCardCost: z.number().min(0).max(10).default(0), // how strongly the heavy-card factor acts on this version; 0 = not at all
  quality: z.number().min(0).max(2).default(1), // fraud caught, relative to the champion
});

export const paramsSchema = z.strictObject({
  pods: z.number().int().min(1).max(64).default(6),
  coresPerPod: z.number().min(0.1).max(128).default(8),
  workersPerPod: z.number().int().min(1).max(4096).default(96), // a worker is held while its request waits for features
  otherCpuMs: z.number().min(0).max(1000).default(15.9), // CPU time of a request beside the model
  serviceShape: z.enum(['lognormal', 'exponential']).default('lognormal'),
  responseMedianMs: z.number().min(0.1).max(60_000).default(62), // without any queue; the mean where the shape is exponential
  responseSigma: z.number().min(0).max(3).default(0.537),
  serviceCv2: z.number().min(0).max(4).default(1), // squared coefficient of variation of CPU time
  queueDeadlineMs: z.number().min(0).max(600_000).default(1800), // a request that waited this long gets 503; 0 = never
  queueCapPerPod: z.number().min(0).max(1e6).default(0), // requests waiting per pod; 0 = no cap
  discipline: z.enum(['fifo', 'lifo']).default('fifo'),
  cancelExpired: z.boolean().default(false), // drop what the client has given up on
  bootMedianSeconds: z.number().min(1).max(3600).default(62),
  bootSigma: z.number().min(0).max(2).default(0.18), // lognormal spread of boot times
  rollingBootMedianSeconds: z.number().min(1).max(3600).default(55), // image already on the node
  coldCpuFactor: z.number().min(1).max(20).default(3),
  coldTauSeconds: z.number().min(1).max(3600).default(20),
  versions: z.array(versionSchema).min(1).max(6),
});

export type ModelServerParams = z.infer<typeof paramsSchema>;
export type VersionParams = z.infer<typeof versionSchema>;

export const faultInputs = {
  heavyCardCpuFactor: {
    unit: '× model CPU time, mean over cards',
    low: 1,
    high: 20,
    op: 'set',
    says: 'how much longer the model of a sensitive version works',
  },
  podCapacityFactor: {
    unit: '× CPU of every pod',
    low: 0.01,
    high: 1,
    op: 'set',
    says: 'CPU left to the pods, by throttling or a noisy neighbour',
  },
} as const;
