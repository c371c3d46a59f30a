import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/domain/action.ts';
import type { StakeholderLine } from '../../src/domain/observation.ts';
import { firstSentence, isAnswered, threadOf } from '../../src/game/thread.ts';
import { onCall } from './desk.ts';

const line = (tick: number, from: string, options: StakeholderLine['options'] = []): StakeholderLine => ({
  tick,
  from,
  text: 'Word.',
  answerDueTick: null,
  options,
});
const told = (tick: number): LogEntry => ({ tick, action: { type: 'message', to: 'lead', blocks: ['known'] } });
const ticksOf = (lines: readonly StakeholderLine[]): number[] => lines.map(({ tick }) => tick);

describe('the thread with people', () => {
  it('has the player’s own updates, newest last; what is long ago stands apart', () => {
    const said = [1, 2, 3, 4, 5, 6].map((tick) => line(tick, tick % 2 === 0 ? 'you' : 'lead'));
    const thread = threadOf(said, []);
    expect([ticksOf(thread.earlier), ticksOf(thread.latest)]).toEqual([
      [1, 2],
      [3, 4, 5, 6],
    ]);
    expect(threadOf(said.slice(0, 2), []).earlier).toEqual([]);
  });

  it('keeps a question open until it is answered', () => {
    const said = [line(1, 'lead', [{ id: 'a', text: 'A' }]), ...[2, 3, 4, 5, 6].map((tick) => line(tick, 'other'))];
    expect(ticksOf(threadOf(said, []).latest)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(ticksOf(threadOf(said, [told(2)]).latest)).toEqual([3, 4, 5, 6]);
    expect(isAnswered(said[0]!, [told(0)])).toBe(false);
  });

  it('shows of an update the first sentence, and the rest on request', () => {
    expect(firstSentence('p95 is 1.2 s (normal 0.1 s). Impact €3.4k. More.')).toEqual({
      first: 'p95 is 1.2 s (normal 0.1 s).',
      rest: 'Impact €3.4k. More.',
    });
    expect(firstSentence('One only.')).toEqual({ first: 'One only.', rest: '' });
    expect(firstSentence('No end')).toEqual({ first: 'No end', rest: '' });
  });

  it('an update that was sent is in it at once', () => {
    const session = onCall();
    session.dispatch({ type: 'message', to: 'checkout-lead', blocks: ['users-see', 'next-update'] });
    const { observation, log } = session.state();
    const last = threadOf(observation.conversation, log).latest.at(-1)!;
    expect(last).toMatchObject({ from: 'you', tick: observation.tick });
    expect(firstSentence(last.text).rest).toMatch(/^Next update at /);
  });
});
