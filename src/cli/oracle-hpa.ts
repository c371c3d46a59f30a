import { z } from 'zod';
import { DEFAULT_BEHAVIOUR, limitRate, stabilise, type Dated, type RatePolicy, type ScalingRules } from '../parts/autoscaler/behaviour.ts';
import { objectPerPodReplicas, objectReplicas, podMetricReplicas, resourceReplicas, type PodMetric } from '../parts/autoscaler/replicas.ts';
import { exact, figure, number, readCase, remarks, type Computed } from './oracle-case.ts';
import { BadInput } from './wrong.ts';

const TOLERANCE = 0.1; // Kubernetes' default, and that of its tests
const replicas = z.number().int().min(0).max(100_000);
const milli = z.number().min(0).max(1e9);
const target = z.number().positive().max(1e12);
const index = z.array(z.number().int().min(0).max(100_000)).default([]);

const resourceSchema = z.strictObject({
  kind: z.literal('resource'),
  currentReplicas: z.number().int().min(1).max(10_000),
  usageMilli: z.array(milli).max(10_000),
  requestMilli: z.union(
    [milli.positive(), z.array(milli.positive())],
    'expected milli-cores of every pod: a number, or a list of one a pod',
  ),
  targetPct: z.number().int().min(1).max(100_000),
  unreadyIdx: index,
  missingIdx: index,
  expect: number.optional(),
  expectUtilPct: number.optional(),
  ...remarks,
});

/** Pods in order. Usage is listed for those that report one, or for all. */
function podsOf(one: z.output<typeof resourceSchema>, where: string): PodMetric[] {
  const { currentReplicas: count, usageMilli, requestMilli, unreadyIdx, missingIdx } = one;
  for (const [name, list] of Object.entries({ unreadyIdx, missingIdx })) {
    const beyond = list.find((i) => i >= count);
    if (beyond !== undefined) throw new BadInput(`${where}, "${name}": expected pods 0 to ${count - 1}, got ${beyond}`);
  }
  const missing = new Set(missingIdx);
  const all = usageMilli.length === count;
  if (!all && usageMilli.length !== count - missing.size) {
    throw new BadInput(
      `${where}, "usageMilli": expected ${count - missing.size} figures for ${count} pods of which ${missing.size} report none, got ${usageMilli.length}`,
    );
  }
  const requests = Array.isArray(requestMilli) ? requestMilli : Array.from({ length: count }, () => requestMilli);
  if (requests.length !== count) throw new BadInput(`${where}, "requestMilli": expected ${count} figures, got ${requests.length}`);
  let reported = 0;
  return Array.from({ length: count }, (_, i) => {
    const used = missing.has(i) ? null : (usageMilli[all ? i : reported++] as number);
    return { used, requested: requests[i] as number, unready: unreadyIdx.includes(i) };
  });
}

function resourceCase(raw: unknown, where: string): Computed {
  const one = readCase(resourceSchema, raw, where);
  const { kind, currentReplicas, usageMilli, requestMilli, targetPct, unreadyIdx, missingIdx } = one;
  const decision = resourceReplicas(podsOf(one, where), currentReplicas, targetPct, TOLERANCE);
  return {
    input: { kind, currentReplicas, usageMilli, requestMilli, targetPct, unreadyIdx, missingIdx },
    figures: { expect: figure(decision.desired, exact), expectUtilPct: figure(decision.utilisationPercent, exact) },
  };
}

const seconds = z.number().min(0).max(1e7);
const rules = z.strictObject({
  pods: z.number().int().min(0).max(1e6).optional(),
  percent: z.number().min(0).max(1e6).optional(),
  period: seconds.default(15),
  podsPeriod: seconds.optional(),
  percentPeriod: seconds.optional(),
});

const customSchema = z.strictObject({
  kind: z.literal('custom'),
  cur: replicas,
  levels: z.array(z.number().min(0).max(1e12)).min(1).max(10_000).optional(),
  target: target.optional(),
  total: z.number().min(0).max(1e15).optional(),
  perPodTarget: target.optional(),
  value: z.number().min(0).max(1e15).optional(),
  ready: replicas.optional(),
  desired: replicas.optional(),
  min: replicas.optional(),
  max: z.number().int().min(1).max(1e6).optional(),
  up: rules.optional(),
  down: rules.optional(),
  recs: z.array(z.tuple([replicas, z.number().max(0, 'expected seconds before now: 0 or less')])).optional(),
  downWindow: seconds.optional(),
  upWindow: seconds.optional(),
  expect: number.optional(),
  ...remarks,
});
type Custom = z.output<typeof customSchema>;

/** Changes made just before are told in the name of a case only: "with +15 in last 120s", "with -30 recent". */
const recentChange = (name: string | undefined): number => Number(/with ([+-]\d+) (?:recent|in last)/.exec(name ?? '')?.[1] ?? 0);

const rulesOf = (given: z.output<typeof rules> | undefined, windowSeconds: number, usual: ScalingRules): ScalingRules => {
  if (given === undefined) return { ...usual, windowSeconds };
  const policies: RatePolicy[] = [];
  if (given.pods !== undefined) policies.push({ kind: 'pods', value: given.pods, periodSeconds: given.podsPeriod ?? given.period });
  if (given.percent !== undefined)
    policies.push({ kind: 'percent', value: given.percent, periodSeconds: given.percentPeriod ?? given.period });
  return { policies, windowSeconds };
};

/** A recommendation as it is steadied and limited; only by what the case speaks of. */
function behaviourReplicas(one: Custom, desired: number): number {
  const behaviour = {
    up: rulesOf(one.up, one.upWindow ?? 0, DEFAULT_BEHAVIOUR.up),
    down: rulesOf(one.down, one.downWindow ?? 300, DEFAULT_BEHAVIOUR.down),
  };
  const recent: Dated[] = (one.recs ?? []).map(([count, at]) => ({ replicas: count, atSeconds: at }));
  const steadied = stabilise(desired, one.cur, recent, behaviour, 0);
  const steadyOnly =
    one.recs !== undefined && one.up === undefined && one.down === undefined && one.min === undefined && one.max === undefined;
  if (steadyOnly) return steadied;
  const change = recentChange(one.test ?? one.name);
  const ups: Dated[] = change > 0 ? [{ replicas: change, atSeconds: 0 }] : [];
  const downs: Dated[] = change < 0 ? [{ replicas: -change, atSeconds: 0 }] : [];
  const bounds = { min: one.min ?? 0, max: one.max ?? Infinity };
  return limitRate(one.recs === undefined ? desired : steadied, one.cur, bounds, behaviour, ups, downs, 0);
}

function customReplicas(one: Custom, where: string): number {
  const { cur, levels, target: aim, total, perPodTarget, value, ready, desired } = one;
  if (desired !== undefined) return behaviourReplicas(one, desired);
  if (levels !== undefined && aim !== undefined) return podMetricReplicas(levels, cur, aim, TOLERANCE);
  if (total !== undefined && perPodTarget !== undefined) return objectPerPodReplicas(total, perPodTarget, cur, TOLERANCE);
  if (value !== undefined && aim !== undefined) return objectReplicas(value, aim, ready ?? cur, cur, TOLERANCE);
  throw new BadInput(`${where}: expected "desired", "levels" with "target", "total" with "perPodTarget", or "value" with "target"`);
}

function customCase(raw: unknown, where: string): Computed {
  const one = readCase(customSchema, raw, where);
  const { test: _test, name: _name, note: _note, why: _why, expect: _expect, ...input } = one;
  const change = recentChange(one.test ?? one.name);
  return {
    input: { ...input, ...(change === 0 ? {} : { recentChange: change }) },
    figures: { expect: figure(customReplicas(one, where), exact) },
  };
}

const kindSchema = z.looseObject({ kind: z.enum(['resource', 'custom']) });

/** The horizontal autoscaler: replicas by CPU, or by another metric, rate rules and stabilisation. */
export function hpaCase(raw: unknown, where: string): Computed {
  return readCase(kindSchema, raw, where).kind === 'resource' ? resourceCase(raw, where) : customCase(raw, where);
}
