import { describe, expect, it } from 'vitest';
import type { StakeholderLine } from '../../src/domain/observation.ts';
import { cadenceOf } from '../../src/game/cadence.ts';

const line = (tick: number, from: string): StakeholderLine => ({ tick, from, text: 'Word.', answerDueTick: null, options: [] });
const at = (tick: number, conversation: readonly StakeholderLine[], tickSeconds = 10, patience = 1200) =>
  cadenceOf({ tick, pageTick: 60, conversation }, tickSeconds, patience);

describe('the cadence of updates', () => {
  it('has none before the page', () => {
    expect(cadenceOf({ tick: 9, pageTick: null, conversation: [] }, 10, 1200)).toBeNull();
  });

  it('wants the first update within ten minutes of the page; what others say is no update', () => {
    const asked = [line(70, 'checkout-lead')];
    expect(at(60, asked)).toEqual({ state: 'in-time', lastTick: null, sinceSeconds: 0, fromSeconds: 0, untilSeconds: 600 });
    expect(at(120, asked)?.state).toBe('in-time');
    expect(at(121, asked)?.state).toBe('overdue');
  });

  it('wants the next one 15 to 30 minutes after the last', () => {
    const told = [line(70, 'you'), line(100, 'you'), line(110, 'checkout-lead')];
    expect(at(189, told)).toMatchObject({ state: 'soon', lastTick: 100, sinceSeconds: 890 });
    expect(at(190, told)?.state).toBe('in-time');
    expect(at(280, told)?.state).toBe('in-time');
    expect(at(281, told)?.state).toBe('overdue');
  });

  it('goes at the pace of a slow drill and of the people around it', () => {
    expect(at(70, [], 3600)).toMatchObject({ state: 'in-time', untilSeconds: 10 * 3600 });
    expect(at(62, [line(60, 'you')], 3600, 4 * 3600)).toMatchObject({ state: 'soon', fromSeconds: 3 * 3600, untilSeconds: 6 * 3600 });
    expect(at(67, [line(60, 'you')], 3600, 4 * 3600)?.state).toBe('overdue');
  });
});
