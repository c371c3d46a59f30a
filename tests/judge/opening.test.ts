import { describe, expect, it } from 'vitest';
import { openingOf } from '../../src/judge/opening.ts';
import { rerun } from '../../src/judge/prevention.ts';
import { createRun } from '../../src/run/run.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { look, played, SPIKE_DRILL, type Act } from './scripted.ts';

/** The same scenario to every reader, of which nothing is remembered. */
const forgotten = (scenario: Scenario = SPIKE_DRILL): Scenario => ({ ...scenario });

const scaled: Act[] = [
  [20, { type: 'acknowledge' }],
  [30, { type: 'look-logs', station: 'model-server' }],
  [300, { type: 'scale', replicas: 16 }],
];
const shed: Act[] = [
  [40, look('service')],
  [200, { type: 'serve-cached', on: true }],
];

describe('the opening of a night with preventions in place', () => {
  it('serves every log that starts with the alert: re-runs come out as if each were the first', () => {
    for (const items of [['circuit-breaker'], ['slo-burn-alert'], ['canary-latency-gate', 'slo-burn-alert']])
      for (const acts of [scaled, shed, []]) {
        const { record } = played('feature-store', acts, '4');
        expect(rerun(SPIKE_DRILL, record, items)).toEqual(rerun(forgotten(), record, items));
      }
  });

  it('is not used where something was done before the alert', () => {
    const early = played('traffic', shed, '4', [{ type: 'scale', replicas: 16 }]);
    const late = played('traffic', shed, '4');
    const items = ['slo-burn-alert'];
    const [proof, other] = [rerun(SPIKE_DRILL, early.record, items), rerun(SPIKE_DRILL, late.record, items)];
    expect(proof).toEqual(rerun(forgotten(), early.record, items));
    expect(proof.impactAfterEur).not.toBe(other.impactAfterEur);
  });

  it('gives runs of one’s own, and what the night costs unattended', () => {
    const night = { seed: '5', variant: 'upstream', preventions: [], untimed: false };
    const opening = openingOf(SPIKE_DRILL, night);
    const [one, two] = [opening.begin(), opening.begin()];
    one.dispatch({ type: 'restart' });
    one.advance(SPIKE_DRILL.brief.ticks);
    const untouched = createRun(SPIKE_DRILL, { seed: '5', variant: 'upstream' });
    expect(two.tick).toBe(opening.pageTick);
    expect(two.finalHash()).toBe(untouched.finalHash());
    expect(opening.unattended().tick).toBe(SPIKE_DRILL.brief.ticks);
    expect(opening.unattended().impactEur()).toBe(untouched.trace().impactEur);
    expect(openingOf(SPIKE_DRILL, { ...night })).toBe(opening);
  });

  it('a re-run that would be the run itself is taken as that: the same figures as when it is played', () => {
    const { looks } = SPIKE_DRILL.system;
    const withLogs: Scenario = {
      ...SPIKE_DRILL,
      brief: {
        ...SPIKE_DRILL.brief,
        preventions: SPIKE_DRILL.brief.preventions.map((item) =>
          item.id === 'feature-fetch-tracing' ? { ...item, set: { ...item.set, 'looks.look-logs': looks['look-logs']! } } : item,
        ),
      },
    };
    const { record, impactEur } = played('feature-store', scaled, '6');
    expect(record.log.some(({ action }) => action.type === 'look-logs')).toBe(true); // so that the second is played
    const taken = rerun(SPIKE_DRILL, record, ['feature-fetch-tracing']);
    expect(taken).toEqual(rerun(withLogs, record, ['feature-fetch-tracing']));
    expect(taken.impactAfterEur).toBe(impactEur);
  });
});
