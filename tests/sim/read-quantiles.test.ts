import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/action.ts';
import { LATENCY_EDGES_MS } from '../../src/parts/gateway/latency-grid.ts';
import { setUp } from '../../src/sim/setup.ts';
import { monitoring } from '../../src/sim/serving/monitoring.ts';
import { asServing } from '../../src/sim/serving/world.ts';
import { aScenario, VARIANTS } from '../support/a-scenario.ts';
import { playWorld } from '../support/play-world.ts';

const scenario = aScenario();
const CUT_MS = LATENCY_EDGES_MS.at(-1)!;
const SHOWN = ['gateway.latency_p50_ms', 'gateway.latency_p95_ms', 'gateway.latency_p99_ms'];

describe('quantiles of latency as they are read', () => {
  for (const variant of VARIANTS)
    it(`never pass the last mark of the histogram that they are read from: ${variant}`, () => {
      for (const seed of ['31', '32']) {
        const { series } = playWorld(setUp(scenario, seed, variant, []), [{ tick: 1020, action: { type: 'scale', replicas: 16 } }]).world;
        for (const key of SHOWN)
          for (const tick of series.ticks()) expect(series.at(key, tick), `${key} at ${tick}, seed ${seed}`).toBeLessThanOrEqual(CUT_MS);
      }
    });

  it('of a call that has a time limit never pass it: a fetch, and an attempt to merchant-risk', () => {
    const cases: readonly (readonly [string, string, number, Change])[] = [
      ['upstream', 'upstream.latency_p95_ms', 520, { type: 'set-retries', route: 'merchant-risk', attempts: 2 }],
      ['upstream', 'upstream.latency_p95_ms', 200, { type: 'set-timeout', route: 'merchant-risk', timeoutMs: 200 }],
      ['feature-store', 'store.fetch_p95_ms', 2900, { type: 'scale', replicas: 16 }],
      ['feature-store', 'store.fetch_p95_ms', 200, { type: 'serve-cached', on: true }],
    ];
    for (const [variant, key, limitMs, action] of cases) {
      const { series } = playWorld(setUp(scenario, '31', variant, []), [{ tick: 1020, action }]).world;
      const shown = [...series.ticks()].filter((tick) => tick > 1200).map((tick) => series.at(key, tick));
      expect(Math.max(...shown), `${key} of ${variant} after ${action.type}`).toBeLessThanOrEqual(limitMs);
      expect(Math.max(...shown), `${key} of ${variant} after ${action.type}`).toBeGreaterThan(limitMs * 0.9);
    }
  });

  it('stand at that mark once nearly everybody waits for longer', () => {
    const { world } = playWorld(setUp(scenario, '31', 'upstream', []), []);
    expect(world.series.latest('gateway.latency_p99_ms')).toBe(CUT_MS);
  });
});

it('unscored payments are counted, those among them whose client gave up on an answer that came', () => {
  const { world } = playWorld(setUp(scenario, '13', 'upstream', []), []);
  const { own } = monitoring(asServing(world));
  const counted = own.find(({ name }) => name === 'payments_unscored_total')!.value;
  const failed = own.filter(({ name }) => name === 'http_request_failures_total').reduce((sum, { value }) => sum + value, 0);
  expect(failed).toBeLessThan(1);
  expect(counted).toBeGreaterThan(100_000);
});
