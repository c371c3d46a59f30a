import { describe, expect, it } from 'vitest';
import { SILENT_FLOW, ambience, cutoffOf, humOf, roundUp, type Passing } from '../../src/game/sound/ambience.ts';
import { compose, heardAt } from '../../src/game/sound/compose.ts';
import { paceOf, type Session } from '../../src/game/session.ts';
import { newSession, onCall, play } from './desk.ts';

const timeOf = (session: Session) => ({
  tickSeconds: session.brief.tickSeconds,
  ticksPerSecondAtOne: paceOf(session.brief),
  clock: (tick: number) => `tick ${tick}`,
});

/** All that is heard while a session plays, and while something is done. */
function listen(session: Session) {
  let heard = heardAt(session.state());
  const notes: string[] = [];
  const captions: string[] = [];
  let stops = 0;
  session.subscribe(() => {
    const next = compose(heard, session.state(), session.brief, timeOf(session));
    heard = next.heard;
    notes.push(...next.score.notes.map((note) => note.timbre));
    captions.push(...next.score.captions.map((caption) => caption.text));
    stops += next.score.stopPager ? 1 : 0;
  });
  return { notes, captions, stops: () => stops };
}

const looked = (seed = '7'): Session => {
  const session = onCall(seed);
  for (const dashboard of ['service', 'saturation', 'feature-store'] as const) {
    session.dispatch({ type: 'look-dashboard', dashboard });
    play(session, 1600);
  }
  return session;
};

const passing = (session: Session, seconds: number, change: Partial<Passing['observation']> = {}): Passing => ({
  observation: { ...session.state().observation, ...change },
  simulatedSeconds: seconds,
  speed: 1,
  secondsAtOne: paceOf(session.brief) * session.brief.tickSeconds,
});

describe('the score of a drill', () => {
  it('is the pager twice when the page comes, with its caption, and ends when it is acknowledged', () => {
    const session = newSession();
    const { notes, captions, stops } = listen(session);
    play(session, 15_000);
    expect(notes.filter((timbre) => timbre === 'pager')).toHaveLength(6);
    expect(captions).toEqual([`[pager] tick ${session.state().observation.pageTick}`]);
    expect(stops()).toBe(0);
    session.dispatch({ type: 'acknowledge' });
    expect(stops()).toBe(1);
  });

  it('sounds once where several alerts fire in one moment, and has a caption for each', () => {
    const session = onCall();
    const state = session.state();
    const before = heardAt(state);
    const [alert] = state.observation.alerts;
    const fired = ['one', 'two', 'three'].map((id) => ({ ...alert!, id, severity: 'ticket' as const, state: 'firing' as const }));
    const { score } = compose(before, { ...state, observation: { ...state.observation, alerts: fired } }, session.brief, timeOf(session));
    expect(score.notes.filter(({ timbre }) => timbre === 'bell')).toHaveLength(1);
    expect(score.captions.filter(({ text }) => text.startsWith('[one note: alert]'))).toHaveLength(3);
  });

  it('says in a caption who writes, by the role', () => {
    const session = onCall('7', true);
    const { captions } = listen(session);
    session.dispatch({ type: 'escalate', to: 'feature-platform' });
    session.waitUntil(session.state().observation.colleagues.find(({ id }) => id === 'feature-platform')!.hereTick ?? 0);
    play(session, 4000);
    expect(captions.join()).toContain('[two notes: Feature platform on call writes]');
  });

  it('has a caption for everything that sounds but the plucks, whose captions tell when they change', () => {
    const session = onCall();
    const { notes, captions } = listen(session);
    session.dispatch({ type: 'look-dashboard', dashboard: 'service' });
    play(session, 1600);
    session.dispatch({ type: 'scale', replicas: 16 });
    session.dispatch({ type: 'look-logs', station: 'no-such-station' });
    expect(captions.some((text) => text.startsWith('[tick: a look is back]'))).toBe(true);
    expect(captions.some((text) => text.startsWith('[low tick: not done]'))).toBe(true);
    expect(
      captions.filter((text) => text.startsWith('[tick')).length + captions.filter((text) => text.startsWith('[low tick')).length,
    ).toBe(notes.filter((timbre) => timbre === 'tick').length);
  });

  it('tells nothing of what was not looked at', () => {
    const session = onCall();
    const { notes } = listen(session);
    play(session, 20_000);
    expect(notes.filter((timbre) => timbre === 'pluck' || timbre === 'thunk')).toEqual([]);
  });

  it('is the same for the same moments', () => {
    const played = [0, 1].map(() => {
      const session = looked('sound-3');
      const { notes, captions } = listen(session);
      play(session, 10_000);
      return { notes, captions };
    });
    expect(played[0]).toEqual(played[1]);
    expect(played[0]!.notes).toContain('pluck');
  });

  it('is silent while paused', () => {
    const session = looked();
    session.setPaused(true);
    const { notes } = listen(session);
    play(session, 5000);
    expect(notes).toEqual([]);
  });
});

describe('the sound of the system', () => {
  it('plucks once for so many arrivals of a line: twice the time, twice the plucks', () => {
    const session = looked();
    const count = (seconds: number): number => {
      let flow = SILENT_FLOW;
      let plucks = 0;
      for (let i = 0; i < seconds * 10; i++) {
        const heard = ambience(flow, passing(session, paceOf(session.brief) / 10));
        flow = heard.flow;
        plucks += heard.notes.filter((note) => note.timbre === 'pluck').length;
      }
      return plucks;
    };
    const [short, long] = [count(20), count(40)];
    expect(short).toBeGreaterThan(5);
    expect(Math.abs(long - 2 * short)).toBeLessThanOrEqual(4);
  });

  it('lets the filter fall with latency, all else equal', () => {
    expect(cutoffOf({ latencyMs: 150, normalLatencyMs: 150 })).toBe(6000);
    expect(cutoffOf({ latencyMs: 300, normalLatencyMs: 150 })).toBe(3000);
    expect(cutoffOf({ latencyMs: 1500, normalLatencyMs: 150 })).toBe(600);
    expect(cutoffOf({ latencyMs: 150_000, normalLatencyMs: 150 })).toBe(300);
  });

  it('hums with the queue, louder for longer ones, and says so once per step', () => {
    expect([0, 9].map((queued) => humOf(queued).loud)).toEqual([0, 0]);
    const louds = [10, 120, 1500].map((queued) => humOf(queued).loud);
    expect(louds).toEqual([...louds].sort((a, b) => a - b));
    expect(new Set(louds).size).toBe(3);
    const session = looked();
    const { lines } = session.state().observation;
    const waiting = lines.map((line, i) => (i === 0 ? { ...line, queued: 120 } : { ...line, queued: null }));
    const first = ambience(SILENT_FLOW, passing(session, 1, { lines: waiting }));
    expect(first.captions.filter((text) => text.startsWith('[queue noise loud'))).toHaveLength(1);
    const again = ambience(first.flow, passing(session, 1, { lines: waiting }));
    expect(again.captions.filter((text) => text.startsWith('[queue'))).toEqual([]);
  });

  it('counts in numbers that can be said', () => {
    expect([0.4, 1, 3, 12, 37, 160, 501].map(roundUp)).toEqual([1, 1, 5, 20, 50, 200, 1000]);
  });
});
