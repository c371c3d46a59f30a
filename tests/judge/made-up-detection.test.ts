import { describe, expect, it } from 'vitest';
import { judgeDetection } from '../../src/judge/detection.ts';
import { board, caseOf, cites, madeUp, PAGE, points, rows, scale, TRACE, type Entry, type Night } from './made-up.ts';

const detect = (entries: readonly Entry[], more: Partial<Night> = {}) => judgeDetection(caseOf({ entries, ...more }));
const ack = (tick: number): Entry => ({ tick, action: { type: 'acknowledge' } });
const read = (tick: number, entry: Omit<Entry, 'tick'>): Entry => ({ ...entry, tick: tick - 6, effectTick: tick });
const pager = (tick: number): Entry => read(tick, { action: board('service'), shows: { slow: 300 } });
const changes = (tick: number): Entry => read(tick, { action: { type: 'look-changes' } });
const money = (tick: number): Entry => read(tick, { action: board('business'), shows: { orders: 3 } });

describe('detection', () => {
  it('tells what was done, when, and how soon after the page', () => {
    const part = detect([ack(70), pager(90), changes(100), money(110)]);
    expect([part.id, part.title, part.got, part.max]).toEqual(['detect', 'Detection and impact assessed', 10, 10]);
    expect(rows(part)).toEqual([
      [2, 2, 70, 'Page acknowledged at 02:11:40, 1 min 40 s after the page.'],
      [3, 3, 90, 'The metric that paged, beside the others: What look-dashboard shows (E1) read at 02:15:00.'],
      [2, 2, 100, 'Recent changes: What look-changes shows (E2) read at 02:16:40.'],
      [3, 3, 110, 'Impact read at 02:18:20 (E3), before the first change.'],
    ]);
    expect(cites(part)).toEqual([
      ['g1-q10-calm-triage'],
      ['g1-q10-check-dashboards', 'g1-q10-check-error-rates'],
      ['g1-q10-check-recent-deploys'],
      ['g1-q10-assess-customer-impact'],
    ]);
  });

  it('says what was left undone', () => {
    expect(rows(detect([]))).toEqual([
      [0, 2, null, 'The page was never acknowledged.'],
      [0, 3, null, 'The metric that paged, beside the others: not opened.'],
      [0, 2, null, 'Recent changes: not opened.'],
      [0, 3, null, 'What it cost customers and the business was not opened.'],
    ]);
    expect(rows(detect([], { pageTick: null }))).toEqual([[0, 10, null, 'Nothing paged, so there was nothing to detect.']]);
  });

  it('pays in full up to a bound, and then less and less down to a third at two and a half times the bound', () => {
    const at = (entry: (tick: number) => Entry, line: number, minutes: number): number =>
      points(detect([entry(PAGE + 6 * minutes)]))[line]!;
    const edges: [(tick: number) => Entry, number, most: number, minutes: number][] = [
      [ack, 0, 2, 2],
      [pager, 1, 3, 6],
      [changes, 2, 2, 9],
      [money, 3, 3, 10],
    ];
    for (const [entry, line, most, minutes] of edges) {
      expect(at(entry, line, minutes)).toBe(most);
      expect(at(entry, line, 1.75 * minutes)).toBeCloseTo((most * 2) / 3, 1); // half of the way
      expect(at(entry, line, minutes * 1.5)).toBeCloseTo((most * 7) / 9, 1); // a third of it
      expect(at(entry, line, 2.5 * minutes)).toBeCloseTo(most / 3, 1);
      expect(at(entry, line, 5 * minutes)).toBeCloseTo(most / 3, 1);
    }
  });

  it('gives as many times as long where a dashboard takes as many minutes, and no less where it takes less than one', () => {
    const paced = (seconds: number | undefined, minutes: number): number => {
      const plain = madeUp();
      const looks = seconds === undefined ? {} : { 'look-dashboard': seconds };
      const scenario = { ...plain, system: { ...plain.system, looks } as unknown as typeof plain.system };
      return points(judgeDetection(caseOf({ entries: [ack(PAGE + 6 * minutes)] }, scenario)))[0]!;
    };
    expect([paced(180, 6), paced(60, 6), paced(undefined, 2)]).toEqual([2, 0.7, 2]);
    expect([73, 74].map((tick) => paced(64, (tick - PAGE) / 6))).toEqual([2, 1.9]); // 2 min 8 s: to the nearest tick
    expect([paced(180, 7) < 2, paced(20, 2), paced(undefined, 2.5) < 2]).toEqual([true, 2, true]);
    const plain = madeUp();
    const without = { ...plain, system: { ...plain.system, looks: {} } as unknown as typeof plain.system };
    const paid = (late: number): number => points(judgeDetection(caseOf({ entries: [money(PAGE + 60 + late)] }, without)))[3]!;
    expect([2, 3].map(paid)).toEqual([3, 2.9]); // as where a dashboard takes a minute
  });

  it('goes by the first of a kind', () => {
    expect(rows(detect([pager(90), pager(590)]))[1]).toEqual([3, 3, 90, 'The metric that paged, beside the others: What look-dashboard shows (E1) read at 02:15:00.']); // prettier-ignore
    expect(points(detect([ack(70), ack(590)]))[0]).toBe(2);
  });

  it('counts what was opened before the page from the page on', () => {
    expect(points(detect([pager(40), changes(30), money(20)]))).toEqual([0, 3, 2, 3]);
    expect(rows(detect([money(40)]))[3]).toEqual([3, 3, 40, 'Impact read at 02:06:40 (E1), before the first change.']);
  });

  it('takes impact read only after a change for two thirds, but not after one that was taken back in time', () => {
    const change = { tick: 80, action: scale(9) };
    expect(rows(detect([change, money(90)]))[3]).toEqual([2, 3, 90, 'Impact read at 02:15:00 (E1), only after the first change.']);
    expect(points(detect([money(80), change]))[3]).toBe(3); // at the same tick: it could be known
    expect(points(detect([change, { tick: 82, action: { type: 'take-back' } }, money(90)]))[3]).toBe(3);
  });

  it('finds money on any piece of evidence that shows it, and the pager metric on dashboards alone', () => {
    expect(points(detect([read(80, { action: TRACE, shows: { eur: 12 } })]))).toEqual([0, 0, 0, 3]);
    expect(points(detect([read(80, { action: TRACE, shows: { slow: 300 } })]))).toEqual([0, 0, 0, 0]);
    expect(points(detect([read(80, { action: board('saturation'), shows: { cpu: 0.3 } })]))).toEqual([0, 0, 0, 0]);
  });

  it('takes no word that the world refused', () => {
    expect(points(detect([{ ...ack(70), refused: true }]))[0]).toBe(0);
    expect(points(detect([{ ...ack(70), refused: true }, ack(200)]))[0]).toBe(0.7);
  });
});
