import { describe, expect, it } from 'vitest';
import { shipped } from '../../src/cli/library.ts';
import { unearnable } from '../../src/prove/unearnable.ts';
import { fromData, spikeData, stripped } from '../support/copies.ts';

describe('points that nobody could earn', () => {
  it('are in none of the drills that are shipped', () => {
    expect(shipped().flatMap(unearnable)).toEqual([]);
  });

  it('are said of a drill with nobody to tell, and of a cause without a step', () => {
    const data = spikeData();
    Object.assign(data, { stakeholders: {}, questions: {} });
    expect(unearnable(fromData(data)).map(({ path }) => path)).toEqual([['stakeholders']]);
    expect(unearnable(fromData(stripped())).map(({ path }) => path.join('.'))).toEqual([
      'variants.aardvark', 'variants.badger', 'variants.monkey', 'variants.zebra',
    ]); // prettier-ignore
  });
});
