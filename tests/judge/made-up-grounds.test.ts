import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { judgeCause } from '../../src/judge/cause.ts';
import { openCase } from '../../src/judge/case-file.ts';
import { judgeEvidence } from '../../src/judge/evidence-first.ts';
import { judgeFix } from '../../src/judge/fix.ts';
import { judgeMitigation } from '../../src/judge/mitigation.ts';
import type { ScorePart } from '../../src/judge/score-card.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import type { Recommended, RedHerring } from '../../src/scenario/truth.ts';
import { board, CACHED, caseOf, cites, madeUp, points, quiet, REBALANCE, RED, recommending, rows, traceOf, type Entry, type Night } from './made-up.ts'; // prettier-ignore

const at = (tick: number, action: Action, more: Partial<Entry> = {}): Entry => ({ tick, action, ...more });
const verify = (tick: number, effectTick = tick + 6): Entry => at(tick, { type: 'verify', metric: 'slow' }, { effectTick });
const alone = (tick: number, named: string[]): Entry => at(tick, { type: 'leave-alone', evidence: named });
const BAD = at(62, board('business'), { shows: { eur: 50 } });
const well: Night = {
  slow: (tick) => (tick < 60 || tick >= 90 ? 100 : 400),
  impactAt: (tick) => 10 * Math.max(0, Math.min(tick, 90) - 60),
};
const step = (...any: Recommended['fix'][number]['any']): Recommended['fix'][number] => ({ any, needs: [], when: [], after: [], withinSeconds: null, says: '', cites: [] }); // prettier-ignore
const text = (part: ScorePart, line: number): unknown => (rows(part)[line] as unknown[])[3];

describe('a step that can be taken in several ways', () => {
  const either = madeUp((truth) =>
    recommending('red', {
      withoutCause: [step({ type: 'rollback' }, { type: 'restart' })],
      mitigate: [step({ type: 'shed' }, { type: 'serve-cached', on: true })],
      fix: [step({ type: 'add-fallback' }), step({ type: 'retrain' }, { type: 'rebalance-partition' })],
    })(truth),
  );
  const of = (judge: (file: ReturnType<typeof caseOf>) => ScorePart, ...entries: Entry[]): number[] =>
    points(judge(caseOf({ ...well, entries }, either)));
  const fix = (file: ReturnType<typeof caseOf>): ScorePart => judgeFix(file, null);

  it.each<Action>([{ type: 'shed', share: 0.3 }, CACHED])('is taken by any of them, to mitigate: %j', (action) => {
    expect(of(judgeMitigation, RED, at(80, action))).toEqual([7, 5, 5, 0]);
    expect(of(judgeEvidence, RED, at(80, action)).slice(0, 2)).toEqual([8, 8]);
  });

  it.each<Action>([{ type: 'retrain' }, REBALANCE])('is taken by any of them, for good: %j', (action) => {
    expect(of(fix, RED, at(80, action))).toEqual([4, 3, 0]);
    expect(of(judgeMitigation, RED, at(80, action))).toEqual([5.6, 5, 5, 0]);
  });

  it.each<Action>([{ type: 'rollback' }, { type: 'restart' }])('is taken by any of them, as the way out: %j', (action) => {
    expect(of(judgeMitigation, BAD, at(80, action, { rate: 100 }))).toEqual([3, 0, 0, 0]);
  });
});

describe('a step that comes after another change', () => {
  const after = madeUp(recommending('red', { mitigate: [{ ...step({ type: 'serve-cached', on: true }), after: [{ type: 'rollback' }, { type: 'restart' }] }] })); // prettier-ignore
  const stopped = (...before: Action[]): number =>
    points(judgeMitigation(caseOf({ ...well, entries: [RED, ...before.map((action) => at(72, action)), at(80, CACHED)] }, after)))[0]!;

  it('counts once any of those was made', () => {
    expect([stopped(), stopped({ type: 'restart' }), stopped({ type: 'rollback' }), stopped({ type: 'rerun-job' })]).toEqual([0, 7, 7, 0]);
    expect(stopped({ type: 'rerun-job' }, { type: 'restart' })).toBe(7);
  });
});

describe('one change that is all that is recommended', () => {
  const both = (...fix: Recommended['fix']) => madeUp(recommending('red', { mitigate: [step({ type: 'shed' }), step({ type: 'serve-cached', on: true })], fix })); // prettier-ignore
  const earned = (scenario: ReturnType<typeof both>): number[] => points(judgeEvidence(caseOf({ ...well, entries: [RED, at(80, CACHED)] }, scenario))); // prettier-ignore

  it('earns as much as two', () => {
    expect(earned(both(step({ type: 'serve-cached', on: true })))).toEqual([8, 12]);
    expect(earned(both(step({ type: 'serve-cached', on: true }), step({ type: 'retrain' })))).toEqual([8, 8, 0]);
  });
});

describe('what stops the harm', () => {
  const mitigation = (entries: readonly Entry[], night: Partial<Night> = {}, scenario = madeUp()) =>
    judgeMitigation(caseOf({ ...well, entries, ...night }, scenario));

  it('earns nothing where it was made on no evidence, however well it worked', () => {
    expect(points(mitigation([at(80, CACHED)]))).toEqual([0, 0, 0, 0]);
    expect(points(mitigation([at(80, REBALANCE)]))).toEqual([0, 0, 0, 0]);
  });

  it('may take longer on a system whose ticks are longer than a minute', () => {
    const shed = at(0, { type: 'shed', share: 0.5 });
    const timely = (ticks: number): unknown => {
      const night: Night = { slow: (tick) => (tick < 60 || tick >= 64 + ticks ? 100 : 400), impactAt: (tick) => 10 * Math.max(0, Math.min(tick, 64 + ticks) - 60) }; // prettier-ignore
      return points(mitigation([RED, BAD, { ...shed, tick: 60 + ticks }], night, madeUp((truth) => truth, { tickSeconds: 120 })))[2]; // prettier-ignore
    };
    expect([timely(15), timely(30), timely(45)]).toEqual([5, 3, 1]); // a quarter of an hour, in ticks of two minutes
  });

  it('is not verified where there was none on evidence, however bad it had been from the start', () => {
    const slow = (tick: number): number => (tick < 90 ? 400 : 100);
    expect(points(mitigation([BAD, at(80, { type: 'rollback' }), verify(100)], { slow }))).toEqual([3, 0, 0, 0]);
    expect(points(mitigation([RED, at(80, CACHED), verify(100)], { slow }))[3]).toBe(3);
  });

  it('is the apter one of two that worked', () => {
    expect((rows(mitigation([RED, at(72, CACHED), at(80, REBALANCE)]))[0] as unknown[]).slice(0, 3)).toEqual([7, 7, 72]);
    expect((rows(mitigation([RED, at(72, REBALANCE), at(80, CACHED)]))[0] as unknown[]).slice(0, 3)).toEqual([7, 7, 80]);
  });

  it('loses by wrong changes as much as it had earned, and to the end where it did not work', () => {
    expect(points(mitigation([RED, at(80, REBALANCE), at(84, { type: 'scale', replicas: 9 })]))[3]).toBe(-5.9); // 15.6 (1 − 1/1.6)
    const never = { slow: (tick: number): number => (tick < 60 ? 100 : 400) };
    expect(points(mitigation([RED, at(80, CACHED), at(590, { type: 'scale', replicas: 9 })], never))[3]).toBe(-2.6); // 7 (1 − 1/1.6)
  });

  it('says of the last that was watched in vain that it showed nothing', () => {
    const cpu = (tick: number): Entry => at(tick, { type: 'verify', metric: 'cpu' });
    expect(rows(mitigation([RED, at(80, CACHED), cpu(100), cpu(120)]))[3]).toEqual([0, 3, 120, 'Verifying at 02:20:00 did not show a recovery after an apt mitigation: CPU 40 % at 02:20:00.']); // prettier-ignore
  });

  it('is verified before the incident is closed, or not at all', () => {
    const verified = (resolvedTick: number): unknown => points(mitigation([RED, at(80, CACHED), verify(100)], { resolvedTick }))[3];
    expect([verified(106), verified(105)]).toEqual([3, 0]);
  });

  it('is in time where nothing paged', () => {
    expect(points(mitigation([RED, at(80, CACHED)], { pageTick: null })).slice(0, 3)).toEqual([7, 5, 5]);
  });

  it('rests on what is said of mitigations in general where none is recommended', () => {
    const part = mitigation([], {}, madeUp(recommending('red', { mitigate: [] })));
    expect(cites(part)[0]).toEqual(['g1-q10-immediate-vs-longer', 'g1-q04-response-by-root-cause']);
  });
});

describe('leaving it alone', () => {
  const left = (entries: readonly Entry[], night: Partial<Night> = {}) =>
    judgeMitigation(caseOf({ ...well, entries, ...night }, madeUp(quiet)));

  it('is told to have come late where that cost something', () => {
    expect(text(left([RED, alone(240, ['E1'])]), 0)).toBe('Leaving it alone at 02:40:00 was right, and the evidence named says why. It came late, 30 min after the page.'); // prettier-ignore
    expect(text(left([RED, alone(150, ['E1'])]), 0)).toBe('Leaving it alone at 02:25:00 was right, and the evidence named says why.');
  });

  it('goes on watching: a metric named from then on, and answered before the incident is closed', () => {
    const watched = (entry: Entry, resolvedTick: number | null = null): unknown =>
      points(left([RED, alone(80, ['E1']), entry], { resolvedTick })).at(-1);
    expect([watched(verify(80)), watched(verify(79)), watched(verify(590, 600)), watched(verify(599, 605))]).toEqual([3, 0, 3, 0]);
    expect([watched(verify(90), 96), watched(verify(90), 95)]).toEqual([3, 0]);
  });

  it('is the last word that was said on it', () => {
    expect(points(left([RED, alone(80, ['E1']), alone(90, [])]))).toEqual([0, 0]);
    const part = left([RED, alone(80, []), alone(90, ['E1'])]);
    expect([part.id, points(part)]).toEqual(['mitigation', [17, 0]]);
  });

  it('would have been told by what was opened only after the end', () => {
    const late = [{ ...RED, tick: 90 }];
    expect(text(left(late, { resolvedTick: 80 }), 0)).toBe('That nothing should be changed was never said. A slow trace was opened only afterwards.'); // prettier-ignore
    expect(text(judgeEvidence(caseOf({ entries: late, resolvedTick: 80 }, madeUp(quiet))), 1)).toBe('That the system was right to leave alone was never said. A slow trace was opened only afterwards.'); // prettier-ignore
  });
});

describe('what was opened in time', () => {
  it('is not missed, in a run that was never closed', () => {
    const file = caseOf({ ...well, entries: [RED, at(92, board('saturation'), { shows: { cpu: 0.9 } })] });
    expect([
      text(judgeEvidence(file), 1),
      text(judgeFix(file, null), 0),
      text(judgeCause(file), 1),
      text(judgeMitigation(file), 0),
    ]).toEqual([
      'No change was made that evidence seen before it supports.',
      'The cause itself was not removed on evidence.',
      'No evidence was named for a cause.',
      'No mitigation for this cause was made on evidence.',
    ]);
    const calm = caseOf({ ...well, entries: [RED] }, madeUp(quiet));
    expect([text(judgeEvidence(calm), 1), text(judgeMitigation(calm), 0)]).toEqual([
      'That the system was right to leave alone was never said.',
      'That nothing should be changed was never said.',
    ]);
    expect([judgeMitigation(file).id, judgeMitigation(calm).id, judgeFix(file, null).id, judgeFix(calm, null).id]).toEqual(['mitigation', 'mitigation', 'fix', 'fix']); // prettier-ignore
  });
});

describe('a run that was closed too early', () => {
  it('is told what it opened only afterwards, whichever part asks for it', () => {
    const file = caseOf({ ...well, entries: [{ ...RED, tick: 90 }, at(92, board('saturation'), { shows: { cpu: 0.9 } })], resolvedTick: 80 }); // prettier-ignore
    const afterwards = /A slow trace( and the saturation dashboard were|) .*opened only afterwards\.$/;
    expect(text(judgeEvidence(file), 1)).toMatch(/ A slow trace and the saturation dashboard were opened only afterwards\.$/);
    expect(text(judgeFix(file, null), 0)).toMatch(afterwards);
    expect(text(judgeCause(file), 1)).toMatch(afterwards);
    expect(text(judgeMitigation(file), 0)).toMatch(/ A slow trace was opened only afterwards\.$/);
  });
});

describe('of several, the first', () => {
  const ticks = (part: ScorePart): unknown[] => rows(part).map((row) => (row as unknown[])[2]);

  it('lasting fix is the fix, and metric watched the one that is told', () => {
    const fixes = caseOf({ ...well, entries: [RED, at(80, REBALANCE), at(120, { type: 'retrain' })] });
    expect(rows(judgeFix(fixes, null)).slice(0, 2).map((row) => (row as unknown[]).slice(0, 3))).toEqual([[5, 5, 80], [3, 3, 83]]); // prettier-ignore
    const watching = caseOf({ ...well, entries: [RED, alone(80, ['E1']), verify(90), verify(120)] }, madeUp(quiet));
    expect(ticks(judgeMitigation(watching))).toEqual([80, 96]);
    const verified = caseOf({ ...well, entries: [RED, at(80, CACHED), verify(100), verify(120)] });
    expect(ticks(judgeMitigation(verified)).at(-1)).toBe(106);
  });

  it('way out is the one that counts', () => {
    const twice = caseOf({ ...well, entries: [BAD, at(80, { type: 'rollback' }), at(90, { type: 'rollback' })] });
    expect([ticks(judgeMitigation(twice))[0], ticks(judgeEvidence(twice))[1]]).toEqual([80, 80]);
  });

  it('reading that shows it is the one that is named', () => {
    const twice = [RED, { ...RED, tick: 70 }, at(80, CACHED), at(90, REBALANCE)];
    const part = judgeEvidence(caseOf({ ...well, entries: twice }));
    expect([text(part, 1), text(part, 2)].map((said) => /E\d/.exec(String(said))![0])).toEqual(['E1', 'E1']);
  });
});

describe('a red herring in the change history', () => {
  const note: RedHerring = { id: 'a-note', kind: 'note', chance: 1, says: 'It was planned.', shows: { tick: 1, kind: 'model-deploy', station: 'till', text: 'A release' } }; // prettier-ignore
  const scenario = madeUp((truth) => ({ ...truth, redHerrings: [note] }));
  const believed = (tick: number, cause = 'no-is-it'): Entry => at(tick, { type: 'hypothesis', cause, confidence: 5, status: 'supported', evidence: [] }); // prettier-ignore
  const claim = (tick: number, changed: string): Entry => at(tick, { type: 'claim-cause', changed, enters: 'red-enters', missed: 'red-missed', confidence: 80, evidence: [] }); // prettier-ignore
  type Change = Extract<Evidence['body'], { kind: 'changes' }>['entries'][number];
  const said = (shown: Partial<Change> | null, entries: readonly Entry[]): unknown[] => {
    const trace = traceOf({ entries: [at(60, { type: 'look-changes' }), ...entries], redHerrings: ['a-note'] });
    const history: Change[] = shown === null ? [] : [{ ...note.shows!, ...shown } as Change];
    const evidence = trace.evidence.map((one): Evidence => ({ ...one, body: { kind: 'changes', entries: history } }));
    return rows(judgeCause(openCase(scenario, { ...trace, evidence })))
      .map((row) => (row as unknown[])[3])
      .filter((line) => String(line).includes('red herring'));
  };

  it('is shown by the very entry, and by none that only resembles it', () => {
    const line = '“It is no-is-it” stood on the board as supported at 02:13:20. E1 holds a red herring: It was planned.';
    expect(said({}, [believed(80)])).toEqual([line]);
    expect([said({ text: 'Another release' }, [believed(80)]), said({ kind: 'config' }, [believed(80)]), said(null, [believed(80)])]).toEqual([[], [], []]); // prettier-ignore
  });

  it('is told of the last claim alone', () => {
    expect(said({}, [claim(80, 'no-changed'), claim(90, 'red-changed')])).toEqual([]);
    expect(said({}, [claim(80, 'red-changed'), claim(90, 'no-changed')])).toHaveLength(1);
  });
});
