import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/action.ts';
import { changeDone, changeSaid, changeText } from '../../src/judge/change-words.ts';
import { lookSaid } from '../../src/judge/look-words.ts';
import { joined, listed, quote, say } from '../../src/judge/said.ts';
import { line, PART_IDS, scoreCard, scorePart } from '../../src/judge/score-card.ts';
import { tellingApart, tellsMissed, unopenedSaid } from '../../src/judge/unopened.ts';
import { BOUNDS, WEIGHTS } from '../../src/judge/weights.ts';
import { metricAt, seenText, valued } from '../../src/judge/wording.ts';
import type { LookPattern } from '../../src/scenario/patterns.ts';
import { board, caseOf, madeUp, PAGE, RED, TRACE, type Entry } from './made-up.ts';

const { brief } = madeUp();

describe('a change in words', () => {
  const table: [Change, before: string, after: string, figures: [metric: string, value: number][]][] = [
    [{ type: 'rollback' }, 'roll the model back to the last stable version', 'Rolled the model back to the last stable version', []],
    [{ type: 'shift-traffic', version: 'v2', share: 0.35 }, 'shift 35 % of traffic to v2', 'Shifted 35 % of traffic to v2', [['shift-traffic.share', 0.35], ['shift-traffic.version', 2]]],
    [{ type: 'scale', replicas: 16 }, 'scale to 16 replicas', 'Scaled to 16 replicas', [['scale.replicas', 16]]],
    [{ type: 'restart' }, 'restart all replicas', 'Restarted all replicas', []],
    [{ type: 'set-breaker', route: 'bank', mode: 'forced-open' }, 'open the breaker on Bank call', 'Opened the breaker on Bank call', []],
    [{ type: 'set-breaker', route: 'bank', mode: 'automatic' }, 'set the breaker on Bank call to automatic', 'Set the breaker on Bank call to automatic', []],
    [{ type: 'set-breaker', route: 'elsewhere', mode: 'off' }, 'switch off the breaker on elsewhere', 'Switched off the breaker on elsewhere', []],
    [{ type: 'serve-cached', on: true }, 'serve cached features', 'Served cached features', []],
    [{ type: 'serve-cached', on: false }, 'stop serving cached features', 'Stopped serving cached features', []],
    [{ type: 'set-timeout', route: 'bank', timeoutMs: 2000 }, 'set the timeout on Bank call to 2.0 s', 'Set the timeout on Bank call to 2.0 s', [['set-timeout.timeoutMs', 2000]]],
    [{ type: 'set-retries', route: 'bank', attempts: 1 }, 'set one attempt on Bank call', 'Set one attempt on Bank call', []],
    [{ type: 'set-retries', route: 'bank', attempts: 3 }, 'set 3 attempts on Bank call', 'Set 3 attempts on Bank call', [['set-retries.attempts', 3]]],
    [{ type: 'shed', share: 0.055 }, 'shed 5.5 % of requests', 'Shed 5.5 % of requests', [['shed.share', 0.055]]],
    [{ type: 'repoint-champion', version: 'v41' }, 'point the champion alias at v41', 'Pointed the champion alias at v41', [['repoint-champion.version', 41]]],
    [{ type: 'rebalance-partition' }, 'rebalance the hot partition', 'Rebalanced the hot partition', []],
    [{ type: 'raise-max-replicas', max: 20 }, "raise the autoscaler's limit to 20", "Raised the autoscaler's limit to 20", [['raise-max-replicas.max', 20]]],
    [{ type: 'add-fallback', route: 'bank' }, 'add a fallback on Bank call', 'Added a fallback on Bank call', []],
    [{ type: 'retrain' }, 'start a retraining', 'Started a retraining', []],
  ]; // prettier-ignore

  it.each(table)('%j', (change, before, after, figures) => {
    expect([changeText(change, brief), changeDone(change, brief)]).toEqual([before, after]);
    expect(changeSaid(change, brief, 7).done.figures.map(({ metric, value }) => [metric, value])).toEqual(figures);
    for (const figure of changeSaid(change, brief, 7).doing.figures) expect([figure.source, figure.tick]).toEqual(figure.metric.endsWith('version') ? ['words', null] : ['act', 7]); // prettier-ignore
  });
});

describe('a look in words', () => {
  const table: [LookPattern, string][] = [
    [{ type: 'look-dashboard' }, 'a dashboard'],
    [board('service'), 'the service dashboard'],
    [board('versions'), 'the by-version dashboard'],
    [board('saturation'), 'the saturation dashboard'],
    [board('feature-store'), 'the feature-store dashboard'],
    [board('upstream'), 'the dashboard of upstream calls'],
    [board('business'), 'the business dashboard'],
    [board('drift'), 'the drift dashboard'],
    [{ type: 'look-logs' }, 'the logs'],
    [{ type: 'look-logs', station: 'till' }, 'the logs of Till 7'],
    [{ type: 'look-trace' }, 'a trace'],
    [{ type: 'look-trace', pick: 'slow' }, 'a slow trace'],
    [{ type: 'look-trace', pick: 'typical' }, 'a typical trace'],
    [{ type: 'look-changes' }, 'the change history'],
    [{ type: 'look-alerts' }, 'the alert rules'],
  ];
  it.each(table)('%j', (look, text) => {
    expect(lookSaid(look, brief).text).toBe(text);
  });
  it('has the number of a name as a figure', () => {
    expect(lookSaid({ type: 'look-logs', station: 'till' }, brief).figures.map(({ metric, value }) => [metric, value])).toEqual([['stations.till', 7]]); // prettier-ignore
  });
});

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
    expect(valued('series', 'slow', 3, NaN, 'ms').text).toBe('no data');
    expect(valued('series', 'slow', 3, 12, 'ms', { evidence: 'E9' })).toEqual({ metric: 'slow', tick: 3, value: 12, text: '12 ms', source: 'series', evidence: 'E9' }); // prettier-ignore
    expect([metricAt(caseOf({}), 'ok', PAGE).text, metricAt(caseOf({}), 'p99', PAGE).text]).toEqual([
      'Share served 99 % at 02:10:00',
      'p99',
    ]);
    const file = caseOf({ entries: [RED] });
    const [shown] = file.known(80).shown;
    expect(seenText(file, { ...shown!, tell: { ...shown!.tell, reading: 'other' } }).text).toBe('E1');
  });
});

describe('a score card', () => {
  it('counts to a tenth, from nothing to the most of each part', () => {
    const of = (points: number[], max = 10) => scorePart('fix', 'T', max, points.map((one) => line(one, max, 1, say`a`, ['x', 'x', 'y', 'z', 'u', 'v']))); // prettier-ignore
    expect([of([1.04, 2.05]).got, of([4, -6]).got, of([8, 8]).got, of([]).got]).toEqual([3.1, 0, 10, 0]);
    expect(of([1.06]).lines[0]!.points).toBe(1.1);
    expect([of([1, 2]).cites, of([1]).lines[0]!.cites]).toEqual([
      ['x', 'y', 'z', 'u'],
      ['x', 'y', 'z', 'u'],
    ]);
    expect(scoreCard([of([1.1]), of([2.2])]).total).toBe(3.3);
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
