import { expect, it } from 'vitest';
import type { Change } from '../../src/domain/action.ts';
import { onCall } from './desk.ts';

it.each<[Change, boolean]>([
  [{ type: 'scale', replicas: 10 }, true],
  [{ type: 'shed', share: 0.2 }, false],
])('a change under way tells of the time that its preview told of: %j', (action, settles) => {
  const session = onCall();
  const preview = session.state().menu.changes.find((each) => each.action.type === action.type)!;
  expect(session.dispatch(action)).toMatchObject({ accepted: true });
  const [due] = session.state().observation.pending;
  expect(due?.settlesSeconds !== undefined).toBe(settles);
  const carriedOut = (due!.effectTick - due!.startedTick) * session.brief.tickSeconds;
  const { from, to } = due!.settlesSeconds ?? { from: 0, to: 0 };
  expect(carriedOut + from).toBeGreaterThanOrEqual(preview.delaySeconds.from);
  expect(carriedOut + to).toBeLessThanOrEqual(preview.delaySeconds.to);
});
