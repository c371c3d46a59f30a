import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { STRICTNESS } from '../../src/domain/difficulty.ts';
import { judgeCause } from '../../src/judge/cause.ts';
import { judgeCommunication } from '../../src/judge/communication.ts';
import { judgeDetection } from '../../src/judge/detection.ts';
import { judgeMitigation } from '../../src/judge/mitigation.ts';
import type { ScorePart } from '../../src/judge/score-card.ts';
import { board, CACHED, caseOf, points, RED, scale, type Entry, type Night } from './made-up.ts';

/** Points of one line as each reading gives them: lenient, standard, strict. */
const given = (judge: (file: ReturnType<typeof caseOf>) => ScorePart, line: number, entries: readonly Entry[], night: Night = {}) =>
  STRICTNESS.map((strictness) => points(judge(caseOf({ ...night, entries, strictness })))[line]);
const at = (tick: number, action: Action, more: Partial<Entry> = {}): Entry => ({ tick, action, ...more });
const money = (tick: number): Entry => at(tick - 6, board('business'), { effectTick: tick, shows: { eur: 50 } });
const claim = (tick: number, evidence: string[]): Entry =>
  at(tick, { type: 'claim-cause', changed: 'red-changed', enters: 'red-enters', missed: 'red-missed', confidence: 80, evidence });
const told = (tick: number, option?: string): Entry =>
  at(tick, { type: 'message', to: 'lead', blocks: ['impact', 'next-step', 'next-update', 'options'], ...(option && { option }) });
const asked = [{ tick: 90, from: 'lead', text: '', answerDueTick: 108, options: [{ id: 'rules', text: '' }] }];
const well = (from: number): Night => ({
  slow: (tick) => (tick < 60 || tick >= from ? 100 : 400),
  impactAt: (tick) => 10 * Math.max(0, Math.min(tick, from) - 60),
});

describe('how strictly a run is read: leniently, as usual, strictly', () => {
  it('is ordered so', () => {
    expect(STRICTNESS).toEqual(['lenient', 'standard', 'strict']);
  });

  it('decides what is left for a first look that came very late', () => {
    expect(given(judgeDetection, 0, [at(500, { type: 'acknowledge' })])).toEqual([1, 0.7, 0]);
  });

  it('decides in what time an act earns in full', () => {
    const full = (tick: number): unknown[] => given(judgeDetection, 0, [at(tick, { type: 'acknowledge' })]).map((got) => got === 2);
    expect([68, 69, 72, 73, 78, 80].map(full)).toEqual([[true, true, true], [true, true, false], [true, true, false], [true, false, false], [true, false, false], [false, false, false]]); // prettier-ignore
  });

  it('decides what impact is worth that was read only after the first change', () => {
    expect(given(judgeDetection, 3, [at(62, scale(9)), money(70), at(80, scale(3))])).toEqual([2.5, 2, 1]);
  });

  it('decides what a cause is worth that no evidence shows, and what a further claim costs', () => {
    expect(given(judgeCause, 0, [RED, claim(80, [])])).toEqual([3, 2, 0.8]);
    expect(given(judgeCause, 5, [RED, claim(80, ['E1']), claim(90, ['E1'])])).toEqual([-2.5, -5, -5]);
  });

  it('asks for a confidence that is borne out only where it is strict', () => {
    const sure = at(80, { type: 'claim-cause', changed: 'blue-changed', enters: 'red-enters', missed: 'red-missed', confidence: 100, evidence: [] }); // prettier-ignore
    expect(given(judgeCause, 5, [RED, sure])).toEqual([undefined, undefined, -4]);
    const guess = (confidence: number): Entry => ({ ...sure, action: { ...(sure.action as Extract<Action, { type: 'claim-cause' }>), confidence } }); // prettier-ignore
    expect([11, 15].map((confidence) => given(judgeCause, 5, [RED, guess(confidence)])[2])).toEqual([undefined, -0.1]); // of 0.05 and less nothing is left
    const [said] = judgeCause(caseOf({ entries: [RED, sure], strictness: 'strict' })).lines[5]!.figures;
    expect(said).toMatchObject({ metric: 'claim-cause.confidence', value: 100, tick: 80, source: 'act' });
  });

  it('decides what the second best of the means is worth', () => {
    expect(given(judgeMitigation, 0, [RED, money(70), at(80, { type: 'shed', share: 0.5 })], well(90))).toEqual([6.3, 5.6, 4.2]);
  });

  it('decides what is left for a means that came very late', () => {
    expect(given(judgeMitigation, 2, [RED, at(500, CACHED)], well(505))).toEqual([2, 1, 0]);
  });

  it('decides in what time a first update earns in full, and what it earns in twice that', () => {
    const first = (...ticks: number[]): unknown => ticks.map((tick) => given(judgeCommunication, 0, [told(tick)]));
    expect(first(102, 103)).toEqual([[2, 2, 2], [2, 2, 0]]); // prettier-ignore
    expect(first(120, 121, 150, 151)).toEqual([[2, 2, 0], [2, 1, 0], [2, 1, 0], [1.5, 1, 0]]); // prettier-ignore
    expect(first(180, 181, 240, 241)).toEqual([[1.5, 1, 0], [1.5, 0, 0], [1.5, 0, 0], [0, 0, 0]]); // prettier-ignore
  });

  it('decides what an answer without an option is worth, but never shortens the time that was asked for', () => {
    expect(given(judgeCommunication, 2, [told(95)], { conversation: asked })).toEqual([1.5, 1, 0]);
    const inTime = (tick: number): unknown => given(judgeCommunication, 2, [told(tick, 'rules')], { conversation: asked });
    expect([inTime(108), inTime(109), inTime(117), inTime(118)]).toEqual([[2, 2, 2], [2, 0, 0], [2, 0, 0], [0, 0, 0]]); // prettier-ignore
  });

  it('decides how long a silence may last', () => {
    const silent = (ticks: number): unknown[] => given(judgeCommunication, 5, [told(70), told(70 + ticks)], { resolvedTick: 70 + ticks });
    expect([90, 91, 120, 121, 180, 181].map(silent)).toEqual([
      [undefined, undefined, undefined],
      [undefined, undefined, -1],
      [undefined, undefined, -1],
      [undefined, -1, -1],
      [undefined, -1, -1],
      [-1, -1, -1],
    ]);
  });
});
