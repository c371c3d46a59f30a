import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { runFacts } from '../../src/game/debrief-analysis.ts';
import { decisionAsked, questionsOf } from '../../src/game/debrief-questions.ts';
import { stopsOf } from '../../src/game/replay-scrub.ts';
import { storyRoom } from '../../src/game/story-analysis.ts';
import { tookEffect } from '../../src/game/took-effect.ts';
import { createRun } from '../../src/run/run.ts';
import { changesMadeIn, takenBackIn } from '../../src/run/taken-back.ts';
import { shipped } from '../scenario/shipped.ts';
import { onCall } from './desk.ts';

const CANARY = shipped('bad-canary');
const ROLL_BACK: Action = { type: 'rollback', expect: 'lower' };

/** A night without a clock in which a rollback is taken back so many ticks after it took effect; negative: before. */
function rolledBack(ticksAfterEffect: number) {
  const run = createRun(CANARY, { seed: '9', untimed: true });
  while (run.pageTick === null) run.advance(run.tick + 1);
  run.dispatch({ type: 'acknowledge' });
  const outcome = run.dispatch(ROLL_BACK);
  if (!outcome.accepted) throw new Error(outcome.reason);
  run.advance(outcome.effectTick + ticksAfterEffect);
  const back = run.dispatch({ type: 'take-back' });
  const tick = run.tick;
  run.advance(tick + 60);
  run.dispatch({ type: 'resolve' });
  const trace = run.trace();
  return { back, tick, trace, facts: runFacts(CANARY, trace, ''), story: storyRoom(CANARY, trace, null) };
}

describe.each([
  ['at once', -6],
  ['in the very tick in which it was to take effect', 0],
])('a change that is taken back %s', (_, ticks) => {
  const { back, tick, trace, facts, story } = rolledBack(ticks);
  const moment = facts.moments.find(({ kind }) => kind === 'change')!;

  it('is told as taken back, never as something that began to show', () => {
    expect(back.accepted).toBe(true);
    expect(moment).toMatchObject({ effectTick: null, takenBackTick: tick });
    expect(stopsOf(facts).flatMap(({ titles }) => titles)).not.toContain(`${moment.title}: begins to show`);
  });

  it('is no decision that the debrief asks about', () => {
    expect(decisionAsked(facts)).toBeNull();
    expect(questionsOf(facts).questions[1].text).not.toContain('You said');
  });

  it('counts as no change in the name of its story, and nothing is said to have come of it', () => {
    expect(changesMadeIn(trace)).toEqual([]);
    expect(story.name).toMatch(/^1[01] minutes, and nothing changed$/);
    expect(story.facts.filter(({ kind }) => kind === 'effect' || kind === 'wrong-turn')).toEqual([]);
    expect(story.facts.filter(({ kind }) => kind === 'change').map(({ text }) => text)).toEqual([
      `${moment.title}; taken back before it took effect`,
      'Took the last change back before it took effect',
    ]);
  });
});

it('a change that is taken back after its effect has been made', () => {
  const run = createRun(shipped('latency-spike'), { seed: '31', untimed: true });
  while (run.pageTick === null) run.advance(run.tick + 1);
  const cached = run.dispatch({ type: 'serve-cached', on: true });
  if (!cached.accepted) throw new Error(cached.reason);
  run.advance(cached.effectTick + 1);
  expect(run.dispatch({ type: 'take-back' }).accepted).toBe(true);
  expect(run.dispatch({ type: 'take-back' }).accepted).toBe(false);
  const trace = run.trace();
  expect(takenBackIn(trace).map(({ change, inTime }) => [change.action.type, inTime])).toEqual([['serve-cached', false]]);
  expect(changesMadeIn(trace).length).toBe(1);
  const room = storyRoom(shipped('latency-spike'), trace, null);
  expect(room.facts.filter(({ kind }) => kind === 'change').at(-1)?.text).toBe('Took the last change back');
});

describe('what is said aloud of changes under way', () => {
  it('is that one took effect, once its time has come', () => {
    const session = onCall();
    session.dispatch({ type: 'shed', share: 0.2 });
    const { pending } = session.state().observation;
    expect(tookEffect(pending, session.state().observation)).toBe(false);
    session.run.advance(pending[0]!.effectTick + 1);
    expect(session.run.observe().pending).toEqual([]);
    expect(tookEffect(pending, session.run.observe())).toBe(true);
  });

  it('is not that of one that was taken back', () => {
    const session = onCall();
    session.dispatch({ type: 'shed', share: 0.2 });
    const { pending } = session.state().observation;
    session.dispatch({ type: 'take-back' });
    expect(session.state().observation.pending).toEqual([]);
    expect(tookEffect(pending, session.state().observation)).toBe(false);
  });
});
