import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paramsSchema, type AutoscalerParams } from '../../../src/parts/autoscaler/params.ts';
import { podMetric, type PodReport } from '../../../src/parts/autoscaler/pods.ts';
import {
  autoscalerDue,
  createAutoscaler,
  pauseAutoscaler,
  resumeAutoscaler,
  setReplicas,
  stepAutoscaler,
} from '../../../src/parts/autoscaler/step.ts';

const params = paramsSchema.parse({ min: 2, max: 20, targetUtilisationPercent: 50 });
const pods = (count: number, share: number): PodReport[] =>
  Array.from({ length: count }, () => ({ ready: true, cpuMilli: 1000 * share, requestMilli: 1000, startedSecondsAgo: 9999 }));

/** Plays syncs; `use` is the total CPU in cores, spread over the pods there are. */
const play = (
  given: AutoscalerParams,
  start: number,
  seconds: number,
  use: (second: number) => number,
): { second: number; replicas: number; chart: string }[] => {
  const state = createAutoscaler(given, start);
  const rows = [];
  for (let second = 0; second < seconds; second += 1) {
    const replicas = stepAutoscaler(state, given, { nowSeconds: second, pods: pods(state.replicas, use(second) / state.replicas) });
    rows.push({ second, replicas, chart: state.chart });
  }
  return rows;
};

describe('the autoscaler', () => {
  it('acts every 15 s only', () => {
    const rows = play(params, 4, 61, () => 4);
    expect(
      rows.filter((row, i) => i === 0 || row.replicas !== rows[i - 1]?.replicas).map(({ second, replicas }) => [second, replicas]),
    ).toEqual([[0, 8]]);
    const state = createAutoscaler(params, 4);
    stepAutoscaler(state, params, { nowSeconds: 0, pods: pods(4, 0.5) });
    expect([autoscalerDue(state, 14), autoscalerDue(state, 15)]).toEqual([false, true]);
  });

  it('misses syncs of a long tick rather than doing them one by one', () => {
    const state = createAutoscaler(params, 4);
    stepAutoscaler(state, params, { nowSeconds: 3600, pods: pods(4, 0.5) });
    expect(state.nextSyncSeconds).toBe(3615);
  });

  it('does nothing within a tenth of its target', () => {
    expect(play(params, 10, 20, () => 5.4).at(-1)).toMatchObject({ replicas: 10, chart: 'steady' });
    expect(play(params, 10, 20, () => 5.6).at(-1)).toMatchObject({ replicas: 12 });
  });

  it('doubles at most in one period, and adds four where that is more', () => {
    const rows = play({ ...params, max: 100 }, 3, 31, () => 25);
    expect([rows[0]?.replicas, rows[15]?.replicas, rows[30]?.replicas]).toEqual([7, 14, 28]);
  });

  it('waits five minutes before it goes down, and then goes to the most it wanted meanwhile', () => {
    const rows = play(params, 10, 700, (second) => (second < 60 ? 5 : second < 120 ? 4 : 1));
    expect(rows[344]?.replicas).toBe(10);
    expect(rows[345]?.replicas).toBe(8);
    expect(rows[404]?.replicas).toBe(8);
    expect(rows[405]?.replicas).toBe(2);
    expect(rows[405]?.chart).toBe('scaling-down');
  });

  it('says that it is at its maximum while it wants more', () => {
    const rows = play({ ...params, max: 6 }, 4, 31, () => 5);
    expect(rows[15]).toMatchObject({ replicas: 6, chart: 'at-max' });
  });

  it('scales down when threads wait for something slow, because CPU falls', () => {
    const rows = play(params, 10, 700, (second) => (second < 30 ? 5 : 0.5)); // Slack, 2021-01-04
    expect(rows.at(-1)?.replicas).toBe(2);
  });

  it('rests while paused, and takes up from the replicas it finds', () => {
    const state = createAutoscaler(params, 4);
    pauseAutoscaler(state);
    setReplicas(state, 16);
    expect(stepAutoscaler(state, params, { nowSeconds: 0, pods: pods(16, 0.01) })).toBe(16);
    expect(state.chart).toBe('paused');
    resumeAutoscaler(state, 100);
    expect(stepAutoscaler(state, params, { nowSeconds: 100, pods: pods(16, 0.01) })).toBe(16); // held by the window
    expect(stepAutoscaler(state, params, { nowSeconds: 400, pods: pods(16, 0.01) })).toBe(2);
  });

  it('comes back within its bounds at once', () => {
    const state = createAutoscaler(params, 4);
    setReplicas(state, 40);
    expect(stepAutoscaler(state, params, { nowSeconds: 0, pods: pods(40, 0.5) })).toBe(20);
    setReplicas(state, 1);
    expect(stepAutoscaler(state, params, { nowSeconds: 15, pods: pods(1, 0.5) })).toBe(2);
  });

  it('follows the metric that asks for most, and lowers nothing while one is unread', () => {
    const state = createAutoscaler({ ...params, stabilisationSeconds: 0 }, 4);
    const given = { ...params, stabilisationSeconds: 0 };
    const metrics = [{ kind: 'object-per-pod', value: 60, targetPerPod: 10 } as const];
    expect(stepAutoscaler(state, given, { nowSeconds: 0, pods: pods(4, 0.5), metrics })).toBe(6);
    const unread = [{ kind: 'pods', levels: [], target: 5 } as const];
    expect(stepAutoscaler(state, given, { nowSeconds: 15, pods: pods(6, 0.1), metrics: unread })).toBe(6);
    expect(stepAutoscaler(state, given, { nowSeconds: 30, pods: pods(6, 0.1) })).toBe(2);
  });

  it('never leaves its bounds, never lowers within the window of a higher wish, and keeps plain numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { minLength: 30, maxLength: 60 }),
        fc.integer({ min: 2, max: 20 }),
        (uses, start) => {
          const state = createAutoscaler(params, start);
          const wishes: { at: number; wanted: number }[] = [];
          uses.forEach((use, sync) => {
            const before = state.replicas;
            const now = sync * 15;
            const after = stepAutoscaler(state, params, { nowSeconds: now, pods: pods(before, use / before) });
            wishes.push({ at: now, wanted: state.wanted });
            expect(after).toBeGreaterThanOrEqual(params.min);
            expect(after).toBeLessThanOrEqual(params.max);
            expect(Number.isInteger(after)).toBe(true);
            const highest = Math.max(...wishes.filter(({ at }) => now - at < 300).map(({ wanted }) => wanted));
            if (after < before) expect(after).toBeGreaterThanOrEqual(Math.min(before, highest));
          });
        },
      ),
    );
  });
});

describe('a pod that the autoscaler hears of', () => {
  const pod = { ready: true, cpuMilli: 300, requestMilli: 1000, startedSecondsAgo: 9999 };
  const told: readonly (readonly [string, Partial<PodReport>, { used: number | null; unready: boolean }])[] = [
    ['counts when it runs', {}, { used: 300, unready: false }],
    ['is set aside while pending', { pending: true }, { used: 0, unready: true }],
    ['is missing without a metric', { cpuMilli: null }, { used: null, unready: false }],
    ['is set aside while it starts', { ready: false, startedSecondsAgo: 20 }, { used: 0, unready: true }],
    ['is set aside until its metrics cover a window', { startedSecondsAgo: 100, readySecondsAgo: 10 }, { used: 0, unready: true }],
    ['counts from then on', { startedSecondsAgo: 100, readySecondsAgo: 40 }, { used: 300, unready: false }],
    ['is set aside when it never was ready', { ready: false }, { used: 0, unready: true }],
    ['counts when it was ready once', { ready: false, readySecondsAgo: 4000 }, { used: 300, unready: false }],
  ];
  it.each(told)('%s', (_, change, expected) => {
    expect(podMetric({ ...pod, ...change }, params)).toEqual({ requested: 1000, ...expected });
  });
});
