import { describe, expect, it } from 'vitest';
import {
  DEBRIEF_STEPS,
  debriefNext,
  emptyDebrief,
  mayShowVerdict,
  missingFor,
  restoreDebrief,
  tagsLeft,
  type DebriefEvent,
  type DebriefState,
} from '../../src/game/debrief-state.ts';

const played = (...events: DebriefEvent[]): DebriefState => events.reduce(debriefNext, emptyDebrief);
const moments = new Set(['m1', 'm2', 'm3', 'm4', 'page', 'end']);
const ownView: DebriefEvent[] = [
  { type: 'tag', moment: 'm1', tag: 'good' },
  { type: 'go', step: 'questions' },
];
const answered: DebriefEvent[] = [
  ...ownView,
  { type: 'answer', question: 0, answer: { choice: 'E1' } },
  { type: 'answer', question: 1, answer: { words: 'I saw the pool wait' } },
];

describe('the order of the debrief', () => {
  it('shows no verdict before a moment is tagged and both questions are answered, whatever is asked for', () => {
    const attempts: DebriefEvent[][] = [
      [],
      DEBRIEF_STEPS.map((step) => ({ type: 'go', step })),
      ownView,
      [...ownView, { type: 'go', step: 'score' }],
      [
        ...ownView,
        { type: 'answer', question: 0, answer: { choice: 'E1' } },
        { type: 'go', step: 'score' },
        { type: 'go', step: 'take-away' },
      ],
    ];
    for (const events of attempts) expect(mayShowVerdict(played(...events))).toBe(false);
    expect(mayShowVerdict(played(...answered))).toBe(false);
    expect(mayShowVerdict(played(...answered, { type: 'go', step: 'score' }))).toBe(true);
  });

  it('says in a sentence what is still missing', () => {
    expect(missingFor(emptyDebrief, 'questions')).toMatch(/Tag at least one moment/);
    expect(missingFor(played(...ownView), 'score')).toMatch(/Answer both questions/);
    expect(missingFor(played(...answered), 'score')).toBeNull();
  });

  it('goes back freely and never jumps more than one step ahead of the furthest', () => {
    const scored = played(...answered, { type: 'go', step: 'score' });
    expect(debriefNext(scored, { type: 'go', step: 'view' })).toMatchObject({ step: 'view', reached: 2 });
    expect(debriefNext(scored, { type: 'go', step: 'take-away' })).toBe(scored);
  });

  it('takes three good and three hard moments at the most, and lets each be taken back', () => {
    const full = played(...['m1', 'm2', 'm3'].map((moment): DebriefEvent => ({ type: 'tag', moment, tag: 'good' })));
    expect(tagsLeft(full, 'good')).toBe(0);
    expect(debriefNext(full, { type: 'tag', moment: 'm4', tag: 'good' })).toBe(full);
    expect(debriefNext(full, { type: 'tag', moment: 'm4', tag: 'hard' }).tags['m4']).toBe('hard');
    expect(debriefNext(full, { type: 'tag', moment: 'm2', tag: 'good' }).tags).toEqual({ m1: 'good', m3: 'good' });
    expect(debriefNext(full, { type: 'tag', moment: 'm2', tag: 'hard' }).tags['m2']).toBe('hard');
  });
});

describe('a kept debrief', () => {
  it('comes back as it was', () => {
    const state = played(
      ...answered,
      { type: 'go', step: 'score' },
      { type: 'go', step: 'prevention' },
      { type: 'picks', picks: ['circuit-breaker'] },
      { type: 'feel', feeling: 'rushed' },
      { type: 'review', pair: 'p1', statement: 'condition' },
      { type: 'take-away', text: 'Saturation before scale.' },
    );
    expect(restoreDebrief(JSON.parse(JSON.stringify(state)), moments)).toEqual(state);
  });

  it('cannot carry a verdict past the gate, and survives anything', () => {
    for (const kept of [
      undefined,
      null,
      7,
      'x',
      [],
      { reached: 4, step: 'take-away' },
      { tags: { m1: 'good' }, reached: 4, step: 'score' },
      { tags: 3, answers: 'no', picks: [1], review: null, takeAway: {} },
    ]) {
      expect(mayShowVerdict(restoreDebrief(kept, moments))).toBe(false);
    }
  });
});
