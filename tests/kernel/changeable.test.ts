import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allChangeable, changeable } from '../../src/kernel/changeable.ts';
import { cloneState } from '../../src/kernel/clone.ts';

const leaf = fc.oneof(fc.double(), fc.integer(), fc.string(), fc.boolean(), fc.constant(null), fc.constant(undefined));
const inner = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), leaf);
const states = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,6}$/),
  fc.oneof(leaf, fc.array(leaf), fc.array(inner), inner, fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), inner), fc.float64Array()),
);

it('a record that has been made changeable holds what it held, in the same order', () => {
  fc.assert(
    fc.property(states, (state) => {
      const before = cloneState(state);
      for (const treated of [changeable(state), allChangeable(state)]) {
        expect(treated).toBe(state);
        expect(Object.entries(treated)).toEqual(Object.entries(before));
      }
    }),
  );
});

it('records that may not change are left alone', () => {
  const frozen = Object.freeze({ pods: 8 });
  expect(allChangeable({ params: frozen }).params).toBe(frozen);
});
