import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setUp } from '../../src/sim/setup.ts';
import type { World } from '../../src/sim/serving/world.ts';
import { anySeed } from '../support/any-log.ts';
import { aScenario, withSettings } from '../support/a-scenario.ts';
import { playWorld } from '../support/play-world.ts';

const RUNS = Math.max(10, Math.round(Number(process.env['FUZZ_LOGS'] ?? 300) / 15));
const SEED = 20260408;
const P95 = 'gateway.latency_p95_ms';
const scenario = withSettings(aScenario(), { 'alerts.readNoiseSd': 0 });
const SNAPSHOT_SECONDS = 240;
const BOOT_SECONDS = 150; // at most, with what it takes to start it

const anyScale = fc.record({ seed: anySeed, tick: fc.integer({ min: 900, max: 1500 }), replicas: fc.integer({ min: 7, max: 40 }) });

/** A night with and without a change of the replicas, up to where the new pods have used up what they preloaded, and on. */
function both(
  variant: string,
  { seed, tick, replicas }: { seed: string; tick: number; replicas: number },
): { plain: World; scaled: World; from: number } {
  const from = tick + 40 + BOOT_SECONDS + SNAPSHOT_SECONDS + 75; // a reading is of the last minute
  const setup = setUp(scenario, seed, variant, []);
  const until = from + 300;
  return {
    plain: playWorld(setup, [], undefined, until).world,
    scaled: playWorld(setup, [{ tick, action: { type: 'scale', replicas } }], undefined, until).world,
    from,
  };
}

function ratios(variant: string, change: { seed: string; tick: number; replicas: number }): number[] {
  const { plain, scaled, from } = both(variant, change);
  return [0, 60, 120, 180, 240, 300].map((seconds) => scaled.series.at(P95, from + seconds) / plain.series.at(P95, from + seconds));
}

describe('more pods in front of a pool that they do not belong to', () => {
  it(`never make a full store faster, once what they preloaded has expired (${RUNS} draws, seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyScale, (change) => {
        for (const ratio of ratios('feature-store', change)) expect(ratio).toBeGreaterThan(0.995);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 600_000);

  it(`leave a slow supplier as it is (${RUNS} draws, seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyScale, (change) => {
        for (const ratio of ratios('upstream', change)) expect(Math.abs(ratio - 1)).toBeLessThan(0.005);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 600_000);

  it(`while they help the pool that is too small (${RUNS} draws, seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyScale, (change) => {
        for (const ratio of ratios('traffic', { ...change, replicas: Math.max(9, change.replicas) })) expect(ratio).toBeLessThan(0.1);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 600_000);
});
