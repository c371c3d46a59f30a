import { describe, expect, it } from 'vitest';
import { termWords } from '../../src/game/difficulty.ts';
import { paceOf } from '../../src/game/session.ts';
import { playRecord } from '../../src/run/run.ts';
import { SPIKE_SCENARIO, newSession, onCall, play } from './desk.ts';

describe('a session of play', () => {
  it('brings the page within 15 s of the player’s time', () => {
    const session = newSession();
    expect(session.state().mode).toBe('briefing');
    play(session, 15_000);
    expect(session.state().observation.page).not.toBeNull();
    expect(session.state().mode).toBe('live');
  });

  it('stops the briefing at the tick of the page, whatever the frame rate', () => {
    const pages = [16, 50, 250].map((frameMs) => {
      const session = newSession();
      while (session.state().mode === 'briefing') session.frame(frameMs);
      return session.state().observation.pageTick;
    });
    expect(new Set(pages).size).toBe(1);
    const slow = newSession();
    while (slow.state().mode === 'briefing') slow.frame(250);
    expect(slow.run.tick - (slow.state().observation.pageTick ?? 0)).toBeLessThan(5);
  });

  it('passes ticks by speed, and none while paused or held', () => {
    const session = onCall();
    const pace = paceOf(session.brief);
    const passed = (ms: number): number => {
      const before = session.run.tick;
      play(session, ms);
      return session.run.tick - before;
    };
    expect(passed(2000)).toBe(2 * pace);
    session.setSpeed(4);
    expect(passed(2000)).toBe(8 * pace);
    session.setSpeed(16);
    expect(passed(2000)).toBe(32 * pace);
    session.setPaused(true);
    expect(passed(2000)).toBe(0);
    session.setPaused(false);
    const release = session.hold();
    expect(passed(2000)).toBe(0);
    release();
    release();
    expect(passed(1000)).toBe(16 * pace);
  });

  it('does not catch up with a tab that was hidden for ten minutes', () => {
    const session = onCall();
    const before = session.run.tick;
    session.frame(600_000);
    expect(session.run.tick - before).toBeLessThanOrEqual(paceOf(session.brief));
  });

  it('jumps by the cost of a look in at most 1.5 s, also while paused, and leaves speed as it was', () => {
    const session = onCall();
    session.setPaused(true);
    const before = session.run.tick;
    const outcome = session.dispatch({ type: 'look-dashboard', dashboard: 'service' });
    expect(outcome).toMatchObject({ accepted: true });
    expect(session.state().jumpingTo).toBe(outcome.accepted ? outcome.effectTick : null);
    play(session, 1500);
    expect(session.run.tick - before).toBe(60);
    expect(session.state().jumpingTo).toBeNull();
    expect(session.state().observation.dashboards.map((view) => view.id)).toEqual(['service']);
    play(session, 1000);
    expect(session.run.tick - before).toBe(60);
  });

  it('works while paused: looks, changes and words are taken and time stands still after them', () => {
    const session = onCall();
    session.setPaused(true);
    expect(session.dispatch({ type: 'scale', replicas: 16 }).accepted).toBe(true);
    expect(session.dispatch({ type: 'message', to: 'checkout-lead', blocks: ['users-see'] }).accepted).toBe(true);
    const { tick } = session.run;
    play(session, 3000);
    expect(session.run.tick).toBe(tick);
    expect(session.state().observation.pending).toHaveLength(1);
  });

  it('advances only on actions and waits in no-clock mode', () => {
    const session = onCall('7', true);
    const before = session.run.tick;
    play(session, 30_000);
    expect(session.run.tick).toBe(before);
    session.wait(60);
    play(session, 1500);
    expect(session.run.tick).toBe(before + 60);
    session.dispatch({ type: 'look-changes' });
    play(session, 1500);
    expect(session.run.tick).toBe(before + 120);
  });

  it('hands a refusal back as a value and keeps it out of what counts', () => {
    const session = onCall();
    const outcome = session.dispatch({ type: 'look-logs', station: 'no-such-station' });
    expect(outcome.accepted).toBe(false);
    expect(outcome.accepted ? '' : outcome.reason).toMatch(/no-such-station/);
    expect(session.state().log.some((entry) => entry.action.type === 'look-logs')).toBe(false);
  });

  it('logs speed and clock mode as settings', () => {
    const session = onCall();
    session.setSpeed(4);
    session.setUntimed(true);
    const settings = session.state().log.filter((entry) => entry.action.type === 'setting');
    expect(settings.map((entry) => entry.action)).toEqual([
      { type: 'setting', key: 'speed', value: 4 },
      { type: 'setting', key: 'untimed', value: true },
    ]);
  });

  it('says that a look is back, also when the frame before came within a rounding of its end', () => {
    const session = onCall();
    session.setPaused(true);
    session.dispatch({ type: 'look-dashboard', dashboard: 'service' });
    for (const ms of [250, 250, 250, 250, 250, 249.9999999999998]) session.frame(ms);
    expect(session.run.tick).toBe(session.state().observation.busyUntil); // all ticks have passed, a hair of the time has not
    session.frame(16);
    expect(session.state().jumpingTo).toBeNull();
  });

  it('gives the run that its record gives, however it was played', () => {
    const session = onCall('session-7');
    session.dispatch({ type: 'look-dashboard', dashboard: 'service' });
    play(session, 1500, 17);
    session.setSpeed(16);
    play(session, 4000, 33);
    session.dispatch({ type: 'serve-cached', on: true });
    session.setPaused(true);
    session.dispatch({ type: 'look-trace', pick: 'slow' });
    play(session, 1500);
    session.dispatch({ type: 'resolve' });
    expect(session.state().mode).toBe('over');
    const { run } = session;
    expect(playRecord(SPIKE_SCENARIO, run.record()).finalHash()).toBe(run.finalHash());
  });

  it('says on what terms it is played, also when they change on the way', () => {
    const session = onCall();
    expect(termWords(session.state().terms)).toEqual([]);
    session.setTerm('complications', 2);
    session.setTerm('strictness', 'strict');
    expect(termWords(session.state().terms)).toEqual(['with two complications', 'judged strictly']);
  });

  it('tells its listeners at most ten times a second while time runs', () => {
    const session = onCall();
    session.setSpeed(16);
    let told = 0;
    const stop = session.subscribe(() => (told += 1));
    play(session, 5000, 10);
    stop();
    expect(told).toBeGreaterThan(30);
    expect(told).toBeLessThanOrEqual(50);
  });
});
