import { describe, expect, it } from 'vitest';
import { joined, listed, quote, say } from '../../src/judge/said.ts';
import { line, PART_IDS, scoreCard, scorePart } from '../../src/judge/score-card.ts';
import { tellingApart, tellsMissed, unopenedSaid } from '../../src/judge/unopened.ts';
import { BOUNDS, WEIGHTS } from '../../src/judge/weights.ts';
import { metricAt, seenText, valued } from '../../src/judge/wording.ts';
import type { LookPattern } from '../../src/scenario/patterns.ts';
import { board, caseOf, PAGE, RED, TRACE, type Entry } from './made-up.ts';

describe('what was not opened', () => {
  const tells = (...looks: LookPattern[]) =>
    looks.map((look, i) => ({ id: `t${i}`, look, reading: '', above: null, below: null, holds: [], says: '', cites: [] }));
  const said = (entries: readonly Entry[], by: number, ...looks: LookPattern[]): string =>
    unopenedSaid(caseOf({ entries }), tells(...looks), by).text;

  it('is said once for each look, with those that came too late', () => {
    expect(said([], 80)).toBe('');
    expect(said([], 80, TRACE, { ...TRACE })).toBe(' A slow trace was never opened.');
    expect(said([], 80, TRACE, { type: 'look-trace', pick: 'typical' }, board('drift'), board('service'))).toBe(' A slow trace, a typical trace, the drift dashboard and the service dashboard were never opened.'); // prettier-ignore
    expect(said([], 80, { type: 'look-logs', station: 'till' }, { type: 'look-logs', station: 'other' })).toBe(' The logs of Till 7 and the logs were never opened.'); // prettier-ignore
    expect(said([], 80, { type: 'look-logs' })).toBe(' The logs were never opened.');
    expect(said([], 80, { type: 'look-segments', by: 'arm' }, { type: 'look-segments', by: 'client' }, { type: 'look-segments', by: 'arm' })).toBe(' The figures by arm and the figures by client were never opened.'); // prettier-ignore
    expect(said([], 80, { type: 'look-sample', of: 'near' }, { type: 'look-sample', of: 'selected' })).toBe(' A checked sample: near and a checked sample: selected were never opened.'); // prettier-ignore
    const verbs = (['look-changes', 'look-alerts', 'look-lineage', 'look-distributions', 'look-segments', 'look-registry', 'look-evaluation', 'look-backtest', 'look-experiment', 'look-sample', 'look-calendar', 'look-messages'] as const).map((type) => / (was|were) never/.exec(said([], 80, { type }))![1]); // prettier-ignore
    expect(verbs).toEqual(['was', 'were', 'was', 'were', 'were', 'was', 'was', 'were', 'was', 'was', 'was', 'were']);
    expect([said([RED], 70, TRACE), said([RED], 69, TRACE)]).toEqual(['', ' A slow trace was opened only afterwards.']);
    expect(said([RED, { ...RED, tick: 90 }], 80, TRACE)).toBe(''); // the first time counts
    expect(said([RED], 69, TRACE, board('drift'))).toBe(' The drift dashboard was never opened. A slow trace was opened only afterwards.');
  });

  it('asks for what tells an open cause from the true one, and not for what had been seen', () => {
    const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
    const [blind, warm] = [caseOf({}), caseOf({ entries: [{ tick: PAGE, action: board('saturation'), shows: { cpu: 0.9 } }] })];
    expect(ids(tellingApart(blind, blind.known(90)))).toEqual(['red-mark', 'warm']);
    expect(ids(tellingApart(warm, warm.known(90)))).toEqual(['red-mark']); // green is out, and the other does not tell red from blue
    expect(ids(tellsMissed(warm, [{ needs: ['red-mark'] }, { needs: ['bad', 'red-mark'] }], 90))).toEqual(['red-mark', 'bad']);
    expect(ids(tellsMissed(warm, [{ needs: ['warm', 'red-mark'] }], 90))).toEqual([]);
    expect(ids(tellsMissed(warm, [{ needs: ['warm', 'red-mark'] }], 65))).toEqual(['red-mark', 'warm']);
  });
});

describe('words and numbers', () => {
  it('read every number of a name', () => {
    const read = (text: string): unknown[] =>
      quote(text, 'x').figures.map(({ text: of, value, metric, tick, source }) => [of, value, metric, tick, source]);
    expect(read('no number')).toEqual([]);
    expect(read('€26,400.50, -3 and v2.')).toEqual([
      ['€26,400.50', 26400.5, 'x', null, 'words'],
      ['-3', 3, 'x', null, 'words'],
      ['v2', 2, 'x', null, 'words'],
    ]);
  });

  it('stand beside each other as they were given', () => {
    expect(listed([]).text).toBe('');
    expect([[say`a`], [say`a`, say`b`], [say`a`, say`b`, say`c`]].map((all) => [listed(all).text, joined(all, say`; `).text])).toEqual([['a', 'a'], ['a and b', 'a; b'], ['a, b and c', 'a; b; c']]); // prettier-ignore
    expect(() => say`from ${say`x`} to 9`).toThrow('got " to 9"');
  });

  it('say that there is no data where there is none, and show a metric by its name', () => {
    expect(valued(caseOf({}), 'series', 'slow', 3, NaN, 'ms').text).toBe('no data');
    expect(valued(caseOf({}), 'series', 'slow', 3, 12, 'ms', { evidence: 'E9' })).toEqual({ metric: 'slow', tick: 3, value: 12, text: '12 ms', source: 'series', evidence: 'E9' }); // prettier-ignore
    expect([metricAt(caseOf({}), 'ok', PAGE).text, metricAt(caseOf({}), 'p99', PAGE).text]).toEqual([
      'Share served 99 % at 02:10:00',
      'p99',
    ]);
    const ofDays = { ...caseOf({}), brief: { ...caseOf({}).brief, tickSeconds: 3600 } };
    expect(valued(ofDays, 'series', 'lost', 3, 2, 'eurPerMinute')).toMatchObject({ value: 2, text: '€2,880/day' }); // looked up a minute, read a day
    const file = caseOf({ entries: [RED] });
    const [shown] = file.known(80).shown;
    expect(seenText(file, { ...shown!, tell: { ...shown!.tell, reading: 'other' } }).text).toBe('E1');
    expect(seenText(file, shown!).figures.map(({ metric, value }) => [metric, value])).toEqual([['E1', 1], ['trace.red', 0.9], ['clock', 70]]); // prettier-ignore
  });
});

describe('a score card', () => {
  it('counts to a tenth, from nothing to the most of each part', () => {
    const of = (points: number[], max = 10) => scorePart('fix', max, points.map((one) => line(one, max, 1, say`a`, ['x', 'x', 'y', 'z', 'u', 'v']))); // prettier-ignore
    expect([of([1.04, 2.05]).got, of([4, -6]).got, of([8, 8]).got, of([]).got]).toEqual([3.1, 0, 10, 0]);
    expect(of([1.06]).lines[0]!.points).toBe(1.1);
    expect([of([1, 2]).cites, of([1]).lines[0]!.cites]).toEqual([
      ['x', 'y', 'z', 'u'],
      ['x', 'y', 'z', 'u'],
    ]);
    expect(scoreCard([of([1.1]), of([2.2])])).toMatchObject({ total: 3.3, strictness: 'standard' });
  });

  it('has seven parts that come to a hundred, each of what its checks can give', () => {
    expect(PART_IDS.map((id) => WEIGHTS[id].max)).toEqual([10, 20, 20, 20, 10, 10, 10]);
    const { detect, evidence, cause, mitigation, fix, communication } = WEIGHTS;
    expect(detect.acknowledge + detect.dashboards + detect.changes + detect.impact).toBe(detect.max);
    expect(evidence.narrowing + evidence.firstBacked + evidence.secondBacked).toBe(evidence.max);
    expect(3 * cause.item + cause.discriminating + cause.rivals).toBe(cause.max);
    expect(mitigation.apt + mitigation.worked + mitigation.timely + mitigation.verified).toBe(mitigation.max);
    expect(fix.apt + fix.holds + fix.closed).toBe(fix.max);
    const { firstUpdate, furtherUpdates, answer, trust, review, max } = communication;
    expect(firstUpdate + furtherUpdates + answer + trust + review).toBe(max);
    expect([BOUNDS.mostTrust, BOUNDS.effortPoints]).toEqual([100, 10]);
  });
});
