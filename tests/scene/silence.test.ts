import { describe, expect, it } from 'vitest';
import type { Observation } from '../../src/domain/observation.ts';
import { mapSummary, stationWords } from '../../src/game/map-words.ts';
import { displayList, type DisplayList } from '../../src/scene/display-list.ts';
import { INK } from '../../src/scene/palette.ts';
import { dispatch } from '../../src/sim/dispatch.ts';
import { menuOf } from '../../src/sim/menu.ts';
import { observe } from '../../src/sim/observe.ts';
import type { World } from '../../src/sim/plant.ts';
import { setUp } from '../../src/sim/setup.ts';
import { stepWorld } from '../../src/sim/tick.ts';
import { continueFrom, createWorld, snapshotWorld } from '../../src/sim/world.ts';
import { aScenario } from '../support/a-scenario.ts';
import { DESK, viewOf } from './night.ts';

const QUIET_ROWS = 4; // scrapes that bring nothing

/** The drill at a tick, with its dashboards open: what a player sees who looked at everything live. */
function watched(tick: number): World {
  const world = createWorld(setUp(aScenario(), '5', 'feature-store', []));
  while (world.state.tick < tick) {
    if (world.ledger.opened['feature-store'] === undefined && world.ledger.pageTick !== null)
      for (const [entry, { look }] of menuOf(world).looks.entries()) if (look.type === 'look-dashboard') dispatch(world, look, entry);
    stepWorld(world);
  }
  return world;
}

const snapshot = snapshotWorld(watched(1800));

/** What is observed a few scrapes later, where those of some figures bring nothing and all others repeat themselves. */
function laterWithout(keys: readonly string[]): Observation {
  const world = continueFrom(snapshot);
  const { series, scrapeTicks } = world;
  const last = series.keys.map((key) => (keys.includes(key) ? NaN : series.latest(key)));
  const now = world.state.tick;
  for (let row = 1; row <= QUIET_ROWS; row++) series.push(now + row * scrapeTicks, last);
  world.state.tick = now + QUIET_ROWS * scrapeTicks;
  return observe(world);
}

const drawn = (observation: Observation): DisplayList => displayList(viewOf(observation), 0, null, DESK);
/** What the list says of each station itself: of a line to a silent station its latency is gone too. */
const words = (observation: Observation): Readonly<Record<string, string>> =>
  Object.fromEntries(observation.stations.map((station) => [station.id, stationWords(station, observation).split('; leads to')[0]!]));
const isHatched = (list: DisplayList, id: string): boolean =>
  (list.items.find((item) => item.id === `station:${id}`)?.shapes ?? []).filter(
    (shape) => shape.kind === 'path' && !shape.closed && shape.stroke?.ink === INK.unknown,
  ).length > 2;

describe('scrapes of one station stop', () => {
  const heard = laterWithout([]);
  const all = drawn(heard);
  const instrumented = heard.stations.filter(({ figures }) => figures.length > 0);

  it('at a moment when several stations report', () => expect(instrumented.length).toBeGreaterThanOrEqual(3));

  it.each(instrumented.map(({ id }) => ({ id })))('$id: the hatch is on it alone, and the list says since when', ({ id }) => {
    const keys = heard.stations.find((station) => station.id === id)!.figures.map(({ key }) => key);
    const seen = laterWithout(keys);
    const silent = seen.stations.filter(({ silentSince }) => silentSince !== undefined);
    expect(silent.map((station) => station.id)).toEqual([id]);
    const list = drawn(seen);
    const changed = all.stations.filter(
      (mark, i) => mark.shape !== list.stations[i]!.shape || String(mark.words) !== String(list.stations[i]!.words),
    );
    expect(changed.map((mark) => mark.id)).toEqual([id]);
    const mark = list.stations.find((each) => each.id === id)!;
    expect(mark.shape).toBe('dashed ring');
    expect(mark.words.join(' ')).toContain(`no signal since ${silent[0]!.silentSince!}`);
    expect(heard.stations.map((each) => each.id).filter((each) => isHatched(list, each) && !isHatched(all, each))).toEqual([id]);
    const [before, after] = [words(heard), words(seen)];
    expect(Object.keys(after).filter((each) => before[each] !== after[each])).toEqual([id]);
    expect(after[id]).toContain(`no signal since ${silent[0]!.silentSince!}`);
    expect(mapSummary(seen)).toContain(`No signal: ${mark.name}.`);
    expect(mapSummary(heard)).not.toContain('No signal');
  });
});
