import { describe, expect, it } from 'vitest';
import { isChange, isLook, type Change } from '../../../src/domain/action.ts';
import { scrapeTicks } from '../../../src/domain/time.ts';
import { coachLine } from '../../../src/game/guide/coach.ts';
import { guidedScene } from '../../../src/game/guide/scene.ts';
import type { Session } from '../../../src/game/session.ts';
import { shipped } from '../../scenario/shipped.ts';
import { newShift } from './watched.ts';

const isBusiness = (look: { readonly type: string; readonly dashboard?: string }): boolean => look.dashboard === 'business';

/** The page taken, a few looks made but not at what it costs, and a change made. */
function ownWay(drill: string, variant: string, change: (change: Change) => boolean): Session {
  const session = newShift(shipped(drill), '5', variant);
  while (session.state().mode !== 'live') session.frame(250);
  session.dispatch({ type: 'acknowledge' });
  for (const { look } of session
    .state()
    .menu.looks.filter((offer) => !isBusiness(offer.look))
    .slice(0, 4)) {
    session.dispatch(look);
    settle(session);
  }
  const offer = session.state().menu.changes.find(({ action, refusal }) => refusal === null && change(action));
  if (offer === undefined) throw new Error(`expected such a change on the menu of ${drill}`);
  expect(session.dispatch(offer.action).accepted).toBe(true);
  return session;
}

function settle(session: Session): void {
  while (session.state().jumpingTo !== null) session.frame(250);
}

function nextScrape(session: Session): void {
  const { tickSeconds, ticks } = session.brief;
  const scrapes = ticks > LONG_TICKS ? 24 : 1;
  session.run.advance(Math.min(ticks, session.run.tick + scrapes * scrapeTicks(tickSeconds)));
  session.setSpeed(session.state().speed === 4 ? 1 : 4); // tells of the new moment; no step of the player's own
}

const LONG_TICKS = 4000; // here nothing new comes for days
const PATIENCE = 3; // how often this player hears of a look before making it

describe('the coach of a player who passed a look by and acted', () => {
  it.each([
    ['latency-spike', 'traffic', (change: Change) => change.type === 'scale'],
    ['silent-schema', 'units', (change: Change) => change.type === 'pin-snapshot'],
    ['slow-fade', 'channel', (change: Change) => change.type === 'set-cutoff'],
    ['gates-green-72h', 'tail', (change: Change) => change.type === 'rollback'],
    ['prediction-drift-alarm', 'config', (change: Change) => change.type === 'revert-config'],
    ['bad-canary', 'worse', (change: Change) => change.type === 'rollback'],
  ])('%s, %s: goes on to telling, proof, claim and resolving', (drill, variant, isWanted) => {
    const session = ownWay(drill, variant, isWanted);
    const did: string[] = [];
    const heard = new Map<string, number>();
    for (let i = 0; i < 4000 && session.state().mode !== 'over'; i++) {
      const scene = guidedScene(session);
      const line = coachLine(scene, session.state().log);
      expect(line.says).not.toMatch(/Before you act|how bad it is/);
      heard.set(line.says, (heard.get(line.says) ?? 0) + 1);
      const { decision } = scene.advice;
      if ('wait' in decision || (isLook(decision.act) && heard.get(line.says)! < PATIENCE)) {
        nextScrape(session);
        continue;
      }
      const { act } = decision;
      const { accepted } = session.dispatch(act);
      settle(session);
      if (!accepted) nextScrape(session);
      if (accepted && did.at(-1) !== act.type) did.push(act.type);
    }
    console.log(`${drill}, ${variant}: ${did.join(', ')}`);
    expect(did[0], 'who waits is told first').toBe('message');
    expect(did).toContain('claim-cause');
    expect(did).toContain('verify');
    expect(did.at(-1)).toBe('resolve');
    expect(did.indexOf('message')).toBeLessThan(did.indexOf('verify'));
    expect(session.state().log.filter(({ action }) => isLook(action) && isBusiness(action))).toEqual([]);
    expect(session.state().log.some(({ action }) => isChange(action))).toBe(true);
  });

  it('answers whoever waits while a look is still unread', () => {
    const session = ownWay('latency-spike', 'traffic', (change) => change.type === 'scale');
    while (session.state().observation.conversation.every(({ from }) => from === 'you')) nextScrape(session);
    expect(coachLine(guidedScene(session), session.state().log).says).toMatch(/waits for your answer|Tell people/);
  });

  it('tells news as news: figures that move on keep the key under which they were heard', () => {
    const session = ownWay('latency-spike', 'feature-store', (change) => change.type === 'restart');
    const keys = new Map<string, Set<string>>();
    for (let i = 0; i < 60; i++) {
      const scene = guidedScene(session);
      for (const { key, text } of coachLine(scene, session.state().log).sentences) keys.set(key, (keys.get(key) ?? new Set()).add(text));
      const { decision } = scene.advice;
      if ('act' in decision && decision.act.type === 'message') session.dispatch(decision.act);
      nextScrape(session);
    }
    const moving = [...keys].filter(([, texts]) => texts.size > 1);
    console.log([...keys].map(([key, texts]) => `${key}: ${texts.size}`).join('; '));
    expect(moving.length).toBeGreaterThan(0);
    for (const [key] of moving) expect(key).toMatch(/ since \d+$/);
  });
});
