import { describe, expect, test } from 'vitest';
import { drawKey } from '../../../src/kernel/streams.ts';
import { cellsOf, dimensionsOf } from '../../../src/parts/audience/cells.ts';
import { alongPath, byHourOfDay, hourOfWeek } from '../../../src/parts/audience/hour-of-week.ts';
import { paramsSchema } from '../../../src/parts/audience/params.ts';
import { createAudience, noiseOf, seasonFactor, stepAudience } from '../../../src/parts/audience/step.ts';

const NONE = { rateFactor: 1, seasonDrop: 0 };

describe('an audience', () => {
  test('is counted in cells that lie side by side, segments outermost', () => {
    const segment = (id: string) => ({ id, name: id, share: 0.5, successRate: 0.1 });
    const params = paramsSchema.parse({
      segments: [segment('a'), segment('b')],
      clients: [
        { id: 'old', name: 'Old' },
        { id: 'new', name: 'New' },
      ],
    });
    const cells = cellsOf(params);
    expect(cells.count).toBe(8);
    expect([...cells.segmentOf]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect([...cells.clientOf]).toEqual([0, 0, 1, 1, 0, 0, 1, 1]);
    expect([...cells.sideOf]).toEqual([0, 1, 0, 1, 0, 1, 0, 1]);
    expect(dimensionsOf(params).map(({ id }) => id)).toEqual(['segment', 'client', 'side']);
  });

  test('follows the hour of the week, from one Monday to the next', () => {
    expect(hourOfWeek(160, 10 * 3600)).toBe(2);
    const table = Array.from({ length: 24 }, (_, hour) => hour);
    expect(byHourOfDay(table, 25.5)).toBeCloseTo(1.5, 12);
    expect(byHourOfDay(table, 23.5)).toBeCloseTo(11.5, 12); // from 23 to 0
    expect(alongPath([[1, 10], [3, 30]], 2)).toBe(20); // prettier-ignore
    expect(alongPath([], 2)).toBe(0);
  });

  test('has noise of the stated spread and memory, and none that an input moves', () => {
    const params = paramsSchema.parse({ arrivalsPerSecond: 10, rateNoiseSd: 0.02, rateNoiseHours: 3 });
    const noise = noiseOf(params, drawKey('s', 'audience', 'rate'), drawKey('s', 'audience', 'success'), 300);
    const [calm, busy] = [createAudience(), createAudience()];
    let [squares, products, before] = [0, 0, 0];
    const ticks = 20_000;
    for (let tick = 0; tick < ticks; tick += 1) {
      stepAudience(calm, params, noise, NONE, tick, tick * 300, 300);
      stepAudience(busy, params, noise, { rateFactor: 2, seasonDrop: 0.2 }, tick, tick * 300, 300);
      squares += calm.rateNoise * calm.rateNoise;
      products += calm.rateNoise * before;
      before = calm.rateNoise;
    }
    expect(busy.rateNoise).toBe(calm.rateNoise);
    expect(busy.arrivals).toBeCloseTo(2 * calm.arrivals, 8);
    expect(Math.sqrt(squares / ticks)).toBeGreaterThan(0.018);
    expect(Math.sqrt(squares / ticks)).toBeLessThan(0.022);
    expect(products / squares).toBeCloseTo(noise.ratePhi, 2);
  });

  test('is pressed down by a season, less so where the season gives relief', () => {
    const params = paramsSchema.parse({ seasonRelief: [[114, 0], [116, 0.3], [122, 0.3], [124, 0]] }); // prettier-ignore
    expect(seasonFactor(params, 0.18, 50)).toBeCloseTo(0.82, 12);
    expect(seasonFactor(params, 0.18, 118)).toBeCloseTo(1 - 0.18 * 0.7, 12);
    expect(seasonFactor(params, 0, 118)).toBe(1);
  });

  test('loses its treated arm when the owner of the experiment pauses it, and not before', () => {
    const params = paramsSchema.parse({
      arms: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
      ],
      treatedRamp: [[0, 0.5]],
      experiment: 'test',
    });
    const noise = noiseOf(params, drawKey('s', 'a', 'r'), drawKey('s', 'a', 's'), 300);
    const state = createAudience();
    state.pauseAt = 600;
    stepAudience(state, params, noise, NONE, 0, 0, 300);
    expect(state.treatedShare).toBe(0.5);
    stepAudience(state, params, noise, NONE, 2, 600, 300);
    expect(state.treatedShare).toBe(0);
  });
});
