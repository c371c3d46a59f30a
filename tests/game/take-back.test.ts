import { expect, it } from 'vitest';
import { takeBackOf } from '../../src/game/take-back.ts';
import { onCall, play } from './desk.ts';

it('names the change that would be taken back, also while its contrary is on offer', () => {
  const session = onCall();
  expect(session.dispatch({ type: 'shed', share: 0.2 })).toMatchObject({ accepted: true });
  const label = (): string => takeBackOf(session.state().log, session.state().observation, session.state().menu).label;
  const atOnce = label();
  expect(atOnce).toMatch(/^Shed 20 %/);
  session.waitUntil(session.state().observation.pending[0]!.effectTick + 1);
  play(session, 4000);
  const offered = session.state().menu.changes.filter(({ action }) => action.type === 'shed');
  expect(offered.map(({ label: words }) => words)).toContain('Stop shedding');
  expect(label()).toBe(atOnce);
});
