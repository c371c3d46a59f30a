import { expect, it } from 'vitest';
import { refusedShare } from '../../src/game/map-refused.ts';
import { onCall, play } from './desk.ts';

it('the gateway refuses what the player had it refuse, from its effect until it is stopped or taken back', () => {
  for (const end of [{ type: 'shed', share: 0 }, { type: 'take-back' }] as const) {
    const session = onCall();
    const refused = (): number => refusedShare(session.state().log, session.state().menu);
    const settle = (): void => {
      session.waitUntil(
        Math.max(session.state().observation.tick, ...session.state().observation.pending.map(({ effectTick }) => effectTick)) + 1,
      );
      play(session, 4000);
    };
    expect(refused()).toBe(0);
    expect(session.dispatch({ type: 'shed', share: 0.2 })).toMatchObject({ accepted: true });
    expect(refused(), 'before it takes effect').toBe(0);
    settle();
    expect(refused()).toBe(0.2);
    expect(session.dispatch(end)).toMatchObject({ accepted: true });
    settle();
    expect(refused(), end.type).toBe(0);
  }
});
