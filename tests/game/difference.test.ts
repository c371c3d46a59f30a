import { describe, expect, it } from 'vitest';
import { differenceIn, healthyBefore, openSeries } from '../../src/game/difference.ts';
import { median, readingsOf, robustSpread, shiftOf, standsOut } from '../../src/game/difference-measure.ts';
import { createSource } from './difference-source.ts';
import { DRILLS, lookedAtAll } from './all-looks.ts';
import { edited, onShippedSystems, shippedFile } from '../scenario/shipped.ts';

const SEEDS = ['11', '12', '13', '14'];
const HEALTHY_SEEDS = Array.from({ length: Number(process.env['HEALTHY_SEEDS'] ?? 3) }, (_, i) => `${11 + i}`);
const SCHEMA = shippedFile('scenarios/silent-schema.yaml');

/** The drill whose source changes its unit, with the change planted in another field. */
const plantedIn = (feature: string) =>
  onShippedSystems({
    ...SCHEMA,
    text: edited(
      SCHEMA.text,
      'pipeline.operator.kind: scaled, pipeline.operator.target: monthly-fee',
      `pipeline.operator.kind: scaled, pipeline.operator.target: ${feature}`,
    ),
  });

describe('what is different in a stretch', () => {
  it('a planted feature comes first under any stretch of the trouble', () => {
    const chosen: string[] = [];
    for (const seed of SEEDS) {
      const draw = createSource(seed);
      const feature = draw.oneOf(['monthly-fee', 'overdue', 'usage-trend']);
      const run = lookedAtAll(plantedIn(feature), seed, 'units');
      for (let k = 0; k < 3; k += 1) {
        const from = run.onsetTick + 30 + draw.upTo(24);
        const difference = differenceIn(run.observe(), { from, to: from + 6 + draw.upTo(run.tick - from - 6) });
        const where = `${feature}, seed ${seed}, from ${difference.stretch.from} to ${difference.stretch.to}`;
        chosen.push(where);
        expect(difference.parts[0]?.label, where).toBe(feature);
        expect(difference.sentence, where).toContain('stand');
      }
    }
    console.info(`planted and found first:\n  ${chosen.join('\n  ')}`);
  }, 120_000);

  it(
    'a healthy stretch reports nothing, in 99 of 100',
    () => {
      let stretches = 0;
      let alarms = 0;
      let series = 0;
      let strays = 0;
      for (const id of DRILLS)
        for (const seed of HEALTHY_SEEDS) {
          const run = lookedAtAll(id, seed);
          const draw = createSource(`${id} ${seed}`);
          const observation = run.observe();
          const onset = run.onsetTick;
          for (let k = 0; k < 8; k += 1) {
            const length = Math.round(onset * (0.1 + 0.2 * draw.share()));
            const to = onset - 1 - draw.upTo(Math.round(onset * 0.3));
            const { healthy, changes, steady } = differenceIn(observation, { from: to - length, to });
            if (healthy === null || changes.length + steady.length === 0) continue;
            stretches += 1;
            alarms += Number(changes.length > 0);
            series += changes.length + steady.length;
            strays += changes.length;
          }
        }
      console.info(
        `healthy stretches ${stretches}, of which ${alarms} report anything (${((alarms / stretches) * 100).toFixed(1)} %); ` +
          `series compared ${series}, reported ${strays} (${((strays / series) * 100).toFixed(2)} %); seeds ${HEALTHY_SEEDS.join(', ')}`,
      );
      expect(stretches).toBeGreaterThan(50);
      expect(alarms / stretches).toBeLessThanOrEqual(0.01);
      expect(strays / series).toBeLessThan(0.001);
    },
    240_000 + HEALTHY_SEEDS.length * 20_000,
  );

  it('knows only what was opened, and leaves running totals out', () => {
    const run = lookedAtAll('latency-spike', '11');
    const observation = run.observe();
    const blind = { ...observation, dashboards: [] };
    expect(openSeries(blind).map(({ series }) => series.metric.key)).toEqual([run.scenario.brief.pager.metric]);
    const { from, to } = { from: run.pageTick ?? 0, to: run.tick };
    const only = differenceIn(blind, { from, to });
    expect(only.changes.map(({ key }) => key)).toEqual([run.scenario.brief.pager.metric]);
    const all = differenceIn(observation, { from, to });
    expect(all.changes.length).toBeGreaterThan(only.changes.length);
    expect([...all.changes, ...all.steady].map(({ key }) => key)).not.toContain('business.impact_eur');
  });

  it('compares with a stretch that lies before and is healthy by the pager, an early one where that is asked for', () => {
    const run = lookedAtAll('latency-spike', '12');
    const { pager } = run.observe();
    const stretch = { from: (run.pageTick ?? 0) + 10, to: (run.pageTick ?? 0) + 200 };
    const latest = healthyBefore(pager, stretch);
    const earliest = healthyBefore(pager, { from: stretch.from, to: stretch.from + 60 }, 'earliest');
    expect(latest?.to).toBeLessThan(run.pageTick ?? 0);
    expect(earliest?.from).toBeLessThan(latest?.from ?? 0 + 1);
    expect(healthyBefore(pager, { from: 2, to: 20 })).toBeNull();
    expect(differenceIn(run.observe(), { from: 2, to: 20 }).sentence).toContain('Nothing to compare with');
  });
});

describe('the measure of a change', () => {
  const metric = { normal: { low: 0, high: 0, typical: 0 } };

  it('does not follow a single stray figure', () => {
    const before = [10, 11, 9, 10, 12, 8, 10, 11, 9, 10];
    expect(Math.abs(shiftOf(metric, before, [10, 9, 500, 11, 10])?.spreads ?? 99)).toBeLessThan(1);
    expect(shiftOf(metric, before, [30, 31, 29, 30])?.spreads).toBeCloseTo((30 - 10) / robustSpread(before), 9);
    expect(median([3, NaN, 1, 2])).toBe(2);
  });

  it('asks for more the more series it is looked for in, and the fewer readings it rests on', () => {
    const shift = { before: 0, during: 1, spreads: 4, readings: 400 };
    expect([1, 40, 4000].map((compared) => standsOut(shift, compared))).toEqual([true, true, false]);
    expect([400, 40, 8].map((readings) => standsOut({ ...shift, readings }, 40))).toEqual([true, false, false]);
    expect(standsOut({ ...shift, spreads: 3.4 }, 1)).toBe(false);
  });

  it('takes a figure that is counted once and scraped often for one reading', () => {
    expect(readingsOf([5, 5, 5, 5, 6, 6, 6, 5])).toBe(3);
    const band = { normal: { low: 0.9, high: 1.1, typical: 1 } };
    const daily = shiftOf(band, [1, 1, 1, 1, 1], [1.2, 1.2, 1.2])!;
    expect(daily.spreads).toBeCloseTo(6, 9);
    expect(standsOut(daily, 1)).toBe(false); // one count may lie that far from the next
    expect(standsOut(shiftOf(band, [1, 1, 1, 1, 1], [2, 2, 2])!, 40)).toBe(true);
  });

  it('counts a flag that goes up as a change, and stays finite', () => {
    expect(shiftOf(metric, [0, 0, 0, 0], [1, 1, 1])?.spreads).toBe(10);
    expect(standsOut(shiftOf(metric, [0, 0, 0, 0], [1, 1, 1])!, 40)).toBe(true);
    expect(shiftOf(metric, [0, 0, 0, 0], [0, 0, 0])?.spreads).toBe(0);
    expect(shiftOf(metric, [0, NaN, NaN], [1, 1, 1])).toBeNull();
  });
});
