import { describe, expect, it } from 'vitest';
import type { IntervalRow } from '../../src/domain/evidence.ts';
import { differenceIn, openSeries, type Difference } from '../../src/game/difference.ts';
import { healthyBefore } from '../../src/game/difference-healthy.ts';
import { sampleStanding } from '../../src/game/difference-samples.ts';
import type { Run } from '../../src/run/run.ts';
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
        const [first] = difference.dimensions;
        expect([first?.title, first?.standsOut, first?.values[0]?.id], where).toEqual(['Feature', true, feature]);
        expect(difference.sentence, where).toContain('Feature first');
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
      let split = 0;
      let splitAlarms = 0;
      for (const id of DRILLS)
        for (const seed of HEALTHY_SEEDS) {
          const run = lookedAtAll(id, seed);
          const draw = createSource(`${id} ${seed}`);
          const observation = run.observe();
          const onset = run.onsetTick;
          for (let k = 0; k < 8; k += 1) {
            const length = Math.round(onset * (0.1 + 0.2 * draw.share()));
            const to = onset - 1 - draw.upTo(Math.round(onset * 0.3));
            const { healthy, changes, steady, dimensions } = differenceIn(observation, { from: to - length, to });
            if (healthy === null || changes.length + steady.length === 0) continue;
            stretches += 1;
            alarms += Number(changes.length > 0);
            split += dimensions.length;
            splitAlarms += dimensions.filter(({ standsOut }) => standsOut).length;
            series += changes.length + steady.length;
            strays += changes.length;
          }
        }
      console.info(
        `healthy stretches ${stretches}, of which ${alarms} report anything (${((alarms / stretches) * 100).toFixed(1)} %); ` +
          `series compared ${series}, reported ${strays} (${((strays / series) * 100).toFixed(2)} %); ` +
          `dimensions compared ${split}, reported ${splitAlarms}; seeds ${HEALTHY_SEEDS.join(', ')}`,
      );
      expect(split).toBeGreaterThan(30);
      expect(splitAlarms / split).toBeLessThanOrEqual(0.01);
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

  it('compares with a stretch that lies before and is healthy, an early one where that is asked for', () => {
    const run = lookedAtAll('latency-spike', '12');
    const pager = [run.observe().pager];
    const stretch = { from: (run.pageTick ?? 0) + 10, to: (run.pageTick ?? 0) + 200 };
    const latest = healthyBefore(pager, stretch);
    const earliest = healthyBefore(pager, { from: stretch.from, to: stretch.from + 60 }, 'earliest');
    expect(latest?.to).toBeLessThan(run.pageTick ?? 0);
    expect(earliest?.from).toBeLessThanOrEqual(latest?.from ?? -1);
    expect(healthyBefore(pager, { from: 2, to: 20 })).toBeNull();
    expect(differenceIn(run.observe(), { from: 2, to: 20 }).sentence).toContain('Nothing to compare with');
  });

  it.each(DRILLS)('%s: what it is compared with ends before anything that was opened left its usual range for good', (drill) => {
    const run = lookedAtAll(drill, '5');
    const observation = run.observe();
    const opened = openSeries(observation).map(({ series }) => series);
    for (const against of ['latest', 'earliest'] as const) {
      const { healthy } = differenceIn(observation, { from: observation.tick - 12, to: observation.tick }, against);
      const where = `${drill}, onset ${run.onsetTick}, page ${run.pageTick}, healthy ${healthy?.from} to ${healthy?.to}`;
      console.info(where);
      expect(healthy, where).not.toBeNull();
      expect(healthy!.to, where).toBeLessThan(run.pageTick!);
      const judged = opened.filter(({ metric, values }) => isKnown(metric.normal, values));
      expect(judged.length, 'series that say something').toBeGreaterThan(opened.length / 2);
      for (const { metric, ticks, values } of judged) {
        const inside = values.filter((_, i) => ticks[i]! >= healthy!.from && ticks[i]! <= healthy!.to);
        const strays = inside.filter((value) => value < metric.normal.low || value > metric.normal.high);
        expect(strays.length, `${metric.title}, ${where}`).toBeLessThanOrEqual(Math.max(2, inside.length * 0.15));
      }
    }
  });

  it('a feed that changed before the pager noticed is found by the stretch that the button offers', () => {
    const run = lookedAtAll('silent-schema', '5', 'units');
    const difference = differenceIn(run.observe(), { from: run.tick - 5, to: run.tick });
    expect(difference.sentence).toContain('Feature first: Monthly fee');
    expect(difference.dimensions[0]?.values[0]?.id).toBe('monthly-fee');
  });

  it('says so where nothing on record is clean', () => {
    const observation = lookedAtAll('silent-schema', '5', 'units').observe();
    const { pager } = observation;
    const odd = { ...pager, values: pager.values.map((value, i) => (i % 3 > 0 ? value : 0)) };
    const difference = differenceIn({ ...observation, pager: odd }, { from: 150, to: 190 }, 'latest');
    expect(difference.healthy).toBeNull();
    expect(difference.sentence).toContain('was out of its usual range');
  });
});

const isKnown = ({ low, high }: { readonly low: number; readonly high: number }, values: readonly number[]): boolean =>
  values
    .filter(Number.isFinite)
    .slice(0, 12)
    .filter((value) => value < low || value > high).length <= 1;

describe('dimensions', () => {
  const since = (run: Run, reach: number = run.tick): Difference => differenceIn(run.observe(), { from: run.pageTick ?? 0, to: reach });
  const telling = ({ dimensions }: Difference): readonly (readonly [string, readonly string[]])[] =>
    dimensions
      .filter(({ standsOut }) => standsOut)
      .map(({ title, values }) => [title, values.filter((value) => value.standsOut).map(({ id }) => id)]);

  it('come first, with every value of the one that tells most apart, before and here, by how many scrapes', () => {
    const difference = since(lookedAtAll('latency-spike', '11', 'deploy'));
    const [first] = difference.dimensions;
    expect(telling(difference)).toEqual([['Model version', ['v42']]]);
    expect(first).toMatchObject({ figure: 'p95', unit: 'ms', baseline: 'healthy', readTick: null });
    expect(first?.values.map(({ id }) => id)).toEqual(['v42', 'v41']);
    const [odd, other] = first?.values ?? [];
    expect((odd?.during ?? 0) / (odd?.before ?? 1)).toBeGreaterThan(5);
    expect(Math.abs((other?.during ?? 0) / (other?.before ?? 1) - 1)).toBeLessThan(0.1);
    expect(odd?.samples).toBeGreaterThan(50);
    expect(odd?.samplesBefore).toBeGreaterThanOrEqual(12);
    expect(difference.sentence).toBe('Model version first: v42 moved apart from the others, by p95.');
  });

  it('tell nothing apart where there is one version only, or where all moved alike', () => {
    const alone = since(lookedAtAll('latency-spike', '11', 'traffic'));
    expect(alone.dimensions).toEqual([]);
    expect(alone.sentence).toContain('splits it into values to compare');
    const alike = since(lookedAtAll('gates-green-72h', '11', 'season'));
    expect(alike.dimensions.map(({ title }) => title)).toContain('Experiment arm');
    expect(telling(alike)).toEqual([]);
    expect(alike.sentence).toContain('nobody stands apart');
  });

  it.each([
    ['tail', 'Segment', 'Rare visitors'],
    ['layout', 'Client version', 'App 7.3'],
    ['shipping', 'Experiment arm', 'Arm B'],
  ])('split by looks name the group that fell: %s', (variant, title, group) => {
    const difference = since(lookedAtAll('gates-green-72h', '11', variant));
    const [first] = difference.dimensions;
    expect([first?.title, first?.figure, first?.baseline, first?.values[0]?.id]).toEqual([title, 'Conversion', 'rest', group]);
    expect(first?.values[0]?.samples).toBeGreaterThan(10_000);
  });

  it('that one look ranked come in its order where no look of their own is there', () => {
    const run = lookedAtAll('gates-green-72h', '11', 'shipping');
    const observation = run.observe();
    const only = {
      ...observation,
      evidence: observation.evidence.filter(({ look }) => look.type !== 'look-segments' || look.by === 'all'),
    };
    const difference = differenceIn(only, { from: run.pageTick ?? 0, to: run.tick });
    expect(telling(difference)).toEqual([['Experiment arm', ['Arm B']]]);
    expect(difference.sentence).toBe('Experiment arm first: Arm B moved apart from the others, by outcomes.');
    expect(difference.dimensions.map(({ title }) => title)).toContain('Segment');
  });

  it('of a look outside the stretch are told apart from it, until the stretch reaches to it', () => {
    const run = lookedAtAll('gates-green-72h', '11', 'tail');
    const short = since(run, (run.pageTick ?? 0) + 5);
    expect(short.elsewhere.map(({ title }) => title)).toContain('Segment');
    expect(telling(short)).toEqual([]);
    expect(since(run).elsewhere).toEqual([]);
  });

  it('by more bad outcomes than expected names the group they are in, not the one it is set against', () => {
    const difference = since(lookedAtAll('slow-fade', '11', 'channel'));
    expect(telling(difference)).toEqual([
      ['Feature', ['channel']], // more of them come by broker than did before any of it began
      ['Channel', ['By broker']],
      ['Age', ['18 to 25']],
    ]);
  });

  it('of groups that chance alone made stand out in 1 of 100 looks at most', () => {
    const draw = createSource('groups');
    const rowOf = (rows: number, share: number, factor: number): IntervalRow => {
      let count = 0;
      for (let k = 0; k < rows; k += 1) count += Number(draw.share() < share * factor);
      return { label: `${rows}`, rows, estimate: count / rows, low: NaN, high: NaN, reference: share };
    };
    const looks = Array.from({ length: 600 }, () => [rowOf(900, 0.04, 1.5), rowOf(300, 0.08, 1.5), rowOf(1500, 0.02, 1.5)]);
    const found = looks.filter((rows) => rows.some((row) => Math.abs(sampleStanding(row, rows)?.apart ?? 0) > 2.94)); // chance 0.01 in three
    console.info(`600 looks at three groups that all have 1.5 times as many as expected: ${found.length} report one`);
    expect(found.length).toBeLessThanOrEqual(12);
    const odd = [rowOf(900, 0.04, 3), rowOf(300, 0.08, 1), rowOf(1500, 0.02, 1)];
    expect(sampleStanding(odd[0]!, odd)?.apart).toBeGreaterThan(2.94);
    expect(sampleStanding(rowOf(40, 0.04, 1), odd)).toBeNull(); // 1.6 expected
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
