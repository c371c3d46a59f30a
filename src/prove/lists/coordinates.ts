import type { Choices } from './choices.ts';
import { BLOCK_SETS, PLACES, RESOLVE_MINUTES, type Genome, type PlacedChange } from './genome.ts';

/** One thing of a list that can be chosen anew while all else stays. */
export interface Coordinate {
  readonly values: readonly number[];
  with(genome: Genome, value: number): Genome;
}

type Plain = Exclude<keyof Genome, 'looks' | 'changes'>;

const upTo = (count: number, from: number): readonly number[] => Array.from({ length: count - from }, (_, i) => from + i);
const plain = (key: Plain, values: readonly number[]): Coordinate => ({ values, with: (genome, value) => ({ ...genome, [key]: value }) });

const place = (index: number, key: keyof PlacedChange, values: readonly number[]): Coordinate => ({
  values,
  with: (genome, value) => ({ ...genome, changes: genome.changes.map((one, i) => (i === index ? { ...one, [key]: value } : one)) }),
});

/** What is opened, and what is changed when. @param afterLooks so many looks at least return before any change */
export function deedCoordinates(choices: Choices, afterLooks: 0 | 1): readonly Coordinate[] {
  const looks = upTo(PLACES.looks, 0).map((index): Coordinate => ({
    values: upTo(choices.looks.length, -1),
    with: (genome, value) => ({ ...genome, looks: genome.looks.map((look, i) => (i === index ? value : look)) }),
  }));
  const changes = upTo(PLACES.changes, 0).flatMap((index) => [
    place(index, 'change', upTo(choices.changes.length, -1)),
    place(index, 'afterLooks', upTo(PLACES.looks + 1, afterLooks)),
  ]);
  return [...looks, ...changes];
}

/** What is said, claimed and decided afterwards; preventions apart, which cost the most to try. */
export const wordCoordinates = (choices: Choices): readonly Coordinate[] => [
  plain('updates', [0, 1, 2, 3]),
  plain('blocks', upTo(BLOCK_SETS.length, 0)),
  plain('option', upTo(choices.options.length, -1)),
  plain('named', upTo(choices.causes.length, -1)),
  plain('changed', upTo(choices.changed.length, -1)),
  plain('enters', upTo(choices.enters.length, -1)),
  plain('missed', upTo(choices.missed.length, -1)),
  plain('supported', upTo(choices.causes.length, -1)),
  plain('resolve', upTo(RESOLVE_MINUTES.length, -1)),
  plain('review', [-1, 0, 1]),
];

/** The list that does nothing but acknowledge. */
export const EMPTY: Genome = {
  looks: upTo(PLACES.looks, 0).map(() => -1),
  changes: upTo(PLACES.changes, 0).map(() => ({ change: -1, afterLooks: 1 })),
  updates: 0,
  blocks: 0,
  option: -1,
  named: -1,
  changed: -1,
  enters: -1,
  missed: -1,
  supported: -1,
  resolve: -1,
  preventions: -1,
  review: -1,
};
