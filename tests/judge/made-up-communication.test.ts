import { describe, expect, it } from 'vitest';
import type { MessageBlock } from '../../src/domain/action.ts';
import type { StakeholderLine } from '../../src/domain/observation.ts';
import { judgeCommunication } from '../../src/judge/communication.ts';
import { board, caseOf, cites, head, madeUp, points, RED, rows, type Entry, type Night } from './made-up.ts';

const FULL: readonly MessageBlock[] = ['impact', 'next-step', 'next-update'];
const tell = (
  tick: number,
  blocks: readonly MessageBlock[] = FULL,
  more: { option?: string; cause?: string; to?: string } = {},
): Entry => ({
  tick,
  action: { type: 'message', to: 'lead', blocks: [...blocks], ...more },
});
const asks = (tick: number, answerDueTick: number | null = tick + 18, options = [{ id: 'rules', text: '' }]): StakeholderLine => ({
  tick,
  from: 'lead',
  text: '',
  answerDueTick,
  options,
});
const said = (entries: readonly Entry[], night: Partial<Night> = {}) =>
  judgeCommunication(caseOf({ entries, trustAt: () => 90, ...night }));
const UPDATE = 0;
const MORE = 1;
const ANSWER = 2;
const TRUST = 3;
const REVIEW = 4;

describe('communication', () => {
  it('earns by a first update, by further ones, by answers, by trust, and by a blameless review', () => {
    const review: Entry = {
      tick: 320,
      action: { type: 'review', statements: { a: 'condition', b: 'condition', c: 'condition', d: 'person' } },
    };
    const part = said([tell(70), tell(100, [...FULL, 'options']), tell(150), review], { resolvedTick: 200, conversation: [asks(90)] });
    expect([part.id, part.title, part.got, part.max]).toEqual(['communication', 'Communication and blameless review', 8.3, 10]);
    expect(rows(part)).toEqual([
      [2, 2, 70, 'First full update at 02:11:40, 1 min 40 s after the page: impact, next step, next update.'],
      [2, 2, 150, '2 further full updates at least 5 minutes apart, the last at 02:25:00.'],
      [1, 2, 100, 'The question asked at 02:15:00 was answered at 02:16:40, without choosing an option.'],
      [1, 1, 200, 'Trust stood at 90 of 100 at 02:33:20.'],
      [2.3, 3, 320, '3 of 4 contributing factors were said as conditions, not persons.'],
    ]);
    expect(part.lines.map(({ figures }) => figures.map(({ metric }) => metric))).toEqual([
      ['clock', 'seconds since the page'],
      ['messages.further', 'updateGapMinutes', 'clock'],
      ['clock', 'clock'],
      ['stakeholder.trust', 'mostTrust', 'clock'],
      ['review.conditions', 'review.factors'],
    ]);
    expect(cites(part)).toEqual([
      ['g1-q23-communicate-timelines', 'g1-q23-communicate-risks'],
      ['g1-q23-communicate-timelines', 'g1-q23-communicate-risks'],
      ['g1-q23-offer-options', 'g1-q23-communicate-risks'],
      ['g1-q23-set-expectations'],
      ['g1-q10-blameless-postmortem', 'g1-q20-culture-blameless'],
    ]);
  });

  it('earns nothing by silence, which costs nothing either', () => {
    expect(rows(said([]))).toEqual([
      [0, 2, null, 'Nobody was told anything.'],
      [0, 2, null, 'So no further update counted.'],
      [0, 2, null, 'Nobody was kept informed.'],
      [0, 1, 600, 'Trust stood at 90 of 100 at 03:40:00, and nobody had been written to.'],
      [0, 3, null, 'No blameless review was held.'],
    ]);
  });

  it('takes only a message with impact, next step and next update for a full one, and none before the page', () => {
    for (const left of FULL) expect(rows(said([tell(70, FULL.filter((block) => block !== left))]))[UPDATE]).toEqual([0, 2, null, 'No message said impact, next step and time of the next update together.']); // prettier-ignore
    expect(points(said([tell(59)])).slice(0, 4)).toEqual([0, 0, 0, 0]);
    expect(rows(said([tell(60)]))[UPDATE]).toEqual([
      2,
      2,
      60,
      'First full update at 02:10:00, with the page: impact, next step, next update.',
    ]);
    expect([5, 200].map((tick) => points(said([tell(tick)], { pageTick: null }))[UPDATE])).toEqual([2, 2]);
  });

  it('pays the first update in full within ten minutes and half within twenty', () => {
    expect([120, 121, 180, 181].map((tick) => points(said([tell(tick)]))[UPDATE])).toEqual([2, 1, 1, 0]);
  });

  it('pays at most one update in five minutes, and two in all', () => {
    const further = (...ticks: number[]): unknown => points(said([tell(70), ...ticks.map((tick) => tell(tick))]))[MORE];
    expect([further(99), further(100), further(100, 129), further(100, 130), further(100, 130, 160), further(85, 99)]).toEqual([
      0, 1, 1, 2, 2, 0,
    ]);
    expect(rows(said([tell(70), tell(99)]))[MORE]).toEqual([0, 2, null, 'No further full update at least 5 minutes later.']);
    expect(rows(said([tell(70), tell(110)]))[MORE]).toEqual([
      1,
      2,
      110,
      '1 further full update at least 5 minutes apart, the last at 02:18:20.',
    ]);
    expect(points(said([tell(70), tell(110, ['known'])]))[MORE]).toBe(0);
  });
});

describe('questions', () => {
  const answered = (entries: readonly Entry[], ...conversation: StakeholderLine[]): unknown =>
    rows(said(entries, { conversation, resolvedTick: 130 }))[ANSWER];

  it('need not be asked of one who keeps others informed', () => {
    expect(answered([tell(70)])).toEqual([2, 2, 70, 'Kept informed, nobody had to ask.']);
    expect(answered([tell(70), tell(110)])).toEqual([2, 2, 110, 'Kept informed, nobody had to ask.']);
    expect(answered([tell(70)], asks(90, null), asks(91, 99, []))).toEqual([2, 2, 70, 'Kept informed, nobody had to ask.']); // those were no questions
  });

  it('are answered with an option for all, without one for half, too late for nothing', () => {
    expect(answered([tell(108, ['known'], { option: 'rules' })], asks(90))).toEqual([2, 2, 108, 'The question asked at 02:15:00 was answered at 02:18:00, with an option.']); // prettier-ignore
    expect(answered([tell(109, ['known'], { option: 'rules' })], asks(90))).toEqual([0, 2, 109, 'The question asked at 02:15:00 was answered at 02:18:10, too late, with an option.']); // prettier-ignore
    expect(answered([tell(95, ['options'])], asks(90))).toEqual([1, 2, 95, 'The question asked at 02:15:00 was answered at 02:15:50, without choosing an option.']); // prettier-ignore
    expect(answered([tell(95, ['known'])], asks(90))).toEqual([0, 2, null, 'The question asked at 02:15:00 got no answer.']);
  });

  it('are answered to whom they came from, and not before they were asked', () => {
    expect(head(answered([tell(95, ['options'], { to: 'other' })], asks(90)))).toEqual([0, 2, null]);
    expect(head(answered([tell(89, ['options'])], asks(90)))).toEqual([0, 2, null]);
    expect(head(answered([tell(90, ['options'])], asks(90)))).toEqual([1, 2, 90]);
  });

  it('are answered by the first word that answers them, whatever is said again later', () => {
    const [inTime, late] = [95, 109].map((tick) => tell(tick, ['known'], { option: 'rules' })) as [Entry, Entry];
    expect(answered([inTime, late], asks(90))).toEqual([2, 2, 95, 'The question asked at 02:15:00 was answered at 02:15:50, with an option.']); // prettier-ignore
    expect(answered([tell(95, ['options']), late], asks(90))).toEqual([1, 2, 95, 'The question asked at 02:15:00 was answered at 02:15:50, without choosing an option.']); // prettier-ignore
  });

  it('share the points between them', () => {
    expect(answered([tell(95, ['known'], { option: 'rules' })], asks(90), asks(100))).toEqual([1, 2, 95, 'The question asked at 02:15:00 was answered at 02:15:50, with an option; the question asked at 02:16:40 got no answer.']); // prettier-ignore
  });
});

describe('trust', () => {
  it('earns from 85 on, as it is rounded, for one who spoke', () => {
    const trusted = (value: number, entries: readonly Entry[] = [tell(70)]): unknown =>
      points(said(entries, { trustAt: () => value }))[TRUST];
    expect([trusted(84.5), trusted(84.4), trusted(100), trusted(100, [])]).toEqual([1, 0, 1, 0]);
  });

  it('is read where the incident was resolved', () => {
    const night: Partial<Night> = { trustAt: (tick) => (tick < 200 ? 90 : 10) };
    expect(rows(said([tell(70)], { ...night, resolvedTick: 199 }))[TRUST]).toEqual([1, 1, 199, 'Trust stood at 90 of 100 at 02:33:10.']);
    expect(rows(said([tell(70)], night))[TRUST]).toEqual([0, 1, 600, 'Trust stood at 10 of 100 at 03:40:00.']);
  });
});

describe('a cause that was told', () => {
  const costs = (entries: readonly Entry[]): unknown[] => rows(said(entries, { resolvedTick: 130 })).slice(5);
  const claim = (tick: number, cause: string): Entry => tell(tick, FULL, { cause });

  it('costs where nothing opened by then supports it', () => {
    expect(costs([claim(80, 'red-is-it')])).toEqual([[-2, 0, 80, 'A cause was told at 02:13:20 (It is red-is-it) that nothing opened by then supports.']]); // prettier-ignore
    expect(costs([RED, claim(69, 'red-is-it')])).toHaveLength(1);
    expect(costs([RED, claim(70, 'red-is-it'), claim(80, 'red-is-it')])).toEqual([]);
    expect(costs([RED, claim(80, 'blue-is-it')])).toHaveLength(1);
    expect(costs([RED, claim(80, 'nobody-is-it')])).toEqual([[-2, 0, 80, 'A cause was told at 02:13:20 (nobody-is-it) that nothing opened by then supports.']]); // prettier-ignore
  });

  it('may be another, as long as it was open and supported', () => {
    const warm: Entry = { tick: 64, action: board('saturation'), shows: { cpu: 0.9 } };
    expect(costs([warm, claim(80, 'blue-is-it')])).toEqual([]);
    expect(costs([warm, claim(80, 'green-is-it')])).toHaveLength(1);
    expect(costs([warm, RED, claim(80, 'blue-is-it')])).toHaveLength(1); // supported once, and excluded since
  });
});

describe('silence', () => {
  const costs = (entries: readonly Entry[], night: Partial<Night> = {}): unknown[] => rows(said(entries, night)).slice(5);

  it('of more than twenty minutes costs each time, up to the end of the player’s part', () => {
    expect(costs([tell(180)], { resolvedTick: 300 })).toEqual([]);
    expect(costs([tell(181)], { resolvedTick: 301 })).toEqual([[-1, 0, 181, 'No word for 20 min until 02:30:10.']]);
    expect(costs([tell(180)], { resolvedTick: 301 })).toEqual([[-1, 0, 301, 'No word for 20 min until 02:50:10.']]);
    expect(costs([tell(100), tell(400, ['known'])])).toEqual([
      [-1, 0, 400, 'No word for 50 min until 03:06:40.'],
      [-1, 0, 600, 'No word for 33 min until 03:40:00.'],
    ]);
    expect(costs([tell(100), tell(400)], { resolvedTick: 150 })).toEqual([]); // what is said afterwards has no part in it
  });

  it('costs nothing where nothing paged, or nobody spoke', () => {
    expect(costs([tell(100)], { pageTick: null })).toEqual([]);
    expect(costs([])).toEqual([]);
  });
});

describe('the review', () => {
  it('is the first that was held', () => {
    const review = (tick: number, side: 'person' | 'condition'): Entry => ({
      tick,
      action: { type: 'review', statements: { a: side, b: side, c: side, d: side } },
    });
    expect(points(said([review(300, 'person'), review(310, 'condition')]))[REVIEW]).toBe(0);
    expect(points(said([review(300, 'condition'), review(310, 'person')]))[REVIEW]).toBe(3);
    const again = said([review(300, 'person'), review(310, 'condition'), review(320, 'condition')]);
    expect(rows(again)[REVIEW + 1]).toEqual([0, 0, 310, 'Another review was added after that; only the first one counts.']);
    expect([cites(again)[REVIEW + 1], again.lines.length]).toEqual([cites(again)[REVIEW], REVIEW + 2]);
    expect(points(said([{ ...review(300, 'condition'), refused: true }]))[REVIEW]).toBe(0);
    expect(points(said([{ tick: 300, action: { type: 'review', statements: { a: 'condition' } } }]))[REVIEW]).toBe(0.8);
  });

  it('earns nothing where there is nothing to review', () => {
    const entries: Entry[] = [{ tick: 300, action: { type: 'review', statements: {} } }];
    const part = judgeCommunication(
      caseOf(
        { entries },
        madeUp((truth) => truth, { review: [] }),
      ),
    );
    expect(rows(part)[REVIEW]).toEqual([0, 3, 300, '0 of 0 contributing factors were said as conditions, not persons.']);
  });
});
