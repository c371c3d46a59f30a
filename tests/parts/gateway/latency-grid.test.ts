import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp } from '../../../src/kernel/math.ts';
import { createClassGrid, depositByClass, spread, type Delay } from '../../../src/parts/gateway/class-grid.ts';
import {
  CELL_MS,
  CELLS,
  createGrid,
  depositWaiting,
  edgeMatrix,
  LATENCY_EDGES_MS,
  pourInto,
  type ShiftGrid,
} from '../../../src/parts/gateway/latency-grid.ts';

const matrix = edgeMatrix('lognormal', 40, 0.5);

/** As it is read at a scrape: what lies below no mark of the grid is lost there. Empties the grid. */
function poured(grid: ShiftGrid): { readonly mass: number; readonly meanMs: number } {
  const buckets = new Float64Array(LATENCY_EDGES_MS.length + 1);
  const shifts = pourInto(buckets, grid, matrix);
  expect(grid.every((cell) => cell === 0)).toBe(true);
  const mass = buckets[LATENCY_EDGES_MS.length]!;
  return { mass, meanMs: shifts / mass };
}

const masses = fc.double({ min: 0.001, max: 1000, noNaN: true });
const shares = fc.double({ min: 0, max: 1, noNaN: true });
const shiftsMs = fc.oneof(fc.double({ min: 0, max: 4000, noNaN: true }), fc.double({ min: 2950, max: 3050, noNaN: true })); // 3 s is the edge

describe('requests that wait by chance', () => {
  it('are all on the grid, wherever they wait', () => {
    fc.assert(
      fc.property(masses, shiftsMs, shares, masses, (mass, shiftMs, waiting, rate) => {
        const grid = createGrid();
        depositWaiting(grid, mass, shiftMs, waiting, rate);
        expect(poured(grid).mass / mass).toBeCloseTo(1, 9);
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
          expect(poured(grid).meanMs).toBeCloseTo(shiftMs + waiting * meanMs, 0);
        },
      ),
    );
  });

  it('are spread over cells as its distribution says', () => {
    const grid = createGrid();
    depositWaiting(grid, 1, 0, 0.5, 20); // mean 50 ms
    const past = (cells: number): number => grid.subarray(cells).reduce((sum, mass) => sum + mass, 0) - grid[CELLS + 1]!;
    for (const cells of [2, 4, 8, 16]) expect(past(cells) / (0.5 * exp((-(cells - 0.5) * CELL_MS) / 50))).toBeCloseTo(1, 1); // a cell's mass lies about its middle
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
          expect(poured(onto).mass / requests.reduce((sum, [mass]) => sum + mass, 0)).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('come out later by their mean delay, wherever they lay between two cells', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), shares, (shiftMs, upper) => {
        const [from, onto] = [createClassGrid(), createGrid()];
        depositByClass(from, 3, shiftMs, { lowerOnce: 1 - upper, lowerTwice: 0, upperOnce: upper, upperTwice: 0 });
        const by = (first: number): Delay => ({ first, weights: Float64Array.of(0.5, 0.25, 0.25), beyond: 0 }); // 0.75 cells past the first
        spread(from, onto, [by(10), by(20), by(30), by(40)]);
        expect(poured(onto).meanMs).toBeCloseTo(shiftMs + (0.75 + 10 * (1 - upper) + 30 * upper) * CELL_MS, 6);
      }),
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
