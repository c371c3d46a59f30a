import { describe, expect, it } from 'vitest';
import { rerunsOf } from '../../src/judge/rerun.ts';
import { playRecord, type RunTrace } from '../../src/run/run.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { look, played, SPIKE_DRILL, TRACE, VARIANTS, type Act } from './scripted.ts';

const preventions = SPIKE_DRILL.brief.preventions.map(({ id }) => id);

/** The same scenario, but every prevention also sets something that is felt at every tick to what it is: nothing is taken as known. */
const NOTHING_KNOWN: Scenario = {
  ...SPIKE_DRILL,
  brief: {
    ...SPIKE_DRILL.brief,
    preventions: SPIKE_DRILL.brief.preventions.map((item) => ({ ...item, set: { ...item.set, 'traffic.requestsPerSecond': 900 } })),
  },
};

const singles = preventions.map((id) => [id]);
const all = [
  ['canary-latency-gate', 'circuit-breaker', 'feature-fetch-tracing'],
  ['canary-latency-gate', 'slo-burn-alert', 'autoscaling-headroom'],
  ['circuit-breaker', 'slo-burn-alert', 'feature-fetch-tracing'],
  ['circuit-breaker', 'distil'],
];

const LOGS: Readonly<Record<string, Act[]>> = {
  'nobody does anything': [],
  'a trace, cached features, the release back': [
    [10, { type: 'acknowledge' }],
    [20, TRACE],
    [270, { type: 'serve-cached', on: true }],
    [290, { type: 'repoint-champion', version: 'v41' }],
  ],
  'another release, and breakers by hand': [
    [30, look('upstream')],
    [100, { type: 'repoint-champion', version: 'v42' }],
    [120, { type: 'set-breaker', route: 'merchant-risk', mode: 'automatic' }],
    [150, { type: 'scale', replicas: 16 }],
    [900, { type: 'set-breaker', route: 'feature-store', mode: 'automatic' }],
    [1300, { type: 'take-back' }],
  ],
};

/** Each item by itself and then some together, as a run's picks are proved. */
const proofs = (scenario: Scenario, trace: RunTrace): readonly object[] => {
  const rerunWith = rerunsOf(scenario, trace);
  return [...singles, ...all].map((items) => rerunWith(items));
};

describe('a re-run that is known to come to the same', () => {
  describe.each(VARIANTS)('%s', (variant) => {
    it.each(Object.keys(LOGS))('has the figures that it has when it is played: %s', (name) => {
      for (const seed of ['8']) {
        const trace = played(variant, LOGS[name]!, seed);
        const known = proofs(SPIKE_DRILL, trace);
        expect(known).toEqual(proofs(NOTHING_KNOWN, playRecord(NOTHING_KNOWN, trace.record).trace()));
      }
    });
  });
});
