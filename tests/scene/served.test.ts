import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import type { Observation } from '../../src/domain/observation.ts';
import type { MapView } from '../../src/game/map-view.ts';
import { stationWords } from '../../src/game/map-words.ts';
import { createRun } from '../../src/run/run.ts';
import { displayList, type DisplayList } from '../../src/scene/display-list.ts';
import { knownOf, viewOn, withFigure } from './drills.ts';
import { DESK } from './night.ts';

const DRILLS = ['latency-spike', 'silent-schema', 'slow-fade', 'gates-green-72h', 'prediction-drift-alarm', 'bad-canary'];
const RESTARTED = 1330;

/** The pool while all of its pods restart at once: none is ready. */
function restarting(): Observation {
  const run = createRun(scenarioOf('latency-spike'), { seed: '5' });
  for (const { look } of run.menu().looks) if (look.type === 'look-dashboard') run.dispatch(look);
  run.advance(RESTARTED);
  run.dispatch({ type: 'restart' });
  run.advance(RESTARTED + 30);
  return run.observe();
}

const listOf = (view: MapView): DisplayList => displayList(view, 0, null, DESK);
const dots = (list: DisplayList, id: string): number => list.dots.filter(({ line }) => line === id).length;
const rate = ({ lines }: MapView, id: string): number => lines.find((line) => line.id === id)!.ratePerSecond!;

describe('what a station does not serve', () => {
  it('ends there while none of its pods is ready: much runs in, nothing out, and nothing is asked of its stores', () => {
    const view = viewOn('latency-spike', restarting());
    const list = listOf(view);
    expect(dots(list, 'gateway-api')).toBeGreaterThan(3);
    for (const out of ['api-orders', 'api-store', 'api-merchant']) expect([out, dots(list, out)]).toEqual([out, 0]);
    expect(
      stationWords(
        view.stations.find(({ id }) => id === 'fraud-api')!,
        view,
      ),
    ).toMatch(/Paid orders at 0\.0 \/s/);
  });

  it('runs on as little as it is scored, whatever arrives', () => {
    const known = knownOf('latency-spike', 0.3);
    const view = (share: number) => viewOn('latency-spike', withFigure(known, 'gateway.unscored_share', share));
    expect(rate(view(0.5), 'api-orders') / rate(view(0), 'api-orders')).toBeCloseTo(0.5, 6);
    expect(rate(view(1), 'api-orders')).toBe(0);
    expect(dots(listOf(view(1)), 'api-orders')).toBe(0);
    expect(rate(view(1), 'gateway-api')).toBe(rate(view(0), 'gateway-api'));
  });

  it('reads features where its answer comes too late, and none where it was refused', () => {
    const known = knownOf('latency-spike', 0.3);
    const late = withFigure(withFigure(known, 'gateway.unscored_share', 0.8), 'gateway.http5xx_share', 0);
    const refused = withFigure(late, 'gateway.http5xx_share', 0.8);
    const reads = (seen: Observation) => rate(viewOn('latency-spike', seen), 'api-store');
    expect(reads(refused) / reads(late)).toBeCloseTo(0.2, 6);
  });

  it.each(DRILLS)('never leaves a station of %s: no more runs out than in', (id) => {
    let stations = 0;
    for (const share of [0.1, 0.3, 0.6, 0.9]) {
      const view = viewOn(id, knownOf(id, share, '5', ['look-dashboard']));
      const rows = new Map((view.marks ?? []).flatMap((mark) => (mark.kind === 'rows' ? [[mark.line, mark.rowsPerDay] as const] : [])));
      const flow = (station: string, end: 'from' | 'to') =>
        view.lines
          .filter((line) => line[end] === station && (line.kind === 'request' || (line.kind === 'feature' && rows.has(line.id))))
          .map((line) => rows.get(line.id) ?? line.ratePerSecond ?? 0);
      const sum = (rates: readonly number[]): number => rates.reduce((all, each) => all + each, 0);
      for (const station of view.stations) {
        const [into, out] = [flow(station.id, 'to'), flow(station.id, 'from')];
        if (into.length === 0 || out.length === 0) continue;
        stations++;
        expect(sum(out), `${station.id} at ${share}`).toBeLessThanOrEqual(sum(into) * 1.000001);
      }
    }
    expect(stations).toBeGreaterThan(3);
  });
});
