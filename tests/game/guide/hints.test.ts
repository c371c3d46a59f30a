import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../../src/cli/library.ts';
import { coachLine } from '../../../src/game/guide/coach.ts';
import { helpIn } from '../../../src/game/guide/guidance.ts';
import { hintFor, ladderOf, PRINCIPLES, type Rung } from '../../../src/game/guide/hints.ts';
import { sceneOf } from '../../../src/game/guide/scene.ts';
import type { Session } from '../../../src/game/session.ts';
import { scoreRun } from '../../../src/judge/score.ts';
import { decodeLink, encodeLink } from '../../../src/run/link.ts';
import { playRecord } from '../../../src/run/run.ts';
import { playbookIds } from '../../../src/cli/shipped-playbook.ts';
import { newShift } from './watched.ts';

const SPIKE = scenarioOf('latency-spike');

function acknowledged(seed = '3'): Session {
  const session = newShift(SPIKE, seed, 'feature-store');
  while (session.state().mode !== 'live') session.frame(100);
  session.dispatch({ type: 'acknowledge' });
  return session;
}
const ladder = (session: Session) => ladderOf(session.state().observation, session.state().log, session.brief);
const pass = (session: Session, seconds: number): void => session.run.advance(session.run.tick + seconds);

describe('the ladder of hints', () => {
  it('is offered after 90 s of the drill without anything new, climbs four rungs 20 s apart, and starts anew after a step', () => {
    const session = acknowledged();
    expect(ladder(session)).toMatchObject({ taken: 0, next: 1, offered: false });
    pass(session, 91);
    session.setSpeed(4); // tells of the new moment; no step of the player's own
    expect(ladder(session)).toMatchObject({ taken: 0, offered: true });
    for (const rung of [1, 2, 3, 4] as const) {
      expect(ladder(session).nextTick).toBeLessThanOrEqual(session.run.tick);
      session.dispatch({ type: 'hint', rung });
      expect(ladder(session)).toMatchObject({ taken: rung, next: rung === 4 ? null : rung + 1 });
      expect(ladder(session).nextTick - session.run.tick).toBe(20);
      pass(session, 20);
      session.setSpeed(rung % 2 === 0 ? 4 : 1);
    }
    expect(ladder(session).explained).toBe(false);
    session.dispatch({ type: 'hint', rung: 4, why: 'it separates two causes' });
    expect(ladder(session).explained).toBe(true);
    session.dispatch({ type: 'look-changes' });
    expect(ladder(session)).toMatchObject({ taken: 0, next: 1, explained: false });
  });

  it('says the same in a replay, and costs no point', () => {
    const helped = acknowledged();
    const alone = acknowledged();
    helped.dispatch({ type: 'hint', rung: 1 });
    for (const session of [helped, alone]) session.dispatch({ type: 'look-dashboard', dashboard: 'business' });
    const record = helped.run.record();
    const link = decodeLink(encodeLink(record, helped.run.finalHash()));
    if (!link.ok) throw new Error(link.reason);
    const replayed = playRecord(SPIKE, link.record);
    expect(replayed.finalHash()).toBe(link.finalHash);
    expect(scoreRun(SPIKE, replayed.trace())).toEqual(scoreRun(SPIKE, alone.run.trace()));
    expect([helpIn(record.log), helpIn(alone.run.record().log)]).toEqual(['guided', 'none']);
    const texts = (session: Session) => ([1, 2, 3, 4] as Rung[]).map((rung) => hintFor(rung, sceneOf(session)));
    expect(texts(acknowledged())).toEqual(texts(acknowledged()));
  });

  it('cites only what the playbook says', () => {
    const book = playbookIds();
    for (const id of Object.values(PRINCIPLES)) expect(book, id).toContain(id);
  });

  it('reads the same whatever the cause is, while nothing but the page has been seen', () => {
    const lines = ['deploy', 'feature-store', 'traffic', 'upstream'].map((variant) => {
      const session = newShift(SPIKE, '3', variant);
      while (session.state().mode !== 'live') session.frame(100);
      session.dispatch({ type: 'acknowledge' });
      const scene = sceneOf(session);
      return JSON.stringify([coachLine(scene, session.state().log), ...([1, 2, 4] as Rung[]).map((rung) => hintFor(rung, scene).says)]);
    });
    expect(new Set(lines).size).toBe(1);
  });
});

describe('the coach', () => {
  it('says what the metric did after a change, from its own course', () => {
    for (const variant of ['feature-store', 'upstream']) {
      const session = newShift(SPIKE, '3', variant);
      while (session.state().mode !== 'live') session.frame(100);
      session.dispatch({ type: 'acknowledge' });
      session.dispatch({ type: 'restart' });
      const said = new Set<string>();
      for (let i = 0; i < 20; i++) {
        pass(session, 30);
        session.setSpeed(i % 2 === 0 ? 4 : 1);
        said.add(coachLine(sceneOf(session), session.state().log).says);
      }
      console.log(variant, [...said]);
      expect([...said].some((line) => /Worse still|No better yet|Coming back/.test(line))).toBe(true);
      for (const line of said) expect(line.split(/\s+/).length).toBeLessThanOrEqual(40);
    }
  });
});
