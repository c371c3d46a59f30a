import { describe, expect, it } from 'vitest';
import type { Observation } from '../../src/domain/observation.ts';
import type { MarkKind } from '../../src/game/map-marks.ts';
import { displayList, type DisplayList } from '../../src/scene/display-list.ts';
import { knownOf, viewOn, withBody, withFigure, withLine } from './drills.ts';
import { DESK } from './night.ts';

const spike = knownOf('latency-spike', 0.3);
const churn = knownOf('silent-schema', 0.5);
const canary = knownOf('bad-canary', 0.2);
const shop = knownOf('gates-green-72h', 0.2);

const mark = (list: DisplayList, kind: MarkKind) => list.marks.find((each) => each.kind === kind);
const line = (list: DisplayList, id: string) => list.lines.find((each) => each.id === id)!;
const shaped = (list: DisplayList, id: string, shape: string): number =>
  list.dots.filter((dot) => dot.line === id && dot.shape === shape).length;
const flux = (list: DisplayList, id: string): number => line(list, id).exactDots! / line(list, id).crossingSeconds!;

const lineage = (fields: number): Observation =>
  withBody(churn, 'lineage', (body) =>
    body.kind !== 'lineage'
      ? body
      : {
          ...body,
          nodes: body.nodes.map((node) => (node.id === 'crm' ? { ...node, was: 'v12', version: 'v13' } : node)),
          fields: Array.from({ length: fields }, (_, i) => ({ field: `field ${i}`, before: 'number', now: 'text' })),
        },
  );
const shadow = (rate: number): Observation =>
  withLine(
    {
      ...canary,
      stations: canary.stations.map((station) => ({
        ...station,
        charts: station.charts.map((chart) => (chart.chart === 'release' ? { ...chart, state: 'shadow' } : chart)),
      })),
    },
    'splitter-canary',
    { ratePerSecond: rate },
  );
const deploys = (count: number): Observation => ({
  ...spike,
  changes: Array.from({ length: count }, () => ({ tick: 1, kind: 'model-deploy', station: 'fraud-api', text: 'v42 is live' }) as const),
});
const slow = (latencyMs: number): Observation => withLine(spike, 'gateway-api', { ratePerSecond: 3000, latencyMs, status: 'healthy' });
const calls = (each: number): Observation =>
  withFigure(withLine(spike, 'api-merchant', { ratePerSecond: 6000, latencyMs: 200 }), 'upstream.calls_per_request', each);
const missing = (share: number): Observation =>
  withFigure(withFigure(churn, 'data.null_share{overdue}', 0), 'data.null_share{monthly-fee}', share);

interface Row {
  readonly failure: string;
  readonly drill: string;
  readonly mark: MarkKind | null; // that may change
  readonly lines: readonly string[]; // whose dots may change
  readonly less: Observation;
  readonly more: Observation;
  readonly measure: (list: DisplayList) => number;
  readonly times: number; // what the measure is multiplied by from less to more
}

/** One figure of the observation for each failure that the map can show, before and after. */
const ROWS: readonly Row[] = [
  { failure: 'latency: speed', drill: 'latency-spike', mark: null, lines: ['gateway-api'], less: slow(150), more: slow(300), measure: (list) => line(list, 'gateway-api').pxPerSecond!, times: 0.5 },
  { failure: 'latency: dots under way', drill: 'latency-spike', mark: null, lines: ['gateway-api'], less: slow(150), more: slow(300), measure: (list) => line(list, 'gateway-api').exactDots!, times: 2 },
  { failure: 'queue', drill: 'latency-spike', mark: null, lines: [], less: withLine(spike, 'gateway-api', { queued: 180 }), more: withLine(spike, 'gateway-api', { queued: 360 }), measure: (list) => list.items.find(({ id }) => id === 'queue:gateway-api')!.shapes.filter(({ kind }) => kind === 'circle').length, times: 2 },
  { failure: 'overflow', drill: 'latency-spike', mark: 'dropped', lines: ['api-orders'], less: withFigure(spike, 'gateway.unscored_share', 0.03), more: withFigure(spike, 'gateway.unscored_share', 0.06), measure: (list) => mark(list, 'dropped')!.count!, times: 2 },
  { failure: 'retry storm', drill: 'latency-spike', mark: 'echoes', lines: ['api-merchant'], less: calls(4 / 3), more: calls(2), measure: (list) => shaped(list, 'api-merchant', 'hollow') / line(list, 'api-merchant').dots, times: 2 },
  { failure: 'scale-out', drill: 'latency-spike', mark: 'platform', lines: [], less: withFigure(spike, 'model.replicas', 6), more: withFigure(spike, 'model.replicas', 12), measure: (list) => mark(list, 'platform')!.count!, times: 2 },
  { failure: 'schema change', drill: 'silent-schema', mark: 'gauge', lines: [], less: lineage(1), more: lineage(3), measure: (list) => mark(list, 'gauge')!.count!, times: 3 },
  { failure: 'imputed features', drill: 'silent-schema', mark: 'hollow', lines: ['joins-scoring', 'joins-training'], less: missing(0.25), more: missing(0.5), measure: (list) => shaped(list, mark(list, 'hollow')!.on, 'hollow') / line(list, mark(list, 'hollow')!.on).dots, times: 2 },
  { failure: 'drift', drill: 'latency-spike', mark: 'drift', lines: [], less: withFigure(spike, 'drift.psi', 0.2), more: withFigure(spike, 'drift.psi', 0.4), measure: (list) => mark(list, 'drift')!.sizePx!, times: 2 },
  { failure: 'training-serving skew', drill: 'silent-schema', mark: 'skew', lines: [], less: withFigure(churn, 'data.mean_factor{monthly-fee}', 1.4), more: withFigure(churn, 'data.mean_factor{monthly-fee}', 1.8), measure: (list) => mark(list, 'skew')!.sizePx!, times: 2 },
  { failure: 'label delay', drill: 'silent-schema', mark: 'late', lines: ['offers-labels'], less: withLine(churn, 'offers-labels', { normalLatencyMs: 25 * 86_400_000 }), more: withLine(churn, 'offers-labels', { normalLatencyMs: 50 * 86_400_000 }), measure: (list) => mark(list, 'late')!.count!, times: 2 },
  { failure: 'bad deploy', drill: 'latency-spike', mark: 'flag', lines: [], less: deploys(1), more: deploys(2), measure: (list) => mark(list, 'flag')!.count!, times: 2 },
  { failure: 'canary', drill: 'bad-canary', mark: 'branch', lines: ['splitter-canary', 'canary-approvals', 'splitter-stable', 'stable-approvals'], less: withFigure(canary, 'release.share', 0.2), more: withFigure(canary, 'release.share', 0.4), measure: (list) => flux(list, 'canary-approvals'), times: 2 },
  { failure: 'shadow', drill: 'bad-canary', mark: 'shadow', lines: ['splitter-canary', 'canary-approvals'], less: shadow(100), more: shadow(200), measure: (list) => mark(list, 'shadow')!.count!, times: 2 },
  { failure: 'blue-green and rollback', drill: 'gates-green-72h', mark: 'twin', lines: [], less: withFigure(shop, 'release.share', 0.4), more: withFigure(shop, 'release.share', 0.8), measure: (list) => mark(list, 'twin')!.count!, times: 2 },
  { failure: 'cache stampede', drill: 'latency-spike', mark: 'cache', lines: [], less: withFigure(spike, 'store.cache_hit_share', 0.1), more: withFigure(spike, 'store.cache_hit_share', 0.3), measure: (list) => mark(list, 'cache')!.count!, times: 3 },
  { failure: 'cost', drill: 'latency-spike', mark: 'coins', lines: [], less: withFigure(spike, 'business.impact_eur_per_minute', 350), more: withFigure(spike, 'business.impact_eur_per_minute', 700), measure: (list) => mark(list, 'coins')!.count!, times: 2 },
]; // prettier-ignore

/** All that is drawn but what a row may change. */
function rest(list: DisplayList, row: Row): unknown {
  return {
    marks: list.marks.filter(({ kind }) => kind !== row.mark),
    lines: list.lines.filter(({ id }) => !row.lines.includes(id)),
    dots: list.dots.filter(({ line: id }) => !row.lines.includes(id)).map(({ line: id, x, y, radius }) => [id, x, y, radius]),
    stations: list.stations,
  };
}

describe('one figure changes, and on the map what stands for it in proportion', () => {
  it.each(ROWS)('$failure', (row) => {
    const [less, more] = [row.less, row.more].map((seen) => displayList(viewOn(row.drill, seen), 0, null, DESK)) as [
      DisplayList,
      DisplayList,
    ];
    expect(row.measure(less)).toBeGreaterThan(0);
    expect(row.measure(more) / row.measure(less)).toBeCloseTo(row.times, 1);
    expect(rest(more, row)).toEqual(rest(less, row));
  });

  it('a rollback throws the lever of the switch', () => {
    const lever = (share: number) =>
      JSON.stringify(
        displayList(viewOn('gates-green-72h', withFigure(shop, 'release.share', share)), 0, null, DESK)
          .items.filter(({ id }) => id.includes('twin'))
          .map(({ shapes }) => shapes.at(-1)),
      );
    expect(lever(0.9)).not.toBe(lever(0.1));
    expect(lever(0.9)).toBe(lever(0.8));
  });
});
