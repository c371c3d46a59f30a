import { describe, expect, it } from 'vitest';
import { Pool, quantileOf, responseShare } from '../../src/cli/oracle-pool.ts';
import { CELL_MS } from '../../src/parts/gateway/latency-grid.ts';
import { queueOf, responseQuantile, waitQuantile } from '../../src/parts/model-server/queueing.ts';
import { casesOf } from './files.ts';

interface Mmc {
  readonly serviceMeanMs: number;
  readonly c: number;
  readonly rho: number;
  readonly resp_p50_ms: number;
  readonly resp_p95_ms: number;
  readonly resp_p99_ms: number;
}
interface Mgc {
  readonly S_ms: number;
  readonly c: number;
  readonly rho: number;
  readonly cv2: number;
  readonly simMeanWait_ms: number;
  readonly simRespP50_ms: number;
  readonly simRespP95_ms: number;
}

const SETTLED = 600; // s, some hundred relaxation times of the fullest of these pools
const MOST_LOAD = 0.98; // the step's stationary wait is capped there; a fuller pool is one with a backlog

/** The serving step under a steady load: quantiles of the last second's responses, ms, and their mean wait. */
const settled = (spec: ConstructorParameters<typeof Pool>[0], rate: number) => {
  const pool = new Pool(spec);
  for (let second = 0; second < SETTLED; second += 1) pool.step({ rate });
  const answers = pool.answers();
  let mass = 0;
  let sum = 0;
  answers.added.forEach((amount, cell) => {
    mass += amount;
    sum += amount * cell * CELL_MS;
  });
  return { quantile: (p: number) => quantileOf((ms) => responseShare(answers, ms), p, 60_000), meanWaitMs: sum / mass };
};

const off = (got: number, want: number): number => Math.abs(got / want - 1);

describe('the serving step under a steady load', () => {
  const exact = casesOf<Mmc>('mmc').filter(({ rho }) => rho <= MOST_LOAD);
  it.each(exact)('is M/M/$c at $rho', (one) => {
    const { quantile } = settled({ servers: one.c, serviceMs: one.serviceMeanMs }, (one.rho * one.c * 1000) / one.serviceMeanMs);
    expect(off(quantile(0.5), one.resp_p50_ms)).toBeLessThan(0.02);
    expect(off(quantile(0.95), one.resp_p95_ms)).toBeLessThan(0.02);
    expect(off(quantile(0.99), one.resp_p99_ms)).toBeLessThan(0.05);
  });

  it('is M/M/c off the table too', () => {
    for (const [c, rho, ms] of [
      [3, 0.6, 80],
      [12, 0.93, 30],
      [100, 0.85, 120],
    ] as const) {
      const queue = queueOf((rho * c * 1000) / ms, ms / 1000, c);
      const { quantile } = settled({ servers: c, serviceMs: ms }, (rho * c * 1000) / ms);
      for (const p of [0.5, 0.95])
        expect(off(quantile(p), 1000 * responseQuantile(queue, ms / 1000, p)), `${c} ${rho} ${p}`).toBeLessThan(0.02);
      expect(off(quantile(0.99), 1000 * responseQuantile(queue, ms / 1000, 0.99))).toBeLessThan(0.05);
      expect(quantile(0.95)).toBeGreaterThan(1000 * waitQuantile(queue, 0.95));
    }
  });

  it('waits as the closed form says', () => {
    const queue = queueOf(180, 0.04, 8);
    expect(off(settled({ servers: 8, serviceMs: 40 }, 180).meanWaitMs, 1000 * queue.meanWaitSeconds)).toBeLessThan(0.02);
  });

  it('is no fuller than its cap: beyond it waits stop growing until a backlog forms', () => {
    const full = settled({ servers: 8, serviceMs: 40 }, 0.99 * 200).quantile(0.95);
    expect(full).toBeGreaterThan(settled({ servers: 8, serviceMs: 40 }, 0.97 * 200).quantile(0.95));
  });

  it.each(casesOf<Mgc>('mgc').filter(({ cv2 }) => cv2 <= 2))('is M/G/$c at $rho with cv2 $cv2, as an event simulation has it', (one) => {
    const { quantile, meanWaitMs } = settled({ servers: one.c, serviceMs: one.S_ms, cv2: one.cv2 }, (one.rho * one.c * 1000) / one.S_ms);
    expect(off(meanWaitMs, one.simMeanWait_ms)).toBeLessThan(0.1);
    expect(off(quantile(0.95), one.simRespP95_ms)).toBeLessThan(0.07);
  });
});
