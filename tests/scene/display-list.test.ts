import { describe, expect, it } from 'vitest';
import { displayList, type DisplayList } from '../../src/scene/display-list.ts';
import { RATE_PER_DOT } from '../../src/scene/flow.ts';
import { INK } from '../../src/scene/palette.ts';
import type { Shape } from '../../src/scene/shape.ts';
import { DESK, PHONE, seenAt, untouched, viewOf, withAllLines, withLine } from './night.ts';

const night = viewOf(seenAt(1500)); // long after the hot partition began
const quiet = viewOf(seenAt(300));
const of = (list: DisplayList, line: string) => list.lines.find(({ id }) => id === line)!;
const dotsOn = (list: DisplayList, line: string) => list.dots.filter((dot) => dot.line === line);
const texts = (list: DisplayList): string[] =>
  list.items.flatMap(({ shapes }) => shapes.flatMap((shape: Shape) => (shape.kind === 'text' ? [shape.text] : [])));

describe('dots are the figures of the observation', () => {
  it('the run behind these tests flows: its lines carry dots', () => {
    expect(displayList(quiet, 0, null, DESK).dots.length).toBeGreaterThan(8);
    expect(dotsOn(displayList(night, 0, null, DESK), 'api-store').length).toBeGreaterThan(30);
  });

  it('double the traffic is double the dots', () => {
    const before = displayList(night, 0, null, DESK);
    const after = displayList(
      withAllLines(night, ({ ratePerSecond }) => ({ ratePerSecond: ratePerSecond === null ? null : ratePerSecond * 2 })),
      0,
      null,
      DESK,
    );
    for (const line of before.lines.filter(({ exactDots }) => (exactDots ?? 0) >= 1)) {
      expect(of(after, line.id).exactDots).toBeCloseTo(line.exactDots! * 2, 9);
      expect(Math.abs(dotsOn(after, line.id).length - 2 * line.exactDots!)).toBeLessThanOrEqual(0.5);
    }
  });

  it('the number drawn is rate × latency / what a dot stands for, rounded', () => {
    for (const view of [night, quiet]) {
      const list = displayList(view, 0, null, DESK);
      for (const line of view.lines) {
        if (line.ratePerSecond === null || line.latencyMs === null) continue;
        const mark = of(list, line.id);
        expect(mark.perDot).toBeCloseTo((RATE_PER_DOT * line.normalLatencyMs) / 1000, 9);
        expect(mark.exactDots).toBeCloseTo((line.ratePerSecond * line.latencyMs) / 1000 / mark.perDot!, 9);
        expect(mark.dots).toBe(Math.max(1, Math.round(mark.exactDots!)));
        expect(dotsOn(list, line.id)).toHaveLength(mark.dots);
      }
    }
  });

  it('ten times the latency is a tenth of the speed and ten times the dots', () => {
    const slow = withLine(quiet, 'gateway-api', { ratePerSecond: 900, latencyMs: 1500 });
    const fast = withLine(quiet, 'gateway-api', { ratePerSecond: 900, latencyMs: 150 });
    const [a, b] = [displayList(fast, 0, null, DESK), displayList(slow, 0, null, DESK)];
    expect(of(b, 'gateway-api').pxPerSecond).toBeCloseTo(of(a, 'gateway-api').pxPerSecond! / 10, 9);
    expect(of(b, 'gateway-api').dots).toBe(of(a, 'gateway-api').dots * 10);
    const moved = (view: typeof slow, list: DisplayList): number => {
      const next = displayList(view, 0.001, list.state, DESK);
      const steps = dotsOn(next, 'gateway-api').map((dot, i) => Math.abs(dot.x - dotsOn(list, 'gateway-api')[i]!.x));
      return steps.reduce((sum, step) => sum + step, 0) / steps.length;
    };
    expect(moved(fast, a) / moved(slow, b)).toBeCloseTo(10, 0);
  });

  it('at normal latency a dot crosses a hop in 0.6 s', () => {
    const list = displayList(withLine(quiet, 'gateway-api', { latencyMs: 150 }), 0, null, DESK);
    expect(of(list, 'gateway-api').crossingSeconds).toBeCloseTo(0.6, 9);
  });

  it('the colour is that of the state', () => {
    const inkOf = (status: 'healthy' | 'warn' | 'crit') =>
      dotsOn(displayList(withLine(night, 'gateway-api', { status }), 0, null, DESK), 'gateway-api')[0]!.ink;
    expect(inkOf('healthy')).toBe(INK.core);
    expect(inkOf('warn')).toBe(INK.onWarn);
    expect(inkOf('crit')).toBe(INK.onCrit);
  });

  it('what runs into a station and is scored runs out of it, however short a hop takes', () => {
    const list = displayList(quiet, 0, null, DESK);
    const unscored = quiet.stations.find(({ id }) => id === 'gateway')!.figures.find(({ label }) => label === 'Unscored payments')!.value;
    const flux = (line: string): number => of(list, line).exactDots! / of(list, line).crossingSeconds!;
    expect(flux('api-orders')).toBeCloseTo(flux('checkout-gateway') * (1 - unscored), 9);
    expect(flux('gateway-api')).toBeCloseTo(flux('checkout-gateway'), 9);
  });
});

describe('what was not seen', () => {
  const list = displayList(untouched(), 0, null, DESK);

  it('has no dots, no figures and a dashed ring, where it can be looked at; where nothing is measured, a thin one that no key explains', () => {
    expect(list.dots).toEqual([]);
    expect(list.lines.every((line) => line.dots === 0 && line.exactDots === null && line.pxPerSecond === null)).toBe(true);
    for (const station of list.stations.filter(({ status }) => status === 'unknown')) {
      const { caption } = untouched().stations.find(({ id }) => id === station.id)!;
      expect(station.shape, station.id).toBe(caption === '' ? 'dashed ring' : 'thin ring');
      expect(station.words).toEqual([station.name]);
    }
    expect(list.stations.some(({ status }) => status === 'unknown')).toBe(true);
  });

  it('is explained by the legend for as long as there is any', () => {
    expect(texts(list)).toContain('not looked at yet');
    const known = { ...night, stations: night.stations.map((station) => ({ ...station, status: 'healthy' as const })) };
    expect(texts(displayList(known, 0, null, DESK))).not.toContain('not looked at yet');
  });

  it('a rate without a latency, and a latency without a rate, draw nothing', () => {
    for (const figures of [{ ratePerSecond: null }, { latencyMs: null }])
      expect(dotsOn(displayList(withLine(night, 'gateway-api', figures), 0, null, DESK), 'gateway-api')).toEqual([]);
  });
});

describe('the scene stands still when the world does', () => {
  it('frames of one view at one moment are equal, whatever came before', () => {
    let list = displayList(night, 0, null, DESK);
    for (let frame = 1; frame <= 90; frame++) list = displayList(night, frame / 60, list.state, DESK);
    const again = displayList(night, 1.5, list.state, DESK);
    expect(again).toEqual(list);
    expect(displayList(viewOf(seenAt(1500)), 1.5, list.state, DESK).dots).toEqual(list.dots);
  });

  it('does move while the clock runs', () => {
    const list = displayList(night, 0, null, DESK);
    expect(displayList(night, 0.2, list.state, DESK).dots).not.toEqual(list.dots);
  });

  it('leaves the state it was given as it was', () => {
    const list = displayList(night, 0, null, DESK);
    const before = structuredClone(list.state);
    displayList(withLine(night, 'gateway-api', { latencyMs: 9000 }), 3, list.state, DESK);
    expect(list.state).toEqual(before);
  });

  it('figures that come while the clock stands change the number of dots and move none that stay', () => {
    const before = displayList(withLine(night, 'gateway-api', { ratePerSecond: 900, latencyMs: 300, status: 'healthy' }), 4, null, DESK);
    const after = displayList(
      withLine(night, 'gateway-api', { ratePerSecond: 950, latencyMs: 300, status: 'healthy' }),
      4,
      before.state,
      DESK,
    );
    const places = (list: DisplayList) => dotsOn(list, 'gateway-api').map((dot) => `${dot.x.toFixed(3)} ${dot.y.toFixed(3)}`);
    expect(places(after).length).toBeGreaterThanOrEqual(places(before).length);
    expect(places(after)).toEqual(expect.arrayContaining(places(before)));
  });
});

describe('the drawn map and the list in words say the same', () => {
  const ticks = [0, 200, 700, 1100, 1500, 2100];
  it.each(['deploy', 'feature-store', 'traffic', 'upstream'])(
    'at any tick of %s every station has the state of the observation',
    (variant) => {
      for (const tick of ticks) {
        const observation = seenAt(tick, variant);
        const list = displayList(viewOf(observation), 0, null, DESK);
        const said = observation.stations.map(({ id, name, status }) => ({ id, name, status }));
        expect(list.stations.map(({ id, name, status }) => ({ id, name, status }))).toEqual(said);
        expect(list.lines.map(({ id, status }) => ({ id, status }))).toEqual(observation.lines.map(({ id, status }) => ({ id, status })));
      }
    },
  );

  it('states differ by shape, not by colour alone', () => {
    const shapes = (['unknown', 'healthy', 'warn', 'crit'] as const).map((status) => {
      const view = { ...night, stations: night.stations.map((station) => ({ ...station, status })) };
      const item = displayList(view, 0, null, DESK).items.find(({ id }) => id === 'station:gateway')!;
      return JSON.stringify(item.shapes, (key, value: unknown) => (key === 'ink' ? undefined : value));
    });
    expect(new Set(shapes).size).toBe(4);
  });

  it('a phone shows every station that a request meets', () => {
    const list = displayList(night, 0, null, PHONE);
    const met = new Set(night.lines.filter(({ kind }) => kind === 'request' || kind === 'feature').flatMap(({ from, to }) => [from, to]));
    expect(list.stations.map(({ id }) => id)).toEqual(expect.arrayContaining([...met]));
    expect(list.stations.length).toBeLessThanOrEqual(night.stations.length);
  });
});

describe('what a previewed action touches', () => {
  const preview = {
    ...night,
    yourRings: ['fraud-api', 'feature-store'],
    yourTags: [{ station: 'fraud-api', text: 'fraud-api 6 to 16 pods' }],
  };
  const list = displayList(preview, 0, null, DESK);

  it('has a dashed violet ring outside the drawing of its state, whatever that is', () => {
    expect(list.stations.filter(({ yours }) => yours).map(({ id }) => id)).toEqual(['fraud-api', 'feature-store']);
    const outermost = (id: string): number =>
      Math.max(
        ...list.items.find((item) => item.id === id)!.shapes.map((shape) => (shape.kind === 'circle' && shape.stroke ? shape.r : 0)),
      );
    const ring = list.items.find((item) => item.id === 'ring:fraud-api')!.shapes.at(-1)!;
    expect(ring).toMatchObject({ kind: 'circle', stroke: { ink: INK.you, width: 2.2 } });
    expect(outermost('ring:fraud-api')).toBeGreaterThan(outermost('station:fraud-api') + 4);
  });

  it('has a violet tag beside the name that does not say the name again', () => {
    expect(texts(list)).toContain('6 to 16 pods');
  });

  it('leaves the states as they were', () => {
    expect(list.stations.map(({ status }) => status)).toEqual(displayList(night, 0, null, DESK).stations.map(({ status }) => status));
  });
});

describe('a latency that hurts', () => {
  it('stands on its hop with its normal, and is not said twice', () => {
    const view = withLine(night, 'gateway-api', { status: 'crit', latencyMs: 2000 });
    const list = displayList(
      {
        ...view,
        stations: view.stations.map((station) =>
          station.id === 'gateway'
            ? {
                ...station,
                status: 'crit' as const,
                figures: [{ key: 'gateway.latency_p95_ms', label: 'p95 latency', value: 2000, unit: 'ms' as const, normal: 150 }],
              }
            : station,
        ),
      },
      0,
      null,
      DESK,
    );
    expect(texts(list)).toEqual(expect.arrayContaining(['2.0 s', 'normal 150 ms']));
    expect(list.stations.find(({ id }) => id === 'gateway')!.words.join(' ')).not.toContain('2.0 s');
  });

  it('shows those who wait as a comb, with their number in words', () => {
    const list = displayList(withLine(night, 'gateway-api', { queued: 120 }), 0, null, DESK);
    const queue = list.items.find(({ id }) => id === 'queue:gateway-api')!;
    expect(queue.shapes.filter(({ kind }) => kind === 'circle')).toHaveLength(Math.round(120 / (RATE_PER_DOT * 0.15)));
    expect(texts(list)).toContain('120 queued');
    expect(
      displayList(withLine(night, 'gateway-api', { queued: 0 }), 0, null, DESK).items.some(({ id }) => id === 'queue:gateway-api'),
    ).toBe(false);
  });
});
