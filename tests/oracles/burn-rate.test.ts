import { describe, expect, it } from 'vitest';
import { budgetSpent, burnsOver, errorRatioAt, secondsToFire, secondsToReset } from '../../src/parts/alerts/burn.ts';
import { paramsSchema } from '../../src/parts/alerts/params.ts';
import { createAlerts, evaluateAlerts } from '../../src/parts/alerts/step.ts';
import { errorRatioOver } from '../../src/parts/alerts/totals.ts';
import { casesOf } from './files.ts';

interface Burn {
  readonly slo: number;
  readonly periodDays: number;
  readonly longH: number;
  readonly shortMin: number;
  readonly burnThreshold: number;
  readonly errorRatio: number;
}

const INTERVAL = 15; // s between evaluations
const RATE = 200; // requests/s

/** Plays a step of errors from second 0 through the alert step, ended `lastsSeconds` after it has fired. */
const play = (one: Burn, lastsSeconds: number) => {
  const params = paramsSchema.parse({
    rules: [
      {
        kind: 'burn-rate',
        id: 'burn',
        text: 'Error budget burns',
        errors: 'errors',
        requests: 'requests',
        slo: one.slo,
        periodSeconds: one.periodDays * 86_400,
        longSeconds: one.longH * 3600,
        shortSeconds: one.shortMin * 60,
        threshold: one.burnThreshold,
      },
    ],
    history: { requestsPerSecond: RATE, errorRatio: 0 },
  });
  const state = createAlerts(params);
  let errors = 0;
  let fixed = Infinity;
  const seen = { fired: NaN, resolved: NaN, ratioBefore: NaN, ratioAtFire: NaN, spentAtFire: NaN };
  for (let now = 0; now <= 200_000 && Number.isNaN(seen.resolved); now += INTERVAL) {
    if (now > 0 && now <= fixed) errors += RATE * INTERVAL * one.errorRatio;
    evaluateAlerts(state, params, (key) => (key === 'errors' ? errors : RATE * now), now);
    const chart = state.alerts[0]?.chart;
    const ratio = errorRatioOver(state.totals[0]!, one.longH * 3600, params.history);
    if (chart === 'firing' && Number.isNaN(seen.fired)) {
      seen.fired = now;
      seen.ratioAtFire = ratio;
      seen.spentAtFire = errors / (RATE * one.periodDays * 86_400 * (1 - one.slo));
      fixed = now + lastsSeconds;
    } else if (Number.isNaN(seen.fired)) seen.ratioBefore = ratio;
    if (chart === 'resolved') seen.resolved = now;
  }
  return { ...seen, fixed };
};

const offTable: readonly Burn[] = [
  { slo: 0.99, periodDays: 28, longH: 2, shortMin: 10, burnThreshold: 8, errorRatio: 0.3 },
  { slo: 0.995, periodDays: 7, longH: 0.5, shortMin: 2.5, burnThreshold: 20, errorRatio: 0.6 },
];

describe('a burn-rate alert played through the alert step', () => {
  it.each([...casesOf<Burn>('burn-rate'), ...offTable])(
    'fires as the formula says: $burnThreshold × over $longH h, $errorRatio errors',
    (one) => {
      const long = one.longH * 3600;
      const wanted = secondsToFire(one.errorRatio, one.slo, one.burnThreshold, long);
      const got = play(one, one.shortMin * 60);
      expect(got.fired).toBeGreaterThan(wanted - 1e-6);
      expect(got.fired).toBeLessThanOrEqual(wanted + INTERVAL + 1e-6);
      expect(got.ratioBefore).toBeLessThanOrEqual(errorRatioAt(one.burnThreshold, one.slo) * (1 + 1e-9));
      expect(got.ratioAtFire).toBeGreaterThan(errorRatioAt(one.burnThreshold, one.slo) * (1 - 1e-9));
      const spentInInterval = (one.errorRatio * INTERVAL) / (one.periodDays * 86_400 * (1 - one.slo));
      expect(got.spentAtFire).toBeGreaterThanOrEqual(budgetSpent(one.burnThreshold, long, one.periodDays * 86_400) * (1 - 1e-9));
      expect(got.spentAtFire).toBeLessThanOrEqual(
        budgetSpent(one.burnThreshold, long, one.periodDays * 86_400) + spentInInterval * (1 + 1e-9),
      );
      expect(got.resolved - got.fixed).toBeGreaterThan(0);
      expect(got.resolved - got.fixed).toBeLessThanOrEqual(secondsToReset(one.shortMin * 60));
    },
  );

  it.each([
    [0.0144, 0.999, 14.4],
    [0.06, 0.99, 6],
    [0.03, 0.995, 6],
    [0.36, 0.9, 3.6],
    [0.2, 0.8, 1],
    [0.7, 0.3, 1],
  ])('never fires at exactly its threshold: %d errors, objective %d, %d ×', (errorRatio, slo, burnThreshold) => {
    const one = { slo, periodDays: 30, longH: 0.5, shortMin: 5, burnThreshold };
    expect(secondsToFire(errorRatio, slo, burnThreshold, 1800)).toBe(Infinity);
    expect(play({ ...one, errorRatio }, 0).fired).toBeNaN();
    expect(secondsToFire(errorRatio * 1.001, slo, burnThreshold, 1800)).toBeCloseTo(1800 / 1.001, 6);
    expect(burnsOver(errorRatio, errorRatio, slo, burnThreshold)).toBe(false);
    expect(burnsOver(errorRatio * (1 + 1e-9), errorRatio * (1 + 1e-9), slo, burnThreshold)).toBe(true);
  });

  it('never fires below its threshold', () => {
    expect(secondsToFire(0.01, 0.999, 14.4, 3600)).toBe(Infinity);
    expect(play({ slo: 0.999, periodDays: 30, longH: 1, shortMin: 5, burnThreshold: 14.4, errorRatio: 0.01 }, 0).fired).toBeNaN();
  });
});
