import { describe, expect, it } from 'vitest';
import { shipped } from '../../src/cli/library.ts';
import { mapLayout } from '../../src/game/map-layout.ts';
import type { MapLayout } from '../../src/game/map-view.ts';
import type { SystemBrief } from '../../src/scenario/brief.ts';
import { displayList } from '../../src/scene/display-list.ts';
import type { Size } from '../../src/scene/frame.ts';
import type { TextShape } from '../../src/scene/shape.ts';
import { boxOf, widthOf } from '../../src/scene/words.ts';
import { DESK } from './night.ts';

const systems = [...new Map(shipped().map(({ brief: { system } }) => [system.id, system])).values()];

/** A system as it is where its file places nothing. */
const unplaced = (system: SystemBrief): SystemBrief => ({
  ...system,
  stations: system.stations.map(({ at: _, ...station }) => station),
  lines: system.lines.map((line) => ({ ...line, via: [] })),
});
const laidOut = new Map(systems.map((system) => [system.id, mapLayout(unplaced(system))]));
const mapOf = ({ id }: SystemBrief): MapLayout => laidOut.get(id)!;

/** The names of stations as they are drawn where nothing was looked at yet. */
function namesOn(system: SystemBrief, size: Size) {
  const stations = system.stations.map(({ id, name }) => ({
    id,
    name,
    status: 'unknown' as const,
    caption: name,
    seenTick: null,
    figures: [],
    charts: [],
  }));
  const lines = system.lines.map(({ id, from, to, kind, normalLatencyMs }) => ({
    ...{ id, from, to, kind, normalLatencyMs, status: 'unknown' as const },
    ...{ ratePerSecond: null, latencyMs: null, queued: null },
  }));
  const list = displayList({ stations, lines, layout: mapOf(system), yourRings: [], yourTags: [] }, 0, null, size);
  return list.items
    .filter(({ id }) => id.startsWith('name:'))
    .flatMap(({ shapes }) => shapes.filter((shape): shape is TextShape => shape.kind === 'text'))
    .map(({ text, x, y, size: px, style, align }) => ({ text, box: boxOf(x, y - px / 2, widthOf(text, style, px), px, align) }));
}

describe('a system whose file places nothing', () => {
  it('is read from six files', () => expect(systems.map(({ id }) => id)).toHaveLength(6));

  it.each(systems)('$id: every station and line is on the map, apart from all others', (system) => {
    const map = mapOf(system);
    expect(map.stations.map(({ id }) => id)).toEqual(system.stations.map(({ id }) => id));
    expect(map.lines.map(({ id }) => id)).toEqual(system.lines.map(({ id }) => id));
    map.stations.forEach(({ id, at: [x, y] }, i) => {
      expect([x >= 0, x <= map.width, y >= 0, y <= map.height], id).toEqual([true, true, true, true]);
      for (const other of map.stations.slice(i + 1))
        expect(Math.hypot(x - other.at[0], y - other.at[1]), `${id} and ${other.id}`).toBeGreaterThanOrEqual(50);
    });
  });

  it.each(systems)('$id: no name lies on another or outside', (system) => {
    const names = namesOn(system, DESK);
    expect(names.length).toBeGreaterThanOrEqual(system.stations.length);
    names.forEach(({ text, box }, i) => {
      expect(box.x0, text).toBeGreaterThanOrEqual(0);
      expect(box.x1, text).toBeLessThanOrEqual(DESK.width);
      for (const other of names.slice(i + 1)) {
        const across = Math.min(box.x1, other.box.x1) - Math.max(box.x0, other.box.x0);
        const down = Math.min(box.y1, other.box.y1) - Math.max(box.y0, other.box.y0);
        expect(across > 0 && down > 0 ? across * down : 0, `${text} on ${other.text}`).toBeLessThan(20);
      }
    });
  });

  it.each(systems)('$id: lines run at 0, 45 or 90 degrees, and through no station but their own', (system) => {
    const map = mapOf(system);
    for (const { id, points } of map.lines) {
      const { from, to } = system.lines.find((line) => line.id === id)!;
      points.slice(1).forEach(([x1, y1], i) => {
        const [x0, y0] = points[i]!;
        const [dx, dy] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
        expect(dx === 0 || dy === 0 || dx === dy, `${id} ${i}`).toBe(true);
        for (const station of map.stations) {
          if (station.id === from || station.id === to) continue;
          const along = ((station.at[0] - x0) * (x1 - x0) + (station.at[1] - y0) * (y1 - y0)) / (dx * dx + dy * dy || 1);
          const t = Math.min(1, Math.max(0, along));
          const away = Math.hypot(station.at[0] - x0 - t * (x1 - x0), station.at[1] - y0 - t * (y1 - y0));
          expect(away, `${id} past ${station.id}`).toBeGreaterThan(20);
        }
      });
    }
  });

  it.each(systems)('$id: a district stays in one piece', (system) => {
    const named = new Set(system.stations.map(({ district }) => district).filter((name) => name !== ''));
    expect(mapOf(system).districts.map(({ id }) => id)).toEqual([...named]);
  });

  it.each(systems)('$id: the map is the same whenever it is laid out', (system) => {
    expect(mapLayout(unplaced(structuredClone(system)))).toEqual(mapOf(system));
  });

  it('each has a geography of its own', () => {
    const shapes = [...laidOut.values()].map(({ stations }) => JSON.stringify(stations.map(({ at }) => at)));
    expect(new Set(shapes).size).toBe(systems.length);
  });
});

describe('a system whose file gives its places', () => {
  it.each(systems)('$id is drawn as given', (system) => {
    const map = mapLayout(system);
    expect(map.stations.map(({ at }) => at)).toEqual(system.stations.map(({ at }) => at));
    for (const { id, points } of map.lines) expect(points.slice(1, -1)).toEqual(system.lines.find((line) => line.id === id)!.via);
  });
});
