import { describe, expect, it } from 'vitest';
import type { Change, LogEntry } from '../../src/domain/action.ts';
import { setUp } from '../../src/sim/setup.ts';
import { asServingSetup, type Setup, type World } from '../../src/sim/serving/world.ts';
import { aScenario, VARIANTS, withSettings } from '../support/a-scenario.ts';
import { playWorld } from '../support/play-world.ts';

const FINE = 40; // steps of 0.025 s
const P95 = 'gateway.latency_p95_ms';
const UNSCORED = 'gateway.unscored_share';
const CHANGE_TICK = 1020; // two minutes after the page
const TO_TICK = 2600; // past the lapse of a manual scale and past the controller that brings the champion back

const ACTS: Readonly<Record<string, readonly Change[]>> = {
  none: [],
  scale: [{ type: 'scale', replicas: 16 }],
  rollback: [{ type: 'rollback' }],
};

const scenario = withSettings(aScenario(), { 'alerts.readNoiseSd': 0 });
const play = (setup: Setup, changes: readonly Change[]): World =>
  playWorld(setup, changes.map((action): LogEntry => ({ tick: CHANGE_TICK, action })), undefined, TO_TICK).world; // prettier-ignore

describe('the step of a run against one of 0.025 s', () => {
  for (const variant of VARIANTS)
    for (const [act, changes] of Object.entries(ACTS))
      it(`p95 within 2 %, unscored within 0.2 points: ${variant}, ${act}`, () => {
        const setup = asServingSetup(setUp(scenario, '1', variant, []));
        const world = play(setup, changes);
        const fine = play({ ...setup, servingSteps: { calm: FINE, queue: FINE, busy: FINE, slowness: 10_000 } }, changes);
        let p95 = 0;
        let unscored = 0;
        for (const tick of world.series.ticks()) {
          p95 = Math.max(p95, Math.abs(world.series.at(P95, tick) / fine.series.at(P95, tick) - 1));
          unscored = Math.max(unscored, Math.abs(world.series.at(UNSCORED, tick) - fine.series.at(UNSCORED, tick)));
        }
        console.log(`${variant}, ${act}: p95 within ${(100 * p95).toFixed(2)} %, unscored within ${(100 * unscored).toFixed(3)} points`);
        expect(fine.state.parts.serving.totals.first).toBe(world.state.parts.serving.totals.first);
        expect(p95).toBeLessThan(0.02);
        expect(unscored).toBeLessThan(0.002);
      });
});
