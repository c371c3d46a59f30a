import fc from 'fast-check';
import { expect, it } from 'vitest';
import { actions } from './any-action.ts';
import { faults } from './line-check.ts';
import { played, SPIKE_DRILL, VARIANTS, type Act } from './scripted.ts';

const LOGS = Number(process.env['FUZZ_LOGS'] ?? 8);

const acts: fc.Arbitrary<Act[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1800 }), actions), { maxLength: 25 })
  .map((list) => list.sort((a, b) => a[0] - b[0]));
const items = fc.subarray(
  SPIKE_DRILL.brief.preventions.map((one) => one.id),
  { maxLength: 2 },
);

it(`every number of any run's score lines is a figure, and is what the record says when it is played again (${LOGS} logs)`, () => {
  fc.assert(
    fc.property(fc.constantFrom(...VARIANTS), fc.integer({ min: 1, max: 1000 }), acts, items, (variant, seed, list, picked) => {
      const after: Act[] = [
        [1900, { type: 'resolve' }],
        [1900, { type: 'pick-preventions', items: picked }],
      ];
      expect(faults(SPIKE_DRILL, played(variant, [...list, ...after], String(seed)))).toEqual([]);
    }),
    { numRuns: LOGS, seed: 20260601 },
  );
}, 1_800_000);
