import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../../src/cli/library.ts';
import { createWatcher, readingMs } from '../../../src/game/guide/watch.ts';
import { isIdentified } from '../../../src/prove/outcome.ts';
import { scoreRun } from '../../../src/judge/score.ts';
import { playRecord } from '../../../src/run/run.ts';
import { newShift, watchToEnd } from './watched.ts';

const SPIKE = scenarioOf('latency-spike');

describe('a shift that an expert plays', () => {
  it.each([
    ['latency-spike', 'feature-store'],
    ['silent-schema', 'units'],
    ['prediction-drift-alarm', 'config'],
    ['bad-canary', 'cold'],
    ['gates-green-72h', 'season'],
  ])('%s, %s: is resolved within five minutes at reading pace, the cause named, and well judged', (id, variant) => {
    const scenario = scenarioOf(id);
    const session = newShift(scenario, '3', variant);
    const seconds = watchToEnd(session);
    const trace = session.run.trace();
    const score = scoreRun(scenario, trace);
    console.log(`${id} ${variant}: ${seconds} s of the player's, score ${score.total} before prevention and review`);
    expect(trace.resolvedTick).not.toBeNull();
    expect(seconds).toBeLessThan(300);
    expect(isIdentified(scenario, trace)).toBe(true);
    // Of 87, prevention and review being left to whoever watched; where all is left alone, what keeps the alarm from coming back is one too.
    expect(score.total).toBeGreaterThanOrEqual(variant === 'season' ? 65 : 75);
  });

  it('gives the same log at any frame rate, and its record plays to the same hash', () => {
    const logs = [16, 250].map((frameMs) => {
      const session = newShift(SPIKE, '4');
      const watcher = createWatcher(session);
      while (session.state().mode !== 'over') {
        session.frame(frameMs);
        watcher.frame(frameMs);
      }
      return session;
    });
    const [one, other] = logs;
    const sinceThePage = (session: typeof one) => {
      const page = session!.state().observation.pageTick!;
      return session!.run.record().log.map(({ tick, action }) => ({ tick: tick - page, action }));
    };
    expect(sinceThePage(one).map(({ action }) => action)).toEqual(sinceThePage(other).map(({ action }) => action));
    expect(playRecord(SPIKE, one!.run.record()).finalHash()).toBe(one!.run.finalHash());
  });

  it('says each step and why before it is done, and does nothing while paused', () => {
    const session = newShift(SPIKE, '5');
    const watcher = createWatcher(session);
    const said: string[] = [];
    watcher.subscribe(() => {
      const step = watcher.step();
      if (step !== null) said.push(`${step.does}|${step.why}`);
    });
    while (session.state().log.length < 4) {
      session.frame(100);
      watcher.frame(100);
    }
    expect(said.length).toBeGreaterThanOrEqual(4);
    for (const each of said) expect(each).toMatch(/^.+\|.+/);
    session.setPaused(true);
    const before = session.run.record().log.length;
    for (let ms = 0; ms < 30_000; ms += 100) watcher.frame(100);
    expect(session.run.record().log.length).toBe(before);
    expect(readingMs('one two three four five six seven eight nine ten')).toBe(2600);
  });

  it('goes on from whatever a player did, and leaves the log when it is taken over', () => {
    const session = newShift(SPIKE, '6', 'traffic');
    while (session.state().mode !== 'live') session.frame(100);
    session.dispatch({ type: 'acknowledge' });
    session.dispatch({ type: 'restart' });
    const watcher = createWatcher(session);
    for (let ms = 0; ms < 40_000; ms += 100) {
      session.frame(100);
      watcher.frame(100);
    }
    watcher.stop();
    const log = session.state().log;
    expect(log.slice(0, 2).map(({ action }) => action.type)).toEqual(['acknowledge', 'restart']);
    expect(log.length).toBeGreaterThan(4);
    const tick = session.run.tick;
    for (let ms = 0; ms < 4000; ms += 100) session.frame(100);
    expect(session.run.tick).toBeGreaterThan(tick); // the clock is the player's again
    watchToEnd(session);
    expect(session.state().observation.resolvedTick).not.toBeNull();
  });
});
