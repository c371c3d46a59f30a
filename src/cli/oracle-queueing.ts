import { z } from 'zod';
import { erlangB, queueOf, responseQuantile, waitQuantile } from '../parts/model-server/queueing.ts';
import { figure, number, readCase, relative, remarks, shown, type Computed } from './oracle-case.ts';
import { BadInput } from './wrong.ts';

const servers = z.number().int().min(1).max(100_000);
const positive = z.number().positive().max(1e9);

const mmcSchema = z.strictObject({
  serviceMeanMs: positive,
  c: servers,
  rho: z.number().min(0).optional(),
  lambdaPerSec: z.number().min(0).optional(),
  erlangB: number.optional(),
  erlangC: number.optional(),
  meanWaitMs: number.optional(),
  meanQueueLen: number.optional(),
  wait_p50_ms: number.optional(),
  wait_p95_ms: number.optional(),
  wait_p99_ms: number.optional(),
  resp_p50_ms: number.optional(),
  resp_p95_ms: number.optional(),
  resp_p99_ms: number.optional(),
  ...remarks,
});

/** M/M/c: what is known exactly. Utilisation and arrivals say the same thing; one of them suffices. */
export function mmcCase(raw: unknown, where: string): Computed {
  const { serviceMeanMs, c, rho, lambdaPerSec } = readCase(mmcSchema, raw, where);
  const capacity = (c * 1000) / serviceMeanMs;
  if (rho === undefined && lambdaPerSec === undefined) throw new BadInput(`${where}: expected "rho" or "lambdaPerSec"`);
  const arrivals = rho === undefined ? (lambdaPerSec as number) : rho * capacity;
  if (lambdaPerSec !== undefined && Math.abs(arrivals - lambdaPerSec) > 1e-6 * capacity) {
    throw new BadInput(`${where}: "rho" ${rho} makes ${arrivals} requests/s, but "lambdaPerSec" is ${lambdaPerSec}`);
  }
  const seconds = serviceMeanMs / 1000;
  const queue = queueOf(arrivals, seconds, c);
  const closed = relative(1e-6);
  const quantiles = Object.fromEntries(
    [50, 95, 99].flatMap((percent) => [
      [`wait_p${percent}_ms`, figure(1000 * waitQuantile(queue, percent / 100), closed)],
      [`resp_p${percent}_ms`, figure(1000 * responseQuantile(queue, seconds, percent / 100), closed)],
    ]),
  );
  return {
    input: { serviceMeanMs, c, rho: arrivals / capacity, lambdaPerSec: arrivals },
    figures: {
      erlangB: figure(erlangB(c, arrivals * seconds), closed),
      erlangC: figure(queue.waitShare, closed),
      meanWaitMs: figure(1000 * queue.meanWaitSeconds, closed),
      meanQueueLen: figure(queue.meanLength, closed),
      ...quantiles,
    },
  };
}

const mgcSchema = z.strictObject({
  S_ms: positive,
  c: servers,
  rho: z.number().min(0).lt(1, 'expected a utilisation below 1: above it no queue settles'),
  cv2: z.number().min(0).max(1e6),
  dist: z.enum(['det', 'lognormal', 'exponential', 'exp']).optional(),
  allenCunneenMeanWait_ms: number.optional(),
  approxWaitP95_ms: number.optional(),
  approxWaitP99_ms: number.optional(),
  simMeanWait_ms: number.optional(),
  simWaitP95_ms: number.optional(),
  simWaitP99_ms: number.optional(),
  simRespP50_ms: number.optional(),
  simRespP95_ms: number.optional(),
  simRespP99_ms: number.optional(),
  ...remarks,
});

/** M/G/c: Allen–Cunneen, beside an event simulation. Above cv2 = 2 it is known to fall short of the simulation: shown only. */
export function mgcCase(raw: unknown, where: string): Computed {
  const { S_ms, c, rho, cv2, dist } = readCase(mgcSchema, raw, where);
  const queue = queueOf((rho * c * 1000) / S_ms, S_ms / 1000, c, cv2);
  const mean = 1000 * queue.meanWaitSeconds;
  const [p95 = NaN, p99 = NaN] = [0.95, 0.99].map((p) => 1000 * waitQuantile(queue, p));
  const formula = relative(1e-4);
  return {
    input: { S_ms, c, rho, cv2, ...(dist === undefined ? {} : { dist }) },
    figures: {
      allenCunneenMeanWait_ms: figure(mean, formula),
      approxWaitP95_ms: figure(p95, formula),
      approxWaitP99_ms: figure(p99, formula),
      simMeanWait_ms: figure(mean, cv2 <= 2 ? relative(0.1) : shown),
      simWaitP95_ms: figure(p95, cv2 <= 2 ? relative(0.07) : shown),
      simWaitP99_ms: figure(p99, shown),
    },
  };
}
