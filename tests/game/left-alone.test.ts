import { describe, expect, it } from 'vitest';
import { leftAloneOf } from '../../src/game/left-alone.ts';
import { railView } from '../../src/game/rail.ts';
import { onCall } from './desk.ts';

describe('the decision to leave it alone', () => {
  it('is known from when it was accepted, and stands on the time rail', () => {
    const session = onCall();
    expect(leftAloneOf(session.state().log)).toBeNull();
    expect(session.dispatch({ type: 'leave-alone', evidence: [] })).toMatchObject({ accepted: true });
    const { log, observation } = session.state();
    expect(leftAloneOf(log)).toEqual({ tick: observation.tick, findings: 0 });
    const { marks } = railView(session.state(), session.brief);
    expect(marks).toContainEqual({ tick: observation.tick, kind: 'you', label: 'left alone', loud: true });
  });

  it('is told until the next thing is done, through settings', () => {
    const session = onCall();
    session.dispatch({ type: 'leave-alone', evidence: [] });
    session.setSpeed(4);
    expect(leftAloneOf(session.state().log)).not.toBeNull();
    session.dispatch({ type: 'scale', replicas: 16 });
    expect(leftAloneOf(session.state().log)).toBeNull();
  });
});
