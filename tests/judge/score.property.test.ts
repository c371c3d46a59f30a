import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Action } from '../../src/domain/action.ts';
import { PART_IDS } from '../../src/judge/score-card.ts';
import { scoreRun } from '../../src/judge/score.ts';
import { playRecord } from '../../src/run/run.ts';
import { actions } from './any-action.ts';
import { played, SPIKE_DRILL, VARIANTS, type Act } from './scripted.ts';

const LOGS = Number(process.env['FUZZ_LOGS'] ?? 30);
const ids = new Set(
  (parse(readFileSync(new URL('../../scenarios/playbook.yaml', import.meta.url), 'utf8')) as { id: string }[]).map((entry) => entry.id),
);

const acts: fc.Arbitrary<Act[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1800 }), actions), { maxLength: 25 })
  .map((list) => list.sort((a, b) => a[0] - b[0]));
const afterwards: fc.Arbitrary<Action[]> = fc
  .tuple(
    fc.subarray(
      SPIKE_DRILL.brief.preventions.map((one) => one.id),
      { maxLength: 3 },
    ),
    fc.boolean(),
  )
  .map(([items, blameless]) => [
    { type: 'resolve' },
    { type: 'pick-preventions', items },
    {
      type: 'review',
      statements: Object.fromEntries(SPIKE_DRILL.brief.review.map((pair) => [pair.id, blameless ? 'condition' : 'person'])),
    },
  ]);

describe('the score of any log', () => {
  it(`stays within its bounds, cites what exists, and is the same when judged again (${LOGS} logs)`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...VARIANTS), fc.integer({ min: 1, max: 1000 }), acts, afterwards, (variant, seed, list, last) => {
        const trace = played(variant, [...list, ...last.map((action) => [1900, action] as const)], String(seed));
        const score = scoreRun(SPIKE_DRILL, trace);
        expect(score.parts.map((part) => part.id)).toEqual(PART_IDS);
        expect(score.total).toBeGreaterThanOrEqual(0);
        expect(score.total).toBeLessThanOrEqual(100);
        for (const part of score.parts) {
          expect(part.got).toBeGreaterThanOrEqual(0);
          expect(part.got).toBeLessThanOrEqual(part.max);
          for (const line of part.lines) {
            expect(Number.isFinite(line.points) && line.points <= line.max).toBe(true);
            expect(line.cites.length).toBeGreaterThan(0);
            expect(line.cites.length).toBeLessThanOrEqual(4);
            for (const id of line.cites) expect(ids.has(id), id).toBe(true);
            expect(line.text).toMatch(/^\S.*\.$/s);
            if (line.points !== 0) expect(line.tick, line.text).not.toBeNull();
            expect(line.text).not.toMatch(/NaN|undefined|Infinity|no data/);
            if (line.tick !== null) expect(line.tick).toBeLessThanOrEqual(trace.endTick);
          }
        }
        expect(score.parts.reduce((sum, part) => sum + part.max, 0)).toBe(100);
        expect(scoreRun(SPIKE_DRILL, playRecord(SPIKE_DRILL, trace.record).trace())).toEqual(score);
      }),
      { numRuns: LOGS, seed: 20260312 },
    );
  }, 1_800_000);
});
