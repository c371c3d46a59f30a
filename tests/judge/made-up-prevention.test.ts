import { describe, expect, it } from 'vitest';
import { judgePrevention } from '../../src/judge/prevention-score.ts';
import { pickedPreventions, provePreventions, type ProvenItem, type ProvenPreventions } from '../../src/judge/prevention.ts';
import { caseOf, cites, madeUp, quiet, rows, traceOf, type Entry } from './made-up.ts';

const pick = (tick: number, ...items: string[]): Entry => ({ tick, action: { type: 'pick-preventions', items } });
const item = (id: string, effort: number, helps: boolean, afterEur: number, alert: number | null = 60): ProvenItem => ({
  id,
  title: `A ${id}`,
  effort,
  helps,
  items: [id],
  impactBeforeEur: 1000,
  impactAfterEur: afterEur,
  firstAlertBefore: 60,
  firstAlertAfter: alert,
});
const all = (afterEur: number, items: readonly ProvenItem[], beforeEur = 1000): ProvenPreventions => ({
  all: {
    items: items.map(({ id }) => id),
    impactBeforeEur: beforeEur,
    impactAfterEur: afterEur,
    firstAlertBefore: 60,
    firstAlertAfter: 60,
  },
  items,
});
const judged = (proven: ProvenPreventions | null, entries: Entry[] = [pick(300, 'gate', 'alert')], scenario = madeUp()) =>
  judgePrevention(caseOf({ entries }, scenario), proven);

describe('prevention', () => {
  it('earns by what the same night costs with what was picked, less the effort on what does nothing', () => {
    const part = judged(all(700, [item('gate', 3, true, 700), item('alert', 2, false, 1000, 50)]));
    expect([part.id, part.title, part.got, part.max]).toEqual(['prevention', 'Prevention, proved by a re-run', 6, 10]);
    expect(rows(part)).toEqual([
      [10, 10, 300, 'Together, the same incident costs €700, not €1,000: 30 % less.'],
      [0, 0, 300, 'A gate: the same incident with it costs €700, not €1,000.'],
      [-4, 0, 300, 'A alert: the same incident with it costs €1,000, not €1,000; first alert at 02:08:20, not 02:10:00. 2 of 5 effort points saved too little.'],
    ]); // prettier-ignore
    expect(cites(part)).toEqual([['gates'], ['gates'], ['alerts']]);
    expect(part.lines[0]!.figures.map(({ metric, value, source, tick }) => [metric, value, source, tick])).toEqual([
      ['impact_eur{gate,alert}', 700, 'rerun', 600],
      ['impact_eur', 1000, 'impact', 600],
      ['saved_share{gate,alert}', 0.3, 'rerun', 600],
    ]);
    expect(part.lines[2]!.figures.slice(-2).map(({ metric, value, tick }) => [metric, value, tick])).toEqual([['effort_points{alert}', 2, 300], ['effort_points{gate,alert}', 5, 300]]); // prettier-ignore
    const unpicked = judged(all(700, [item('gate', 3, false, 700)]), []); // where no pick is to be found
    expect([unpicked.lines.map(({ tick }) => tick), unpicked.lines[1]!.figures.at(-1)!.tick]).toEqual([[null, null], 600]);
  });

  it('pays in full from a quarter saved on, and in a straight line below that', () => {
    const got = (afterEur: number): number => judged(all(afterEur, [item('gate', 3, true, afterEur)])).got;
    expect([got(0), got(750), got(751), got(875), got(1000), got(1200)]).toEqual([10, 10, 10, 5, 0, 0]);
  });

  it('says of what changes nothing that it changes nothing, not that it saves a share of none', () => {
    const same = judged(all(1000, [item('gate', 3, false, 1000)]));
    expect(rows(same)[0]).toEqual([0, 10, 300, 'Together they change nothing: the same incident costs €1,000, not €1,000.']);
  });

  it('says where the night got worse, or nothing paged', () => {
    const worse = judged(all(1300, [item('gate', 3, false, 1300, null)]));
    expect(rows(worse)).toEqual([
      [0, 10, 300, 'Together, the same incident costs €1,300, not €1,000: 30 % more.'],
      [-0, 0, 300, 'A gate: the same incident with it costs €1,300, not €1,000; nothing pages. 3 of 3 effort points made it worse.'],
    ]);
    expect(worse.lines[0]!.figures[2]!.metric).toBe('added_share{gate}');
    expect(cites(worse)[0]).toEqual(['g1-q10-prevent-recurrence']);
    const never = { ...item('gate', 3, true, 900), firstAlertBefore: null };
    expect([null, 60].map((firstAlertAfter) => rows(judged(all(900, [{ ...never, firstAlertAfter }])))[1])).toEqual([
      [0, 0, 300, 'A gate: the same incident with it costs €900, not €1,000.'],
      [0, 0, 300, 'A gate: the same incident with it costs €900, not €1,000.'],
    ]);
    expect(judged(all(5, [item('gate', 3, false, 5)], 0)).lines[0]!.figures[2]!.metric).toBe('saved_share{gate}'); // of nothing, nothing is saved
    expect(rows(judged(all(5, [item('gate', 3, false, 5)], 0)))[0]).toEqual([
      0,
      10,
      300,
      'Together, the same incident costs €5, not €0: 0 % less.',
    ]);
  });

  it('is earned by whatever helps where leaving it alone is right', () => {
    expect(judged(all(1000, [item('gate', 3, true, 1000)]), undefined, madeUp(quiet)).got).toBe(10);
    expect(judged(all(1000, [item('gate', 3, false, 1000)]), undefined, madeUp(quiet)).got).toBe(0);
    expect(judged(all(1000, [item('gate', 3, false, 1), item('alert', 2, true, 1)]), undefined, madeUp(quiet)).got).toBe(4);
  });

  it('earns nothing where nothing was picked, or more than there is effort for', () => {
    expect(rows(judged(null, []))).toEqual([[0, 10, null, 'Nothing was picked to prevent it.']]);
    expect(rows(judged(null, [pick(300, 'gate', 'budget')]))).toEqual([
      [0, 10, 300, 'The items picked take 11 effort points; there are 10.'],
    ]);
  });

  it('says of a pick after the first that it does not count', () => {
    const again = 'Items were picked again after that; only the first pick counts.';
    const twice = [pick(300, 'gate'), pick(310, 'alert'), pick(320, 'budget')];
    expect(rows(judged(null, twice)).slice(1)).toEqual([[0, 0, 310, again]]);
    const part = judged(all(700, [item('gate', 3, true, 700)]), twice);
    expect([part.got, rows(part).slice(2)]).toEqual([10, [[0, 0, 310, again]]]);
    expect(cites(part)[2]).toEqual(['g1-q10-prevent-recurrence']);
  });
});

describe('what was picked', () => {
  const picked = (...entries: Entry[]): string[] => pickedPreventions(madeUp(), traceOf({ entries })).map(({ id }) => id);

  it('is the first pick that was taken, in the order of the scenario', () => {
    expect(picked()).toEqual([]);
    expect(picked(pick(300, 'alert', 'gate'))).toEqual(['gate', 'alert']);
    expect(picked({ ...pick(290, 'budget'), refused: true }, pick(300, 'alert'), pick(310, 'gate'))).toEqual(['alert']);
    expect(picked(pick(300), pick(310, 'alert'))).toEqual([]);
  });

  it('is proved only where there is effort for it', () => {
    const proof = (...items: string[]) => provePreventions(madeUp(), traceOf({ entries: [pick(300, ...items)] }));
    expect([proof(), proof('gate', 'budget')]).toEqual([null, null]);
    expect(proof('alert', 'budget')?.items.map(({ id, effort, helps, impactAfterEur }) => [id, effort, helps, impactAfterEur])).toEqual([['alert', 2, false, 0], ['budget', 8, false, 0]]); // prettier-ignore
  });
});
