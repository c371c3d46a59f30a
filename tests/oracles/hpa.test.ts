import { describe, expect, it } from 'vitest';
import { DEFAULT_BEHAVIOUR } from '../../src/parts/autoscaler/behaviour.ts';
import { paramsSchema } from '../../src/parts/autoscaler/params.ts';
import type { PodReport } from '../../src/parts/autoscaler/pods.ts';
import type { ScaleMetric } from '../../src/parts/autoscaler/recommend.ts';
import { createAutoscaler, stepAutoscaler } from '../../src/parts/autoscaler/step.ts';
import { casesOf } from './files.ts';

interface Resource {
  readonly kind: string;
  readonly name: string;
  readonly currentReplicas: number;
  readonly usageMilli: readonly number[];
  readonly requestMilli: number | readonly number[];
  readonly targetPct: number;
  readonly unreadyIdx: readonly number[];
  readonly missingIdx: readonly number[];
  readonly expect: number;
  readonly expectUtilPct: number;
}
interface Rules {
  readonly pods?: number;
  readonly percent?: number;
  readonly period: number;
}
interface Custom {
  readonly kind: string;
  readonly test: string;
  readonly cur: number;
  readonly levels?: readonly number[];
  readonly target?: number;
  readonly total?: number;
  readonly perPodTarget?: number;
  readonly value?: number;
  readonly ready?: number;
  readonly desired?: number;
  readonly min?: number;
  readonly max?: number;
  readonly up?: Rules;
  readonly down?: Rules;
  readonly recs?: readonly (readonly [number, number])[];
  readonly downWindow?: number;
  readonly expect: number;
}

const free = { min: 0, max: 1000, stabilisationSeconds: 0, upPercent: 1000, upPods: 1000 };
const idle = (count: number): PodReport[] =>
  Array.from({ length: count }, () => ({ ready: true, cpuMilli: 0, requestMilli: 1000, startedSecondsAgo: 9999 }));

describe('the cases of Kubernetes played through the autoscaler’s step', () => {
  it.each(casesOf<Resource>('hpa').filter(({ kind }) => kind === 'resource'))('$name', (one) => {
    const params = paramsSchema.parse({ ...free, targetUtilisationPercent: one.targetPct });
    let reported = 0;
    const pods: PodReport[] = Array.from({ length: one.currentReplicas }, (_, i) => ({
      ready: !one.unreadyIdx.includes(i),
      cpuMilli: one.missingIdx.includes(i) ? null : (one.usageMilli[reported++] ?? NaN),
      requestMilli: typeof one.requestMilli === 'number' ? one.requestMilli : (one.requestMilli[i] ?? NaN),
      startedSecondsAgo: one.unreadyIdx.includes(i) ? 5 : 9999,
    }));
    const state = createAutoscaler(params, one.currentReplicas);
    expect(stepAutoscaler(state, params, { nowSeconds: 0, pods })).toBe(one.expect);
    expect(state.utilisationPercent).toBe(one.expectUtilPct);
  });

  it.each(casesOf<Custom>('hpa').filter(({ kind, desired }) => kind === 'custom' && desired === undefined))('$test', (one) => {
    const params = paramsSchema.parse(free);
    const metric: ScaleMetric =
      one.levels !== undefined
        ? { kind: 'pods', levels: one.levels, target: one.target ?? NaN }
        : one.total !== undefined
          ? { kind: 'object-per-pod', value: one.total, targetPerPod: one.perPodTarget ?? NaN }
          : { kind: 'object', value: one.value ?? NaN, target: one.target ?? NaN, ready: one.ready ?? one.cur };
    const state = createAutoscaler(params, one.cur);
    expect(stepAutoscaler(state, params, { nowSeconds: 0, pods: idle(one.cur), metrics: [metric] })).toBe(one.expect);
  });

  it.each(casesOf<Custom>('hpa').filter(({ kind, desired }) => kind === 'custom' && desired !== undefined))('$test', (one) => {
    const { up, down } = one;
    const params = paramsSchema.parse({
      min: one.min ?? 0,
      max: Math.min(1000, one.max ?? 1000),
      stabilisationSeconds: one.recs === undefined ? 0 : (one.downWindow ?? 300),
      ratePeriodSeconds: up?.period ?? down?.period ?? 15,
      ...(up === undefined ? {} : { upPods: up.pods ?? 0, upPercent: up.percent ?? 0 }),
      ...(down === undefined ? {} : { downPods: down.pods ?? 0, downPercent: down.percent ?? 0 }),
    });
    const state = createAutoscaler(params, one.cur);
    state.recommendations = (one.recs ?? []).map(([replicas, atSeconds]) => ({ replicas, atSeconds }));
    const change = Number(/with ([+-]\d+)/.exec(one.test)?.[1] ?? 0);
    if (change > 0) state.ups = [{ replicas: change, atSeconds: 0 }];
    if (change < 0) state.downs = [{ replicas: -change, atSeconds: 0 }];
    const metrics: ScaleMetric[] = [{ kind: 'object-per-pod', value: one.desired ?? NaN, targetPerPod: 1 }];
    expect(stepAutoscaler(state, params, { nowSeconds: 0, pods: idle(one.cur), metrics })).toBe(one.expect);
  });

  it('has Kubernetes’ defaults', () => {
    const { upPods, upPercent, downPercent, ratePeriodSeconds, stabilisationSeconds, tolerance, syncSeconds } = paramsSchema.parse({});
    expect({ upPods, upPercent, downPercent, ratePeriodSeconds, stabilisationSeconds, tolerance, syncSeconds }).toEqual({
      upPods: 4,
      upPercent: 100,
      downPercent: 100,
      ratePeriodSeconds: 15,
      stabilisationSeconds: 300,
      tolerance: 0.1,
      syncSeconds: 15,
    });
    expect(DEFAULT_BEHAVIOUR.down.windowSeconds).toBe(stabilisationSeconds);
    expect(DEFAULT_BEHAVIOUR.up.policies.map(({ value }) => value)).toEqual([upPods, upPercent]);
  });
});
