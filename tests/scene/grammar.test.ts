import { describe, expect, it } from 'vitest';
import type { Observation } from '../../src/domain/observation.ts';
import { markSentence } from '../../src/game/map-mark-words.ts';
import { mapMarks, type MarkKind } from '../../src/game/map-marks.ts';
import { stationWords } from '../../src/game/map-words.ts';
import { displayList, type DisplayList } from '../../src/scene/display-list.ts';
import type { Shape } from '../../src/scene/shape.ts';
import { knownOf, viewOn, withBody, withFigure, withLine } from './drills.ts';
import { DESK } from './night.ts';

const spike = knownOf('latency-spike', 0.3);
const churn = knownOf('silent-schema', 0.5);
const fraud = knownOf('prediction-drift-alarm', 0.3);
const canary = knownOf('bad-canary', 0.2);
const shop = knownOf('gates-green-72h', 0.2);

const listOf = (id: string, observation: Observation): DisplayList => displayList(viewOn(id, observation), 0, null, DESK);
const mark = (list: DisplayList, kind: MarkKind) => list.marks.find((each) => each.kind === kind);
const line = (list: DisplayList, id: string) => list.lines.find((each) => each.id === id)!;
const odd = (list: DisplayList, id: string, shape: string) => list.dots.filter((dot) => dot.line === id && dot.shape === shape).length;
const others = (list: DisplayList, kind: MarkKind) =>
  list.marks.filter((each) => each.kind !== kind).map(({ kind: k, count, sizePx }) => [k, count, sizePx]);
describe('latency', () => {
  it('ten times as long is a tenth of the speed, and dots crowd towards the far end', () => {
    const at = (latencyMs: number) =>
      listOf(
        'latency-spike',
        withLine(spike, 'gateway-api', { ratePerSecond: 3000, latencyMs, status: latencyMs > 1000 ? 'crit' : 'healthy' }),
      );
    const [fast, slow] = [at(150), at(1500)];
    expect(line(slow, 'gateway-api').pxPerSecond).toBeCloseTo(line(fast, 'gateway-api').pxPerSecond! / 10, 9);
    const farShare = (list: DisplayList): number => {
      const xs = list.dots.filter((dot) => dot.line === 'gateway-api').map(({ x }) => x);
      const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
      return xs.filter((x) => x > middle).length / xs.length;
    };
    expect(farShare(slow)).toBeGreaterThan(farShare(fast) + 0.08);
  });
});

describe('a queue', () => {
  it('is a comb of as many dots as wait, to the scale of its line', () => {
    const teeth = (queued: number): number =>
      listOf('latency-spike', withLine(spike, 'gateway-api', { queued }))
        .items.find(({ id }) => id === 'queue:gateway-api')!
        .shapes.filter(({ kind }) => kind === 'circle').length;
    expect(teeth(360)).toBe(teeth(180) * 2);
    expect(teeth(360)).toBe(8); // one dot of this hop is 300/s × 150 ms = 45 requests
  });
});

describe('repeated calls', () => {
  it('are small rings among the dots: as many as are not first calls', () => {
    const at = (calls: number) =>
      listOf(
        'latency-spike',
        withFigure(withLine(spike, 'api-merchant', { ratePerSecond: 6000, latencyMs: 200 }), 'upstream.calls_per_request', calls),
      );
    for (const calls of [1.5, 2, 3]) {
      const list = at(calls);
      expect(odd(list, 'api-merchant', 'hollow')).toBe(Math.round(line(list, 'api-merchant').dots * (1 - 1 / calls)));
    }
    expect(odd(at(1), 'api-merchant', 'hollow')).toBe(0);
    expect(others(at(3), 'echoes')).toEqual(others(at(1), 'echoes'));
  });
});

describe('requests that get no score', () => {
  it('fall off as fading rings, one for each hundredth', () => {
    for (const share of [0.03, 0.06, 0.12]) {
      const list = listOf('latency-spike', withFigure(spike, 'gateway.unscored_share', share));
      expect(mark(list, 'dropped')!.count).toBe(share * 100);
      const rings = list.items.find(({ id }) => id === 'mark:dropped:gateway-api')!.shapes.filter(({ kind }) => kind === 'circle');
      expect(rings).toHaveLength(share * 100);
      const fade = rings.map((ring: Shape) => (ring.kind === 'circle' ? (ring.stroke?.alpha ?? 1) : 1));
      expect([...fade].sort((a, b) => b - a)).toEqual(fade);
    }
    expect(mark(listOf('latency-spike', withFigure(spike, 'gateway.unscored_share', 0.0005)), 'dropped')).toBeUndefined();
  });
});

describe('requests that the gateway refuses', () => {
  const shed = (share: number): DisplayList =>
    displayList(viewOn('latency-spike', withFigure(spike, 'gateway.unscored_share', 0.04 + share), share), 0, null, DESK);

  it('turn away before it, a ring for each twentieth, fading as they leave', () => {
    expect(mark(shed(0), 'refused')).toBeUndefined();
    for (const share of [0.1, 0.2, 0.4]) {
      const list = shed(share);
      const turned = mark(list, 'refused')!;
      expect(turned.count).toBe(Math.round(share * 20));
      expect(turned.on).toBe('checkout-gateway');
      const rings = list.items.find(({ id }) => id === 'along:refused:checkout-gateway')!.shapes.filter(({ kind }) => kind === 'circle');
      expect(rings).toHaveLength(turned.count!);
      const begun = Math.min(...list.dots.filter((dot) => dot.line === 'gateway-api').map(({ x }) => x)); // beyond the gateway
      const xs = rings.map((ring) => (ring.kind === 'circle' ? ring.x : 0));
      expect(Math.max(...xs)).toBeLessThan(begun);
      expect(
        [...xs].sort((a, b) => b - a),
        'ever farther back',
      ).toEqual(xs);
    }
  });

  it('do not run on to the pool, and are not dropped there as well', () => {
    const exact = (list: DisplayList): number => line(list, 'gateway-api').exactDots!;
    expect(exact(shed(0.2)) / exact(shed(0))).toBeCloseTo(0.8, 9);
    expect(line(shed(0.2), 'checkout-gateway').exactDots, 'what arrives').toBe(line(shed(0), 'checkout-gateway').exactDots);
    expect(mark(shed(0.2), 'dropped')!.count).toBe(mark(shed(0), 'dropped')!.count);
  });
});

describe('another version of a schema', () => {
  const moved = (fields: readonly string[]) =>
    withBody(churn, 'lineage', (body) =>
      body.kind !== 'lineage'
        ? body
        : {
            ...body,
            nodes: body.nodes.map((node) => (node.id === 'crm' ? { ...node, was: 'v12', version: 'v13' } : node)),
            fields: fields.map((field) => ({ field, before: 'number', now: 'text' })),
          },
    );
  it('parts the rails at a joint with a sleeper for each field, and turns dots beyond it into half squares; the map stays calm', () => {
    const [none, one, three] = [churn, moved(['Plan']), moved(['Plan', 'Fee', 'Age'])].map((seen) => listOf('silent-schema', seen));
    expect(odd(none!, 'crm-joins', 'half')).toBe(0);
    expect(mark(one!, 'gauge')!.count).toBe(1);
    expect(mark(three!, 'gauge')!.count).toBe(3);
    expect(mark(three!, 'gauge')!.sizePx!).toBeGreaterThan(9);
    const half = odd(one!, 'crm-joins', 'half');
    expect(half).toBeGreaterThan(0);
    expect(half / line(one!, 'crm-joins').dots).toBeCloseTo(0.55, 0);
    expect(one!.lines.map(({ status }) => status)).toEqual(none!.lines.map(({ status }) => status));
  });
});

describe('missing values', () => {
  it('are hollow dots after the station that fills them, in their share', () => {
    for (const share of [0.2, 0.4, 0.8]) {
      const list = listOf(
        'silent-schema',
        withFigure(withFigure(churn, 'data.null_share{overdue}', 0), 'data.null_share{monthly-fee}', share),
      );
      const on = mark(list, 'hollow')!.on;
      expect(odd(list, on, 'hollow')).toBe(Math.round(line(list, on).dots * share));
    }
  });
});

describe('drift', () => {
  it('is a ridge against the ghost of its reference: they part as the shares do', () => {
    const shifted = (by: number) =>
      withBody(fraud, 'distributions', (body) =>
        body.kind !== 'distributions'
          ? body
          : {
              ...body,
              features: [
                {
                  ...body.features[0]!,
                  feature: 'Device risk',
                  psi: by * 5,
                  reference: [0.5, 0.25, 0.25],
                  current: [0.5, 0.25 - by, 0.25 + by],
                },
              ],
            },
      );
    const at = (by: number) => {
      const seen = shifted(by);
      const silent = { ...seen, dashboards: seen.dashboards.filter(({ id }) => id !== 'drift') };
      return mark(listOf('prediction-drift-alarm', silent), 'drift')!.sizePx!;
    };
    expect(at(0.2)).toBeCloseTo(at(0.1) * 2, 6);
  });

  it('is a bar as long as its index where only that was seen', () => {
    const at = (psi: number) => mark(listOf('latency-spike', withFigure(spike, 'drift.psi', psi)), 'drift')!;
    expect(at(0.4).sizePx).toBeCloseTo(at(0.2).sizePx! * 2, 9);
  });
});

describe('serving against training', () => {
  it('is a bracket as wide as the two are apart', () => {
    const at = (factor: number) => mark(listOf('silent-schema', withFigure(churn, 'data.mean_factor{monthly-fee}', factor)), 'skew');
    expect(at(1.8)!.sizePx).toBeCloseTo(at(1.4)!.sizePx! * 2, 9);
    expect(at(1)).toBeUndefined();
  });
});

describe('labels', () => {
  it('stand on their line as rings, one for each step of the delay, with the delay in words', () => {
    const at = (days: number) => listOf('silent-schema', withLine(churn, 'offers-labels', { normalLatencyMs: days * 86_400_000 }));
    expect(mark(at(10), 'late')!.count).toBe(10);
    expect(mark(at(5), 'late')!.count).toBe(10); // to a scale of 12 h, which the words say
    expect(mark(at(40), 'late')!.count).toBe(8);
    const said = at(10).items.flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])));
    expect(said).toEqual(expect.arrayContaining(['labels come after 10 d', 'one ring: 1 d']));
  });
});

describe('two versions', () => {
  it('a branch carries its share of the dots, and the rest stay on the main line', () => {
    const at = (share: number) => listOf('bad-canary', withFigure(canary, 'release.share', share));
    for (const share of [0.05, 0.5]) {
      const list = at(share);
      const all = line(list, 'cards-splitter').exactDots! / line(list, 'cards-splitter').crossingSeconds!;
      const flux = (id: string): number => line(list, id).exactDots! / line(list, id).crossingSeconds!;
      expect(flux('canary-approvals') / all).toBeCloseTo(share, 9);
      expect(flux('stable-approvals') / all).toBeCloseTo(1 - share, 9);
    }
  });

  it('a lesser branch stays visibly thinner than the line that carries the rest, whatever runs on it', () => {
    const drawn = (list: DisplayList, id: string): number =>
      Math.max(
        ...list.items.find((item) => item.id === `line:${id}`)!.shapes.map((shape) => (shape.kind === 'path' ? shape.stroke!.width : 0)),
      );
    for (const share of [0.01, 0.05, 0.25])
      for (const ratePerSecond of [1, 60, 900, 30_000]) {
        const busy = ['splitter-canary', 'splitter-stable', 'canary-approvals', 'stable-approvals'].reduce(
          (known, id) => withLine(known, id, { ratePerSecond, status: 'healthy' }),
          withFigure(canary, 'release.share', share),
        );
        const list = listOf('bad-canary', busy);
        for (const [lesser, greater] of [
          ['splitter-canary', 'splitter-stable'],
          ['canary-approvals', 'stable-approvals'],
        ] as const) {
          const most = Math.max(...list.dots.filter((dot) => dot.line === lesser).map(({ radius }) => radius * 2), 0);
          expect(drawn(list, lesser)).toBeLessThanOrEqual(drawn(list, greater) * 0.6);
          expect(most).toBeLessThanOrEqual(drawn(list, lesser));
        }
      }
  });

  it('twin lines have as many of ten dots as the newer one carries tenths', () => {
    for (const share of [0.1, 0.5, 0.9])
      expect(mark(listOf('gates-green-72h', withFigure(shop, 'release.share', share)), 'twin')!.count).toBe(share * 10);
    const pods = withFigure(withFigure(spike, 'model.pods{v41}', 3), 'model.pods{v42}', 3);
    expect(mark(listOf('latency-spike', pods), 'twin')!.count).toBe(5);
  });

  it('a shadow is a stub with as many faint dots as its line has traffic, and is there in no other state', () => {
    const shadow = (rate: number): Observation => ({
      ...canary,
      stations: canary.stations.map((station) => ({
        ...station,
        charts: station.charts.map((chart) => (chart.chart === 'release' ? { ...chart, state: 'shadow' } : chart)),
      })),
      lines: canary.lines.map((each) => (each.id === 'splitter-canary' ? { ...each, ratePerSecond: rate } : each)),
    });
    expect(mark(listOf('bad-canary', shadow(200)), 'shadow')!.count).toBe(mark(listOf('bad-canary', shadow(100)), 'shadow')!.count! * 2);
    expect(mark(listOf('bad-canary', canary), 'shadow')).toBeUndefined();
  });
});

describe('cost, cache, pods and deploys', () => {
  it('coins times what one is worth are the extra cost, and the scale is the same for every loss of a drill', () => {
    for (const cost of [40, 80, 201, 340, 717]) {
      const coins = mark(listOf('latency-spike', withFigure(spike, 'business.impact_eur_per_minute', cost)), 'coins')!;
      expect(Math.abs(coins.count! * 50 - cost)).toBeLessThanOrEqual(25);
      expect(coins.words).toEqual([`loses €${cost}/min`, 'each bar: €50']);
    }
  });

  it.each(['latency-spike', 'silent-schema', 'slow-fade', 'gates-green-72h', 'prediction-drift-alarm', 'bad-canary'])(
    'more loss in %s never shows fewer coins, and the night comes to twenty at most',
    (id) => {
      const seen = knownOf(id, 0.5);
      const count = (cost: number) => mark(listOf(id, withFigure(seen, 'business.impact_eur_per_minute', cost)), 'coins')?.count ?? 0;
      const counts = Array.from({ length: 20 }, (_, i) => count(2 ** (i / 2 - 1)));
      expect([...counts].sort((a, b) => a - b)).toEqual(counts);
      expect(counts.at(-1)).toBeGreaterThan(counts[7]!);
      const lost = [0.3, 0.6, 0.9].map((share) => mark(listOf(id, knownOf(id, share)), 'coins')?.count ?? 0);
      expect(Math.max(...lost)).toBeLessThanOrEqual(20);
    },
  );

  it('the express line empties with the cache', () => {
    const at = (share: number) => mark(listOf('latency-spike', withFigure(spike, 'store.cache_hit_share', share)), 'cache')!.count;
    expect([at(0.3), at(0.1), at(0)]).toEqual([3, 1, 0]);
  });

  it('a platform has a tick for every pod, and a bar that fills while more warm up', () => {
    const at = (pods: number) => mark(listOf('latency-spike', withFigure(spike, 'model.replicas', pods)), 'platform')!.count;
    expect([at(6), at(12)]).toEqual([6, 12]);
    const warming = (ticks: number): Observation => ({
      ...spike,
      pending: [
        {
          action: { type: 'scale', replicas: 12 } as never,
          label: 'Scale to 12',
          startedTick: spike.tick - ticks,
          effectTick: spike.tick - ticks + 60,
          canTakeBack: false,
        },
      ],
    });
    const bar = (ticks: number) => mark(listOf('latency-spike', warming(ticks)), 'platform')!.sizePx!;
    expect(bar(40)).toBeCloseTo(bar(20) * 2, 9);
  });

  it('a station has a chevron for each deploy that is known', () => {
    const deploy = { tick: 1, kind: 'model-deploy', station: 'fraud-api', text: 'v42 is live' } as const;
    const at = (deploys: number) =>
      mark(listOf('latency-spike', { ...spike, changes: Array.from({ length: deploys }, () => deploy) }), 'flag')?.count;
    expect([at(0), at(1), at(2)]).toEqual([undefined, 1, 2]);
  });

  it('a deploy is counted at the station where it was, not at that of the latest', () => {
    const at = (...stations: string[]) =>
      viewOn('bad-canary', {
        ...canary,
        changes: stations.map((station) => ({ tick: 1, kind: 'model-deploy', station, text: `to ${station}` }) as const),
      }).marks!.flatMap((each) => (each.kind === 'flag' ? [[each.station, each.deploys, each.text]] : []));
    expect(at('stable', 'canary', 'canary')).toEqual([
      ['canary', 2, 'to canary'],
      ['stable', 1, 'to stable'],
    ]);
  });

  it('rows of a batch are as many as were read, to the scale of the legend', () => {
    const at = (rows: number) => line(listOf('silent-schema', withFigure(churn, 'data.rows_per_day', rows)), 'crm-joins').dots;
    expect(at(40_000)).toBe(at(80_000) / 2);
    const list = listOf('silent-schema', churn);
    expect(list.legend.text).toBe('= 20,000 rows a day');
    expect(line(list, 'crm-joins').perDot).toBe(20_000);
    expect(line(list, 'scoring-offers').exactDots! / line(list, 'crm-joins').exactDots!).toBeCloseTo(0.05, 2);
  });
});

describe('a station that fell silent', () => {
  it('is hatched and says since when, in the drawing and in the list', () => {
    const silent: Observation = {
      ...spike,
      stations: spike.stations.map((station) =>
        station.id === 'gateway' ? { ...station, status: 'unknown', figures: [], silentSince: '02:11:00' } : station,
      ),
    };
    const gateway = listOf('latency-spike', silent).stations.find(({ id }) => id === 'gateway')!;
    expect(gateway.shape).toBe('dashed ring');
    expect(gateway.words.join(' ')).toBe('Gateway no signal since 02:11:00');
    expect(
      stationWords(
        silent.stations.find(({ id }) => id === 'gateway')!,
        silent,
      ),
    ).toContain('no signal since 02:11:00');
  });
});

describe('marks', () => {
  it.each(['latency-spike', 'silent-schema', 'slow-fade', 'gates-green-72h', 'prediction-drift-alarm', 'bad-canary'])(
    'of %s show nothing before a look, but how late labels come and how long the hop of the pager takes',
    (id) => {
      const seen = knownOf(id, 0.1, '5', []);
      const list = listOf(id, seen);
      const hop = seen.pager.metric.unit === 'ms' ? ['gateway-api'] : [];
      expect([...new Set(list.dots.map((dot) => dot.line))]).toEqual(hop);
      expect(list.marks.filter(({ kind }) => kind !== 'late')).toEqual([]);
      expect(list.legend.text).toMatch(/until it is looked at|not looked at yet/);
    },
  );

  it('differ by shape, not by colour alone', () => {
    const plain = (list: DisplayList): string[] =>
      list.items
        .filter(({ id }) => id.startsWith('mark:') || id.startsWith('along:'))
        .map(
          ({ id, shapes }) =>
            `${id.split(':')[1]} ${shapes
              .filter(({ kind }) => kind !== 'text')
              .map(({ kind }) => kind)
              .join(' ')}`,
        );
    const drawn = [
      ...plain(listOf('latency-spike', withFigure(spike, 'store.cache_hit_share', 0.2))),
      ...plain(listOf('silent-schema', churn)),
    ];
    const byKind = new Map(drawn.map((each) => [each.split(' ')[0], each.split(' ').slice(1).join(' ')]));
    const withShapes = [...byKind.values()].filter((shapes) => shapes !== '');
    expect(withShapes.length).toBeGreaterThan(3);
    expect(new Set(withShapes).size).toBe(withShapes.length);
  });

  it('all have words with their figure', () => {
    for (const [id, seen] of [
      ['latency-spike', spike],
      ['silent-schema', churn],
      ['bad-canary', canary],
      ['gates-green-72h', shop],
      ['prediction-drift-alarm', fraud],
    ] as const) {
      const { marks, layout } = viewOn(id, seen);
      expect(mapMarks(seen, layout).length).toBeGreaterThan(0);
      for (const each of marks ?? []) expect(markSentence(each, 'here')).toMatch(/\d/);
    }
  });
});
