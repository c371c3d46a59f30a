import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp } from '../../../src/kernel/math.ts';
import {
  CELL_MS,
  CELLS,
  createClassGrid,
  createGrid,
  depositByClass,
  depositWaiting,
  spread,
  type Delay,
  type ShiftGrid,
} from '../../../src/parts/gateway/latency-grid.ts';

const massOf = (grid: ShiftGrid): number => grid.subarray(0, CELLS + 1).reduce((sum, mass) => sum + mass, 0);
const meanMsOf = (grid: ShiftGrid): number =>
  grid.subarray(0, CELLS + 1).reduce((sum, mass, cell) => sum + mass * cell * CELL_MS, 0) / massOf(grid);

const masses = fc.double({ min: 0.001, max: 1000, noNaN: true });
const shares = fc.double({ min: 0, max: 1, noNaN: true });

describe('requests that wait by chance', () => {
  it('are all on the grid, wherever they wait', () => {
    fc.assert(
      fc.property(masses, fc.double({ min: 0, max: 4000, noNaN: true }), shares, masses, (mass, shiftMs, waiting, rate) => {
        const grid = createGrid();
        depositWaiting(grid, mass, shiftMs, waiting, rate);
        expect(massOf(grid) / mass).toBeCloseTo(1, 9);
      }),
    );
  });

  it('wait as long on average as an exponential wait does', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 200, noNaN: true }),
        shares,
        fc.double({ min: 10, max: 150, noNaN: true }),
        (shiftMs, waiting, meanMs) => {
          const grid = createGrid();
          depositWaiting(grid, 1, shiftMs, waiting, 1000 / meanMs);
          expect(meanMsOf(grid)).toBeCloseTo(shiftMs + waiting * meanMs, 0);
        },
      ),
    );
  });

  it('are spread over cells as its distribution says', () => {
    const grid = createGrid();
    depositWaiting(grid, 1, 0, 0.5, 20); // mean 50 ms
    const past = (cells: number): number => grid.subarray(cells).reduce((sum, mass) => sum + mass, 0) - grid[CELLS + 1]!;
    for (const cells of [8, 16, 24]) expect(past(cells)).toBeCloseTo(0.5 * exp((-cells * CELL_MS) / 50), 1);
  });
});

const delays = fc
  .record({ first: fc.nat(CELLS), raw: fc.array(shares, { maxLength: 8 }), beyond: fc.double({ min: 0.01, max: 1, noNaN: true }) })
  .map(({ first, raw, beyond }): Delay => {
    const weights = raw.slice(0, CELLS - first);
    const sum = weights.reduce((total, weight) => total + weight, beyond);
    return { first, weights: Float64Array.from(weights, (weight) => weight / sum), beyond: beyond / sum };
  });

describe('requests of several kinds, each delayed by its own delay', () => {
  it('are all on the grid afterwards, and none is left to be delayed again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(masses, fc.double({ min: 0, max: 3500, noNaN: true })), { minLength: 1, maxLength: 6 }),
        shares,
        shares,
        fc.array(delays, { minLength: 4, maxLength: 4 }),
        (requests, upper, twice, four) => {
          const [from, onto] = [createClassGrid(), createGrid()];
          const byClass = {
            lowerOnce: (1 - upper) * (1 - twice),
            lowerTwice: (1 - upper) * twice,
            upperOnce: upper * (1 - twice),
            upperTwice: upper * twice,
          };
          for (const [mass, shiftMs] of requests) depositByClass(from, mass, shiftMs, byClass);
          spread(from, onto, four);
          expect(from.every((cell) => cell === 0)).toBe(true);
          expect(massOf(onto) / requests.reduce((sum, [mass]) => sum + mass, 0)).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('come out where a delay by whole cells puts them', () => {
    const [from, onto] = [createClassGrid(), createGrid()];
    depositByClass(from, 8, 2 * CELL_MS, { lowerOnce: 0.5, lowerTwice: 0.25, upperOnce: 0.125, upperTwice: 0.125 });
    const by = (first: number): Delay => ({ first, weights: Float64Array.of(1), beyond: 0 });
    spread(from, onto, [by(1), by(2), by(3), by(CELLS)]);
    expect([3, 4, 5, CELLS].map((cell) => onto[cell])).toEqual([4, 2, 1, 1]);
  });
});
