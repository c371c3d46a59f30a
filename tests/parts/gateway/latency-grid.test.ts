import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp } from '../../../src/kernel/math.ts';
import { CELL_MS, CELLS, createGrid, depositWaiting, spread, type ShiftGrid } from '../../../src/parts/gateway/latency-grid.ts';

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

describe('a delay that falls on a whole grid', () => {
  it('loses nothing and leaves the first grid empty', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(masses, fc.double({ min: 0, max: 3500, noNaN: true })), { minLength: 1, maxLength: 6 }),
        fc.nat(CELLS),
        fc.array(shares, { maxLength: 8 }),
        shares,
        (requests, first, raw, beyondRaw) => {
          const weights = raw.slice(0, CELLS - first);
          const sum = weights.reduce((total, weight) => total + weight, beyondRaw) || 1;
          const [from, onto] = [createGrid(), createGrid()];
          for (const [mass, shiftMs] of requests) depositWaiting(from, mass, shiftMs, 0, 1);
          const before = massOf(from);
          const beyond = weights.length === 0 && beyondRaw === 0 ? 1 : beyondRaw / sum;
          spread(from, onto, { first, weights: Float64Array.from(weights, (weight) => weight / sum), beyond });
          expect(from.every((cell) => cell === 0)).toBe(true);
          expect(massOf(onto) / before).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});
