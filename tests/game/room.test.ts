import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import { roomView, type RoomView } from '../../src/game/room.ts';
import { createRun, type Run } from '../../src/run/run.ts';

const SEED = '5';
const drill = scenarioOf('latency-spike');
const start = (): Run => createRun(drill, { seed: SEED, variant: 'feature-store' });
const roomOf = (run: Run, id = 'fraud-api'): RoomView => roomView(id, drill.brief, run.rooms(), run.observe(), run.menu())!;
const serving = (run: Run) => roomOf(run).charts.find(({ chart }) => chart === 'serving')!;

describe(`the room of a station, seed ${SEED}`, () => {
  it('shows its machines before a look, and where they are only after one', () => {
    const run = start();
    run.advance(930);
    expect(serving(run).outline.states.map(({ id }) => id)).toEqual(['healthy', 'saturated', 'overloaded', 'down']);
    expect(serving(run).lit).toEqual([]);
    expect(roomOf(run).figures).toEqual([]);
    run.dispatch({ type: 'look-dashboard', dashboard: 'saturation' });
    run.advance(run.busyUntil() + 20);
    expect(serving(run).lit).toHaveLength(1);
    expect(serving(run).came).toHaveLength(1); // what came before the look was not seen
    expect(roomOf(run).figures.every(({ series }) => series !== null)).toBe(true);
  });

  it('remembers the states that were seen, however often anyone looks at the screen', () => {
    const [often, seldom] = [start(), start()];
    for (const run of [often, seldom]) run.dispatch({ type: 'look-dashboard', dashboard: 'saturation' });
    for (let tick = 1; tick <= 1000; tick++) {
      often.advance(tick);
      if (tick % 10 === 0) often.observe();
    }
    seldom.advance(1000);
    expect(serving(often).came.length).toBeGreaterThan(1);
    expect(serving(often).came).toEqual(serving(seldom).came);
    expect(serving(often).came.at(-1)?.state).toBe(serving(often).lit[0]?.state);
  });

  it('says of each alert who set its threshold, how long ago and why, once the rules were read', () => {
    const run = start();
    run.advance(930);
    run.dispatch({ type: 'look-alerts' });
    run.advance(run.busyUntil() + 1);
    expect(roomOf(run, 'monitors').charts.flatMap(({ lit }) => lit.map(({ of, origin }) => `${of}: ${origin}`))).toContain(
      'fraud-api p95 above 500 ms: Set 13 months ago by the payments platform team, copied from the checkout API',
    );
    expect(serving(run).lit.every(({ origin }) => origin === null)).toBe(true);
  });

  it('offers the looks that tell of it and the changes that touch it, no others', () => {
    const run = start();
    run.advance(930);
    const room = roomOf(run, 'feature-store');
    expect(room.unopened.map(({ label }) => label)).toContain('Logs of Feature store');
    expect(room.unopened.map(({ label }) => label)).not.toContain('Logs of Gateway');
    const forms = [...room.mitigate, ...room.fix].flatMap((choice) => choice.forms);
    expect(forms.length).toBeGreaterThan(0);
    expect(forms.every(({ stations }) => stations.includes('feature-store'))).toBe(true);
    expect(forms).toHaveLength(run.menu().changes.filter(({ stations }) => stations.includes('feature-store')).length);
    run.dispatch({ type: 'look-logs', station: 'feature-store' });
    run.advance(run.busyUntil() + 1);
    expect(roomOf(run, 'feature-store').opened.map(({ look }) => look.type)).toEqual(['look-logs']);
    expect(roomOf(run, 'feature-store').unopened.map(({ label }) => label)).not.toContain('Logs of Feature store');
  });
});
