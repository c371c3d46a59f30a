import { describe, expect, it } from 'vitest';
import { DASHBOARDS, type Look } from '../../src/domain/action.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import { createRun } from '../../src/run/run.ts';
import { matchesLook } from '../../src/scenario/patterns.ts';
import { readingsOf, unlabelled } from '../../src/scenario/readings.ts';
import { openTruth, tellSeen, type Tell } from '../../src/scenario/truth.ts';
import { shipped } from './shipped.ts';

const scenario = shipped('latency-spike');
const truth = openTruth(scenario.sealed);
const SEEDS = ['1', '2'];
const TRACES_THAT_SHOW_IT = 0.7; // a trace is one request of many, drawn by the seed; all other readings must always agree
const MINUTES_AFTER_PAGE = [0, 12];

const LOOKS: readonly Look[] = [
  ...DASHBOARDS.slice(0, DASHBOARDS.indexOf('drift') + 1).map((dashboard): Look => ({ type: 'look-dashboard', dashboard })), // those of a serving path
  { type: 'look-changes' },
  { type: 'look-alerts' },
  { type: 'look-logs', station: 'gateway' },
  { type: 'look-logs', station: 'fraud-api' },
  { type: 'look-logs', station: 'feature-store' },
  { type: 'look-trace', pick: 'slow' },
  { type: 'look-trace', pick: 'typical' },
];

// What each look returns when it is the first, started some minutes after the page, and nobody has changed anything.
function evidenceOf(variant: string, seed: string): readonly Evidence[] {
  const run = createRun(scenario, { seed, variant });
  while (run.observe().pageTick === null && run.tick < 1500) run.advance(run.tick + 15);
  const page = run.tick;
  return MINUTES_AFTER_PAGE.flatMap((minutes) => {
    run.advance(Math.max(run.tick, page + minutes * 60));
    return LOOKS.map((look) => {
      const fork = run.fork();
      expect(fork.dispatch(look).accepted).toBe(true);
      fork.advance(fork.observe().busyUntil);
      return fork.observe().evidence.at(-1) as Evidence;
    });
  });
}

describe('the tells of the latency spike, in the world', () => {
  for (const variant of truth.variants) {
    it(`read as stated in every seed, from the page on: ${variant.id}`, () => {
      const wrong: string[] = [];
      const traces = { right: 0, all: 0 };
      const spoken = new Set<Tell>();
      for (const seed of SEEDS) {
        for (const evidence of evidenceOf(variant.id, seed)) {
          const known = readingsOf(evidence.look, shipped('latency-spike').system, ['p95-high', 'slo-burn']);
          expect(
            evidence.readings.map(({ key }) => unlabelled(key)).filter((key) => !known.includes(key) && !key.startsWith('logs.')),
          ).toEqual([]);
          for (const tell of truth.tells.filter(({ look }) => matchesLook(look, evidence.look))) {
            const seen = tellSeen(tell, evidence);
            if (seen !== null) spoken.add(tell);
            const value = evidence.readings.find(({ key }) => key === tell.reading)?.value;
            const right = seen === null || seen === tell.holds.includes(variant.id);
            if (tell.look.type === 'look-trace') {
              traces.all += 1;
              traces.right += right ? 1 : 0;
            } else if (!right) wrong.push(`${tell.id} on seed ${seed} at tick ${evidence.tick}: ${value}`);
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(traces.right / traces.all).toBeGreaterThan(TRACES_THAT_SHOW_IT);
      expect(variant.tells.filter((tell) => !spoken.has(tell)).map(({ id }) => id)).toEqual([]);
    });
  }
});
