import { describe, expect, it } from 'vitest';
import type { Look } from '../../src/domain/action.ts';
import type { Observation } from '../../src/domain/observation.ts';
import { scenarioOf } from '../../src/cli/library.ts';
import { mapLayout } from '../../src/game/map-layout.ts';
import { mapView } from '../../src/game/map-view.ts';
import { healthWords, mapSummary } from '../../src/game/map-words.ts';
import { roomView } from '../../src/game/room.ts';
import { pictureOf } from '../../src/scene/display-list.ts';
import { siteOf } from '../../src/scene/site.ts';
import { createRun } from '../../src/run/run.ts';
import { DESK } from './night.ts';

/** What a player has seen after some looks, and the run's table of which look tells of which station. */
function played(id: string, looks: readonly Look[], share = 0.4) {
  const drill = scenarioOf(id);
  const run = createRun(drill, { seed: '77' });
  run.advance(Math.floor(drill.brief.ticks * share));
  for (const look of looks) {
    expect(run.dispatch(look), JSON.stringify(look)).toMatchObject({ accepted: true });
    run.advance(run.busyUntil() + 1);
  }
  return { drill, rooms: run.rooms(), observation: run.observe() };
}

function told(id: string, looks: readonly Look[]) {
  const { drill, rooms, observation } = played(id, looks);
  const layout = mapLayout(drill.brief.system);
  const view = mapView(observation, layout, null, 0, rooms);
  const picture = pictureOf(view, siteOf(view, DESK));
  const station = (name: string) => view.stations.find((each) => each.name === name)!;
  return {
    words: (name: string) => healthWords(station(name)),
    shape: (name: string) => picture.stations.find((each) => each.name === name)!.shape,
    drawing: (name: string) => JSON.stringify(picture.items.find(({ id: item }) => item === `station:${station(name).id}`)!.shapes),
    summary: mapSummary(view),
    dashed: view.stations.filter((each) => healthWords(each) === 'not looked at yet').map(({ name }) => name),
  };
}

const GIVEN: readonly (readonly [string, readonly Look[], readonly string[], string])[] = [
  ['silent-schema', [{ type: 'look-lineage' }, { type: 'look-registry' }], ['Registry', 'Joins and checks', 'Billing'], 'Offers'],
  ['silent-schema', [{ type: 'look-segments', by: 'tier' }], ['Daily scoring'], 'Registry'],
  ['silent-schema', [{ type: 'look-dashboard', dashboard: 'data' }], ['Daily scoring'], 'Registry'], // the mean of what it is given
  ['slow-fade', [{ type: 'look-registry' }], ['Scorecard', 'Training'], 'Approvals'],
  ['bad-canary', [{ type: 'look-experiment' }], ['Comparison'], 'Monitors'],
  ['gates-green-72h', [{ type: 'look-registry' }], ['Recommender'], 'Read-out'],
  ['gates-green-72h', [{ type: 'look-experiment' }], ['Read-out', 'Recommender'], 'Monitors'],
];

describe.each(GIVEN)('in %s, evidence %j', (id, looks, stations, other) => {
  const [before, after] = [told(id, []), told(id, looks)];

  it.each(stations.map((name) => ({ name })))('tells of $name: it was looked at, by its words and its drawing', ({ name }) => {
    expect([before.words(name), before.shape(name)]).toEqual(
      name === 'Billing' ? ['no instruments here', 'thin ring'] : ['not looked at yet', 'dashed ring'],
    );
    expect([after.words(name), after.shape(name)]).toEqual(['looked at', 'filled ring']);
    expect(after.drawing(name)).not.toBe(before.drawing(name));
  });

  it('leaves what it says nothing of as it was, and the summary counts what is left', () => {
    expect([after.words(other), after.shape(other)]).toEqual(['not looked at yet', 'dashed ring']);
    const counted = (summary: string) => /(\d+) of (\d+) stations not looked at yet/.exec(summary)!.slice(1).map(Number);
    const [[left], [first, of]] = [counted(after.summary), counted(before.summary)];
    expect(left).toBe(after.dashed.length);
    expect(left).toBeLessThan(first!);
    expect(counted(after.summary)[1]).toBe(of);
  });
});

describe('what is written down of all stations at once', () => {
  it('tells of those that it names', () => {
    const { rooms, observation: seen } = played('prediction-drift-alarm', [{ type: 'look-changes' }, { type: 'look-messages' }]);
    const observation = { ...seen, stations: seen.stations.map((station) => ({ ...station, charts: [] })) };
    const layout = mapLayout(scenarioOf('prediction-drift-alarm').brief.system);
    const named = (of: Observation) =>
      of.evidence.flatMap(({ body }) => ('entries' in body ? body.entries.map(({ station }) => station) : []));
    const wordsOf = (of: Observation) => mapView(of, layout, null, 0, rooms).stations.map((each) => [each.id, healthWords(each)] as const);
    const silent = {
      ...observation,
      changes: [],
      evidence: observation.evidence.map((each) => ({ ...each, body: { ...each.body, entries: [] } as never })),
    };
    const lookedAt = (of: Observation) => wordsOf(of).flatMap(([id, words]) => (words === 'looked at' ? [id] : []));
    expect(lookedAt(observation)).not.toEqual([]);
    for (const id of lookedAt(observation)) expect(named(observation)).toContain(id);
    expect(lookedAt(silent)).toEqual([]);
  });
});

it('which looks tell of which station can be sent to the page as it is', () => {
  const { rooms } = played('slow-fade', []);
  expect(structuredClone(rooms)).toEqual(rooms);
});

it('the joint of a changed schema is shown under a lens, and leads by the room of its source to the lineage', () => {
  const { drill, rooms, observation } = played('silent-schema', [{ type: 'look-lineage' }]);
  const view = mapView(observation, mapLayout(drill.brief.system), null, 0, rooms);
  const texts = (size: typeof DESK) =>
    pictureOf(view, siteOf(view, size))
      .items.filter(({ id }) => id.startsWith('mark:gauge:'))
      .flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])));
  expect(texts(DESK)).toEqual(['v7', 'v8', 'schema v7, now v8', 'differs: Monthly fee']);
  expect(texts({ width: 390, height: 290 })).toEqual(['schema v7, now v8']);
  const shapes = pictureOf(view, siteOf(view, { width: 540, height: 576 })).items.find(({ id }) => id.startsWith('mark:gauge:'))!.shapes;
  const glass = shapes.find((shape) => shape.kind === 'circle')!;
  const hairline = shapes.find((shape) => shape.kind === 'path' && shape.stroke?.width === 1);
  if (glass.kind !== 'circle' || hairline?.kind !== 'path') throw new Error('expected a lens with its hairline, found none');
  const [endX = 0, endY = 0] = hairline.points.slice(-2);
  expect(Math.abs(Math.hypot(endX - glass.x, endY - glass.y) - glass.r), 'the hairline ends on the rim of the lens').toBeLessThan(2);
  const menu = createRun(drill, { seed: '77' }).menu();
  const opened = (id: string) => roomView(id, drill.brief, rooms, observation, menu)!.opened.map(({ look }) => look.type);
  expect(opened('billing')).toEqual(['look-lineage']);
  expect(opened('offers')).toEqual([]);
});
