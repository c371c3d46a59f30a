import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { judgeCause } from '../../src/judge/cause.ts';
import { board, caseOf, cites, head, madeUp, points, RED, rows, type Entry, type Night } from './made-up.ts';

const at = (tick: number, action: Action, more: Partial<Entry> = {}): Entry => ({ tick, action, ...more });
const claim = (tick: number, evidence: string[], of: Partial<Record<'changed' | 'enters' | 'missed', string>> = {}): Entry =>
  at(tick, { type: 'claim-cause', changed: 'red-changed', enters: 'red-enters', missed: 'red-missed', confidence: 80, evidence, ...of });
const rules = (tick: number, cause: string, status: 'open' | 'supported' | 'weakened' | 'excluded', evidence: string[]): Entry =>
  at(tick, { type: 'hypothesis', cause, confidence: 5, status, evidence });
const WARM: Entry = { tick: 66, action: board('saturation'), shows: { cpu: 0.9 } }; // at 72
const cause = (entries: readonly Entry[], night: Partial<Night> = {}) => judgeCause(caseOf({ entries, ...night }));
const saw = 'E1 showed the trace.red 0.90 at 02:11:40';

describe('the cause', () => {
  it('earns by what is named, and by evidence that tells it from the others', () => {
    const part = cause([RED, claim(80, ['E1'])]);
    expect([part.id, part.title, part.got, part.max]).toEqual(['cause', 'Cause named, with its discriminating evidence', 18, 20]);
    expect(rows(part)).toEqual([
      [4, 4, 80, 'What changed: “It is red-changed”, claimed at 02:13:20. So it was.'],
      [4, 4, 80, 'Where it enters: “It is red-enters”, claimed at 02:13:20. So it was.'],
      [4, 4, 80, 'Why it was missed: “It is red-missed”, claimed at 02:13:20. So it was.'],
      [6, 6, 80, `The evidence named excludes 2 of 2 other causes: ${saw}.`],
      [0, 2, null, 'No other explanation was put on the board and excluded by evidence.'],
    ]);
    expect(cites(part)).toEqual([
      ['g1-q10-tests-root-cause'],
      ['g1-q10-tests-root-cause'],
      ['g1-q10-tests-root-cause'],
      ['tell-red-mark', 'g1-q10-observability-use', 'g1-q10-tests-root-cause'],
      ['g1-q10-calm-triage'],
    ]);
  });

  it('earns nothing where none was claimed, and says what was not opened', () => {
    expect(rows(cause([], { resolvedTick: 100 })).slice(0, 2)).toEqual([
      [0, 12, null, 'No cause was claimed on the board.'],
      [0, 6, null, 'No evidence was named for a cause. A slow trace and the saturation dashboard were never opened.'],
    ]);
    expect(rows(cause([{ ...RED, tick: 95 }], { resolvedTick: 100 }))[1]).toEqual([0, 6, null, 'No evidence was named for a cause. The saturation dashboard was never opened. A slow trace was opened only afterwards.']); // prettier-ignore
  });

  it('earns half of the names without evidence that shows it', () => {
    const part = cause([RED, claim(80, [])]);
    expect(rows(part).slice(2, 4)).toEqual([
      [2, 4, 80, 'Why it was missed: “It is red-missed”, claimed at 02:13:20. So it was, but no evidence named shows it.'],
      [0, 6, 80, 'The claim named no evidence.'],
    ]);
    expect(cites(part)[3]).toEqual(['g1-q10-observability-use', 'g1-q10-tests-root-cause']);
    expect(points(cause([{ tick: 62, action: board('business'), shows: { eur: 50 } }, claim(80, ['E1'])])).slice(0, 4)).toEqual([
      2, 2, 2, 0,
    ]);
    expect(points(cause([RED, claim(69, ['E1'])])).slice(0, 4)).toEqual([2, 2, 2, 0]); // it had not returned
  });

  it('needs two of three names before evidence counts, and says which were wrong', () => {
    const wrong = rows(cause([RED, claim(80, ['E1'], { missed: 'blue-missed' })]));
    expect(wrong[2]).toEqual([0, 4, 80, 'Why it was missed: “It is blue-missed”, claimed at 02:13:20. It was not so.']);
    expect(head(wrong[3])).toEqual([6, 6, 80]);
    expect(points(cause([RED, claim(80, ['E1'], { missed: 'blue-missed', enters: 'no-enters' })])).slice(0, 4)).toEqual([4, 0, 0, 0]);
    expect(points(cause([RED, claim(80, ['E1'], { changed: 'unheard-of' })])).slice(0, 4)).toEqual([0, 4, 4, 6]);
    expect(rows(cause([RED, claim(80, ['E1'], { changed: 'unheard-of' })]))[0]).toEqual([0, 4, 80, 'What changed: “unheard-of”, claimed at 02:13:20. It was not so.']); // prettier-ignore
  });

  it('earns by the share of the others that the evidence named excludes', () => {
    expect(rows(cause([WARM, claim(80, ['E1'])]))[3]).toEqual([3, 6, 80, 'The evidence named excludes 1 of 2 other causes: E1 showed the CPU 90 % at 02:12:00. A slow trace was never opened.']); // prettier-ignore
    expect(points(cause([WARM, RED, claim(80, ['E1'])])).slice(0, 4)).toEqual([4, 4, 4, 3]);
  });

  it('is the last that was claimed, and each further claim costs', () => {
    const part = cause([RED, claim(80, ['E1'], { changed: 'blue-changed' }), claim(90, []), claim(100, ['E1'])]);
    expect(points(part)).toEqual([4, 4, 4, 6, 0, -5, -5]);
    expect(rows(part)[5]).toEqual([-5, 0, 90, 'A further cause claim at 02:15:00: the board is not to be guessed.']);
    expect(points(cause([RED, { ...claim(80, []), refused: true }, claim(90, ['E1'])]))).toEqual([4, 4, 4, 6, 0]);
  });
});

describe('other explanations', () => {
  const rivals = (...entries: Entry[]): unknown => rows(cause([RED, ...entries])).at(2);

  it('earn a point each where evidence named for it excludes them', () => {
    expect(rivals(rules(80, 'blue-is-it', 'excluded', ['E1']))).toEqual([1, 2, 80, '1 other explanation excluded on the board, each with evidence that excludes it.']); // prettier-ignore
    expect(rivals(rules(80, 'blue-is-it', 'excluded', ['E1']), rules(90, 'green-is-it', 'weakened', ['E1']))).toEqual([2, 2, 90, '2 other explanations excluded on the board, each with evidence that excludes it.']); // prettier-ignore
  });

  it('earn nothing without it, for the cause itself, for what is no cause, or where it was taken back', () => {
    const none = [0, 2, null, 'No other explanation was put on the board and excluded by evidence.'];
    expect(rivals(rules(80, 'blue-is-it', 'excluded', []))).toEqual(none);
    expect(rivals(rules(69, 'blue-is-it', 'excluded', ['E1']))).toEqual(none);
    expect(rivals(rules(80, 'red-is-it', 'excluded', ['E1']))).toEqual(none);
    expect(rivals(rules(80, 'no-is-it', 'excluded', ['E1']))).toEqual(none);
    expect(rivals(rules(80, 'blue-is-it', 'supported', ['E1']))).toEqual(none);
    expect(rivals(rules(80, 'blue-is-it', 'excluded', ['E1']), rules(90, 'blue-is-it', 'open', []))).toEqual(none);
    expect(head(rivals(rules(80, 'blue-is-it', 'excluded', ['E1']), rules(90, 'blue-is-it', 'weakened', [])))).toEqual([1, 2, 80]);
  });
});

describe('an explanation that two causes share', () => {
  it('is no other one where it is also the true one', () => {
    const shared = madeUp((truth) => ({
      ...truth,
      variants: truth.variants.map((one) => (one.id === 'green' ? one : { ...one, cause: { ...one.cause, hypothesis: 'it-is-warm' } })),
    }));
    const part = judgeCause(caseOf({ entries: [RED, rules(80, 'it-is-warm', 'excluded', ['E1'])] }, shared));
    expect(points(part).at(-1)).toBe(0);
  });
});

describe('a red herring that was believed', () => {
  const logs = (count: number, key = 'logs.gc-pause.count'): Entry => ({
    tick: 66,
    action: { type: 'look-logs', station: 'till' },
    shows: { [key]: count },
  });
  const said = (entries: readonly Entry[], redHerrings = ['pauses', 'a-restart', 'drift']): unknown[] =>
    rows(cause(entries, { redHerrings })).slice(3);
  const believed = (tick: number, evidence: string[] = []): Entry => rules(tick, 'no-is-it', 'supported', evidence);
  const pauses = [
    0,
    0,
    80,
    '“It is no-is-it” stood on the board as supported at 02:13:20. E1 holds a red herring: The collector always pauses.',
  ];

  it('is said to be one, once, where a look had shown it and the seed has it', () => {
    expect(said([logs(3), believed(80)])).toEqual([pauses]);
    expect(said([logs(3), believed(80, ['E1'])])).toEqual([pauses]);
    expect(said([logs(3), rules(80, 'unheard-of', 'supported', [])])).toEqual([[0, 0, 80, '“unheard-of” stood on the board as supported at 02:13:20. E1 holds a red herring: The collector always pauses.']]); // prettier-ignore
    expect(said([logs(3), believed(72)])).toHaveLength(1);
    expect(said([logs(3), believed(71)])).toEqual([]); // the look had not returned
    expect(said([logs(3), believed(80, ['E2'])])).toEqual([]); // it was not what was named
    expect(said([logs(0), believed(80)])).toEqual([]);
    expect(said([logs(3), believed(80)], ['drift'])).toEqual([]);
  });

  it('is not one where what was believed is a cause, or is no longer believed', () => {
    expect(said([logs(3), rules(80, 'blue-is-it', 'supported', [])])).toEqual([]);
    expect(said([logs(3), believed(80), rules(90, 'no-is-it', 'weakened', [])])).toEqual([]);
    expect(said([logs(3), rules(70, 'no-is-it', 'weakened', []), believed(80)])).toEqual([pauses]);
  });

  it('is shown by counts in logs, or by the curves of a dashboard', () => {
    const shown = (entry: Entry): unknown[] => said([entry, believed(80)]).map((row) => (row as unknown[])[3]);
    const restart = '“It is no-is-it” stood on the board as supported at 02:13:20. E1 holds a red herring: A restart.';
    expect(shown(logs(1, 'logs.replica-restart.count'))).toEqual([restart]);
    expect(shown({ tick: 66, action: board('saturation') })).toEqual([restart]);
    expect(shown({ tick: 66, action: board('versions') })).toEqual([restart]);
    expect(shown({ tick: 66, action: board('drift') })).toEqual(['“It is no-is-it” stood on the board as supported at 02:13:20. E1 holds a red herring: Weekends differ!']); // prettier-ignore
    expect(shown({ tick: 66, action: board('business') })).toEqual([]);
  });

  it('is also said of a claim of what is never the cause', () => {
    const claimed = (of: Parameters<typeof claim>[2], evidence: string[] = []): unknown[] =>
      rows(cause([logs(3), claim(80, evidence, of)], { redHerrings: ['pauses'] })).slice(5);
    expect(claimed({ enters: 'no-enters', missed: 'no-missed' })).toEqual([[0, 0, 80, '“It is no-enters” was claimed at 02:13:20. E1 holds a red herring: The collector always pauses.']]); // prettier-ignore
    expect(claimed({ missed: 'no-missed' })).toHaveLength(1);
    expect(claimed({ enters: 'unheard-of' })).toEqual([[0, 0, 80, '“unheard-of” was claimed at 02:13:20. E1 holds a red herring: The collector always pauses.']]); // prettier-ignore
    expect(claimed({ enters: 'blue-enters' })).toEqual([]);
    expect(claimed({ enters: 'no-enters' }, ['E2'])).toEqual([]);
  });
});
