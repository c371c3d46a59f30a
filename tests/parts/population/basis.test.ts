import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../src/kernel/math.ts';
import { basisOf, CLEAN, HIT } from '../../../src/parts/population/basis.ts';
import { binRelation, binShares, binTitles, binValues } from '../../../src/parts/population/bins.ts';
import { addRows, createCounts, createMixture, pour, shownBins } from '../../../src/parts/population/mixture.ts';
import { paramsSchema } from '../../../src/parts/population/params.ts';
import { mixAt } from '../../../src/parts/population/step.ts';
import { paramsSchema as pipelineSchema } from '../../../src/parts/pipeline/params.ts';
import { rowMapKey, rowMapOf } from '../../../src/parts/pipeline/row-map.ts';

const population = paramsSchema.parse({
  rowsPerHour: 100,
  features: [
    { id: 'amount', title: 'Amount', source: 'shop', edges: [-1, 0, 1], slope: 0.8, missingShare: 0.01 },
    {
      id: 'kind',
      title: 'Kind',
      source: 'shop',
      levels: ['a', 'b'],
      usual: { shares: [0.7, 0.3] },
      relation: [0, 0.5],
      movedRelation: [0.5, 0],
    },
  ],
  groups: [
    { id: 'one', title: 'One', share: 3, offset: -2 },
    { id: 'two', title: 'Two', share: 1, shifted: 5, offset: -1, features: { amount: { mean: 1, sd: 0.5 } } },
  ],
});
const operator = (kind: string, target: string | null): ReturnType<typeof pipelineSchema.parse> =>
  pipelineSchema.parse({ operator: { kind, target }, joins: [{ id: 'key', title: 'Key', source: 'shop' }] });
const basisFor = (kind: string, target: string | null): ReturnType<typeof basisOf> => {
  const pipeline = operator(kind, target);
  return basisOf(population, rowMapOf(population, pipeline), rowMapKey(pipeline));
};

describe('bins', () => {
  it('cut a normal distribution at the edges, and keep room for missing and unknown values', () => {
    const [amount] = population.features;
    const shares = binShares(amount!, { mean: 0, sd: 1 });
    expect(shares[1]).toBeCloseTo((normalCdf(0) - normalCdf(-1)) * 0.99, 12);
    expect(shares[4]).toBe(0.01);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(binTitles(amount!)).toEqual(['below -1', '-1 to 0', '0 to 1', '1 and more', 'missing', 'other']);
  });

  it('stand for values half a bin beyond the last edge', () => {
    expect(binValues(population.features[0]!)).toEqual([-1.5, -0.5, 0.5, 1.5]);
    expect([...binRelation(population.features[0]!, false)]).toEqual([-1.2000000000000002, -0.4, 0.4, 1.2000000000000002, 0, 0]);
  });

  it('refuse shares that are not one for each bin', () => {
    expect(() => binShares(population.features[1]!, { shares: [1] })).toThrow('expected 2 shares');
  });
});

describe('cells', () => {
  it('hold every row of a group once, whatever an operator does to it', () => {
    for (const [kind, target] of [
      ['none', null],
      ['scaled', 'amount'],
      ['recoded', 'kind'],
      ['keyless', 'key'],
      ['filled', 'amount'],
    ] as const) {
      const basis = basisFor(kind, target);
      for (let g = 0; g < 2; g += 1)
        for (const c of [CLEAN, HIT]) expect(basis.rows[g]![c]!.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });

  it('keep the outcome rate of a group under any operator', () => {
    const basis = basisFor('keyless', 'key');
    for (let g = 0; g < 2; g += 1)
      for (let r = 0; r < 2; r += 1)
        expect(basis.positives[g]![HIT]![r]!.reduce((sum, share) => sum + share, 0)).toBeCloseTo(basis.rates[g]![r]!, 12);
  });

  it('show no value of a source whose key finds no match', () => {
    const basis = basisFor('keyless', 'key');
    const mixture = createMixture(2);
    addRows(mixture, mixAt(population, 0), 1, 1, 0, 0);
    const bins = shownBins(basis, mixture);
    expect(bins[basis.offsets[0]! + 4]).toBeCloseTo(1, 12);
    expect(bins[basis.offsets[1]! + 2]).toBeCloseTo(1, 12);
  });

  it('add up: half of the rows hit are half of each table', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (hit, moved) => {
        const basis = basisFor('recoded', 'kind');
        const mixture = createMixture(2);
        addRows(mixture, mixAt(population, 0.3), 1000, hit, 0, moved);
        const counts = createCounts(basis);
        pour(basis, mixture, counts);
        expect(counts.rows.reduce((sum, rows) => sum + rows, 0)).toBeCloseTo(1000, 6);
        const mix = mixAt(population, 0.3);
        const positives =
          1000 * [0, 1].reduce((sum, g) => sum + mix[g]! * ((1 - moved) * basis.rates[g]![0]! + moved * basis.rates[g]![1]!), 0);
        expect(counts.positives.reduce((sum, rows) => sum + rows, 0)).toBeCloseTo(positives, 6);
        expect(shownBins(basis, mixture)[basis.offsets[1]! + 3]).toBeCloseTo(hit, 9);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the mix of arrivals', () => {
  it('goes from its usual shares to the shifted ones and always adds up to 1', () => {
    expect([...mixAt(population, 0)]).toEqual([0.75, 0.25]);
    expect([...mixAt(population, 1)]).toEqual([0.375, 0.625]);
    expect([...mixAt(population, 0.5)].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});
