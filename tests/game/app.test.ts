import { describe, expect, it } from 'vitest';
import { decodeLink } from '../../src/run/link.ts';
import { playRecord } from '../../src/run/run.ts';
import { SPIKE_SCENARIO, memoryStorage, openDesk, type Desk } from './desk.ts';

const ADDRESS = '#/play/latency-spike?seed=desk';

async function onShift(desk: Desk): Promise<void> {
  await desk.settle();
  desk.frames(15_000);
  desk.app.dispatch({ type: 'acknowledge' });
  await desk.settle();
}

describe('the way through a drill', () => {
  it('goes from home to the page, to play, and with resolve to the debrief, whose address holds the run', async () => {
    const desk = openDesk();
    await desk.settle();
    expect(desk.app.state().flow).toBe('home');
    desk.app.startShift('latency-spike');
    await desk.settle();
    expect(desk.hash()).toBe('#/play/latency-spike?seed=desk-1');
    expect(desk.app.state().flow).toBe('page');
    desk.frames(15_000);
    desk.app.dispatch({ type: 'acknowledge' });
    expect(desk.app.state().flow).toBe('play');
    desk.app.dispatch({ type: 'look-dashboard', dashboard: 'service' });
    desk.frames(1500);
    desk.app.dispatch({ type: 'resolve' });
    await desk.settle();
    const { flow, route, session } = desk.app.state();
    expect(flow).toBe('debrief');
    expect(session).toBeNull();
    const decoded = decodeLink(route.screen === 'debrief' ? route.payload : '');
    if (!decoded.ok) throw new Error(decoded.reason);
    expect(desk.hash()).toBe(`#/debrief/${route.screen === 'debrief' ? route.payload : ''}`);
    expect(playRecord(SPIKE_SCENARIO, decoded.record).finalHash()).toBe(decoded.finalHash);
    expect((await desk.app.saves.runs()).map((run) => run.seed)).toEqual(['desk-1']);
    expect(await desk.app.saves.unfinished()).toBeNull();
  });

  it('takes its way of accompanying out of the address when the player takes over, and opens no other shift for that', async () => {
    const desk = openDesk({ hash: `${ADDRESS}&mode=watch` });
    await onShift(desk);
    const { session } = desk.app.state();
    expect(desk.hash()).toBe(`${ADDRESS}&mode=watch`);
    session?.setGuidance('solo');
    expect(desk.hash()).toBe(ADDRESS);
    session?.setGuidance('guided');
    expect(desk.hash()).toBe(`${ADDRESS}&mode=guided`);
    desk.visit(desk.hash());
    await desk.settle();
    expect(desk.app.state().session).toBe(session);
    expect(desk.app.state().flow).toBe('play');
  });

  it('ends by itself at the last tick', async () => {
    const desk = openDesk({ hash: ADDRESS });
    await onShift(desk);
    desk.app.state().session?.setSpeed(16);
    desk.frames(120_000);
    await desk.settle();
    expect(desk.app.state().flow).toBe('debrief');
  });

  it('saves after every action, and a reload stands at the same moment, paused', async () => {
    const storage = memoryStorage();
    const first = openDesk({ hash: ADDRESS, storage });
    await onShift(first);
    first.app.dispatch({ type: 'look-dashboard', dashboard: 'saturation' });
    first.frames(1500);
    first.app.setDraft({ ...first.app.state().draft, changed: 'hot-keys', notes: 'p17?' });
    first.app.dispatch({ type: 'serve-cached', on: true });
    await first.settle();
    const before = first.app.state().session;
    first.app.stop();

    const second = openDesk({ hash: ADDRESS, storage });
    await second.settle();
    const after = second.app.state().session;
    expect(after?.run.tick).toBe(before?.run.tick);
    expect(after?.state().paused).toBe(true);
    expect(after?.state().observation).toEqual(before?.state().observation);
    expect(second.app.state().draft).toMatchObject({ changed: 'hot-keys', notes: 'p17?' });
    expect(second.app.state().flow).toBe('play');
  });

  it('says why the clock stands after the tab was hidden or the shift was taken up again, until it goes on', async () => {
    const desk = openDesk({ hash: '#/play/latency-spike?seed=7' });
    await desk.settle();
    desk.frames(15_000);
    desk.app.dispatch({ type: 'acknowledge' });
    await desk.settle();
    desk.hide();
    expect(desk.app.state().notice).toContain('while this tab was hidden');
    desk.app.state().session?.setPaused(false);
    expect(desk.app.state().notice).toBeNull();
    desk.hide();
    await desk.settle();
    desk.app.stop();
    const again = openDesk({ hash: '#/play/latency-spike?seed=7', storage: desk.storage });
    await again.settle();
    expect([again.app.state().session?.state().paused, again.app.state().notice]).toEqual([
      true,
      expect.stringContaining('where you left it'),
    ]);
    again.app.state().session?.setPaused(false);
    expect(again.app.state().notice).toBeNull();
    again.app.stop();
  });

  it('pauses and saves when the tab is hidden', async () => {
    const desk = openDesk({ hash: ADDRESS });
    await onShift(desk);
    desk.frames(2000);
    desk.hide();
    await desk.settle();
    expect(desk.app.state().session?.state().paused).toBe(true);
    expect((await desk.app.saves.unfinished())?.tick).toBe(desk.app.state().session?.run.tick);
  });

  it('says when nothing can be kept, and plays on', async () => {
    const storage = memoryStorage();
    const desk = openDesk({ hash: ADDRESS, storage });
    await onShift(desk);
    storage.full = true;
    desk.app.dispatch({ type: 'look-changes' });
    await desk.settle();
    expect(desk.app.state().kept).toBe(false);
    expect(desk.app.state().session?.state().jumpingTo).not.toBeNull();
  });

  it('meets a drill that does not exist with a notice at home', async () => {
    const desk = openDesk({ hash: '#/play/no-such-drill?seed=1' });
    await desk.settle();
    expect(desk.app.state()).toMatchObject({ flow: 'home', session: null });
    expect(desk.app.state().notice).toMatch(/no drill called "no-such-drill".*latency-spike/);
    expect(desk.hash()).toBe('#/');
  });

  it('loses nothing when a malformed address is typed in the middle of a run', async () => {
    const desk = openDesk({ hash: ADDRESS });
    await onShift(desk);
    desk.app.dispatch({ type: 'look-changes' });
    await desk.settle();
    desk.visit('#/replay/%%%');
    await desk.settle();
    expect(desk.app.state().flow).toBe('home');
    expect(desk.app.state().notice).toMatch(/cannot be read/);
    expect((await desk.app.saves.unfinished())?.record.log.map((entry) => entry.action.type)).toEqual(['acknowledge', 'look-changes']);
  });

  it('ignores a save that is not of this drill as it is now', async () => {
    const storage = memoryStorage();
    storage.kept.set('save', {
      title: 'old',
      tick: 1500,
      record: { scenario: 'latency-spike', seed: 'desk', log: [{ tick: -4, action: { type: 'nonsense' } }] },
    });
    const desk = openDesk({ hash: ADDRESS, storage });
    await desk.settle();
    expect(desk.app.state().session?.run.tick).toBe(0);
    expect(desk.app.state().flow).toBe('page');
  });
});
