import { describe, expect, it } from 'vitest';
import { monitoringOf } from '../../src/sim/monitoring.ts';
import { setUp } from '../../src/sim/setup.ts';
import type { World } from '../../src/sim/serving/world.ts';
import { aScenario, VARIANTS, withoutFaults, withSettings } from '../support/a-scenario.ts';
import { playWorld, waiting } from '../support/play-world.ts';

const FROM = 1200; // ticks, = seconds: five minutes after the page
const TO = 1800;

interface Flow {
  readonly inPods: number; // mean of requests that wait or hold a worker
  readonly waiting: number; // mean of those that wait
  readonly spent: number; // s that those who left spent in all, per s
  readonly waited: number; // s that those who left waited, per s
}

const busy = (world: World): number => world.state.parts.serving.groups.reduce((sum, group) => sum + group.busyWorkers * group.count, 0);

/** Sums of time: from the histogram of durations, and from the queues of the pods with what was refused at their deadline. */
function timesOf(world: World): { spent: number; waited: number } {
  const { durations } = monitoringOf(world);
  const { meters, totals } = world.state.parts.serving;
  const deadline = world.setup.params['model-server'].queueDeadlineMs / 1000;
  return {
    spent: durations!.sumMs / 1000,
    waited: meters.reduce((sum, meter) => sum + meter.waitSum, 0) + totals.shedDeadline * deadline,
  };
}

function flowOf(variant: string, scenario = aScenario()): Flow {
  let inPods = 0;
  let queue = 0;
  let before = { spent: 0, waited: 0 };
  const { world } = playWorld(
    setUp(scenario, '1', variant, []),
    [],
    (now) => {
      if (now.state.tick === FROM) before = timesOf(now);
      if (now.state.tick <= FROM) return;
      inPods += busy(now) + waiting(now);
      queue += waiting(now);
    },
    TO,
  );
  const after = timesOf(world);
  const seconds = TO - FROM;
  return {
    inPods: inPods / seconds,
    waiting: queue / seconds,
    spent: (after.spent - before.spent) / seconds,
    waited: (after.waited - before.waited) / seconds,
  };
}

const within = (got: number, expected: number, share: number): void =>
  expect(Math.abs(got / expected - 1), `${got} against ${expected}`).toBeLessThan(share);

describe("Little's law, L = λ·T", () => {
  it('holds for the pods of an ordinary night', () => {
    const { inPods, spent } = flowOf('traffic', withoutFaults(aScenario()));
    within(inPods, spent, 0.001);
  });

  for (const variant of VARIANTS)
    it(`holds in trouble: ${variant}`, () => {
      // Two attempts, so that nobody takes longer than the 3 s at which the gateway's histogram ends.
      const flow = flowOf(variant, withSettings(aScenario(), { 'upstream.attempts': 2 }));
      console.log(
        `${variant}: ${flow.inPods.toFixed(1)} requests in the pods, λ·T ${flow.spent.toFixed(1)}; ${flow.waiting.toFixed(1)} of them wait, λ·W ${flow.waited.toFixed(1)}`,
      );
      within(flow.inPods, flow.spent, 0.03);
      if (flow.waiting > 1) within(flow.waiting, flow.waited, 0.03);
      expect(flow.waiting > 1).toBe(variant === 'deploy' || variant === 'traffic');
    });
});
