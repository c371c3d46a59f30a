import { beforeAll, describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import type { RunFacts, VerdictFacts } from '../../src/game/debrief-facts.ts';
import { beliefLanes } from '../../src/game/debrief-lanes.ts';
import { questionsOf } from '../../src/game/debrief-questions.ts';
import { factSentence, usedFacts, type StoryRoom } from '../../src/game/story-room.ts';
import { emptyDraft, withText } from '../../src/game/story-draft.ts';
import { scoreWords } from '../../src/game/words/score.ts';
import { factsOf } from '../../src/game/inspect-facts.ts';
import { hintFor } from '../../src/game/guide/hints.ts';
import { sceneOf } from '../../src/game/guide/scene.ts';
import { analyst, factsOfNight, playNight, SPIKE_NIGHT } from './debrief-night.ts';
import { newShift } from './guide/watched.ts';

/** A night in which a colleague opened what tells the cause, and the player two other things. */
const SHARED: readonly (readonly [number, Action])[] = [
  [22, { type: 'acknowledge' }],
  [23, { type: 'escalate', to: 'feature-platform' }],
  [30, { type: 'look-dashboard', dashboard: 'business' }],
  [100, { type: 'look-changes' }],
  [640, { type: 'ask-colleague', who: 'feature-platform', look: { type: 'look-dashboard', dashboard: 'feature-store' } }],
  [780, { type: 'hypothesis', cause: 'hot-partition', confidence: 80, status: 'supported', evidence: ['E1', 'E3'] }],
  [
    790,
    {
      type: 'claim-cause',
      changed: 'hot-keys',
      enters: 'feature-read',
      missed: 'store-by-average',
      confidence: 85,
      evidence: ['E2', 'E3'],
    },
  ],
  [800, { type: 'serve-cached', on: true, expect: 'lower' }],
  [1500, { type: 'resolve' }],
];

describe('after a night in which a colleague looked', () => {
  let run: RunFacts;
  let verdict: VerdictFacts;
  let room: StoryRoom;

  beforeAll(async () => {
    const payload = playNight('feature-store', SHARED);
    const ask = analyst();
    run = await factsOfNight(ask, payload);
    verdict = await ask('verdict', { payload });
    room = await ask('story', { payload });
  });

  it('the evidence of the debrief says whose look it was, where it was not one’s own', () => {
    expect(run.evidence.map(({ title, by }) => [title, by])).toEqual([
      ['Business', null],
      ['Change history', null],
      ['Feature store, by the feature platform', 'Feature platform on call'],
    ]);
  });

  it('a moment and a lane name it beside what they rest on', () => {
    const belief = run.moments.find(({ kind }) => kind === 'belief');
    expect(belief?.detail).toContain('Business, Feature store (by the feature platform)');
    const marks = beliefLanes(run, null).flatMap((lane) => lane.marks.map(({ says }) => says));
    expect(marks.every((says) => / % sure: .+, read by the feature platform$/.test(says))).toBe(true);
  });

  it('a verdict names it in its words, and so does the question about the change', () => {
    const texts = verdict.parts.flatMap(({ lines }) => lines.map(({ text }) => text));
    expect(texts.some((text) => /supported by what was seen: Feature store \(by the feature platform\) showed /.test(text))).toBe(true);
    expect(texts.some((text) => /\(Business\)/.test(text))).toBe(true);
    const [first] = questionsOf(run).questions;
    expect(first.choices.some(({ text }) => text.startsWith('Feature store, by the feature platform'))).toBe(true);
  });

  it('the facts of the story name it', () => {
    const tell = room.facts.find(({ kind, text }) => kind === 'tell' && text.startsWith('Feature fetch p95'));
    expect(tell?.text).toMatch(/ \(normal \d+ ms\), read by the feature platform$/);
  });
});

describe('on a night in which a colleague looked', () => {
  const session = newShift(SPIKE_NIGHT, '5', 'feature-store');
  while (session.state().mode !== 'live') session.frame(100);
  for (const [, action] of SHARED.filter(([, { type }]) => ['acknowledge', 'escalate', 'ask-colleague'].includes(type))) {
    session.dispatch(action);
    session.run.advance(session.run.tick + 620); // a colleague needs ten minutes to come
  }
  session.setSpeed(4); // tells of the new moment

  it('each of two facts that are set against each other says whose look it is of', () => {
    const { evidence } = session.state().observation;
    expect(evidence.map(({ by }) => by)).toEqual(['feature-platform']);
    const facts = evidence.flatMap((each) => factsOf(each, session.brief.system.colleagues));
    expect(new Set(facts.map(({ from }) => from))).toEqual(new Set(['Feature store, by the feature platform']));
  });

  it('the last hint says of the figures that it rests on whose look they are of', () => {
    const said: string[] = [];
    for (let step = 0; step < 12; step += 1) {
      const scene = sceneOf(session);
      said.push(hintFor(4, scene).says);
      const { decision } = scene.advice;
      if ('act' in decision) session.dispatch(decision.act);
      session.run.advance(Math.max(session.run.busyUntil(), session.run.tick + 30));
      session.setSpeed(step % 2 === 0 ? 1 : 4);
    }
    expect(said.some((says) => /\bE1 \(by the feature platform\): /.test(says))).toBe(true);
    expect(said.filter((says) => /\bE1\b(?! \(by the feature platform\))/.test(says))).toEqual([]);
  });
});

it('a verdict of a drill of days tells its time itself', () => {
  const texts = ['Page acknowledged on day 91 at 09:00, with the page.', 'Resolved at 02:30:00.', 'No blameless review was held.'];
  expect(texts.map(scoreWords.tellsTime)).toEqual([true, true, false]);
});

it('a fact of a drill of days goes into a story as a sentence with its day, and is known again in it', () => {
  const fact = {
    id: 'page-1',
    tick: 1,
    kind: 'page',
    clock: 'day 91, 09:00',
    timed: true,
    text: 'Paged: bad outcomes 4.2 %',
    value: '4.2 %',
  };
  expect(factSentence(fact)).toBe('On day 91 at 09:00, paged: bad outcomes 4.2 %');
  expect(factSentence({ ...fact, clock: '02:10' })).toBe('At 02:10, paged: bad outcomes 4.2 %');
  for (const text of ['On day 91 at 09:00 it was 4.2 %.', 'Day 4: on day 91, 09:00, it was 4.2 %.'])
    expect(usedFacts(withText(emptyDraft, 'context', text), [fact]).size).toBe(1);
  expect(usedFacts(withText(emptyDraft, 'context', 'On day 92 at 09:00 it was 4.2 %.'), [fact]).size).toBe(0);
});
