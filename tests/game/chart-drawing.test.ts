import { createMachine, type AnyStateMachine } from 'xstate';
import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import type { ChartOutline } from '../../src/domain/chart-view.ts';
import { chartDrawing } from '../../src/game/chart-drawing.ts';
import type { Box, ChartDrawing } from '../../src/game/chart-places.ts';
import { outlineOf } from '../../src/kernel/outline.ts';
import { alertChart } from '../../src/parts/alerts/chart.ts';
import { audienceChart, clientChart, parallelChart } from '../../src/parts/audience/chart.ts';
import { autoscalerChart } from '../../src/parts/autoscaler/chart.ts';
import { businessChart } from '../../src/parts/business/chart.ts';
import { decisionsChart, queueChart } from '../../src/parts/decisions/chart.ts';
import { experimentChart } from '../../src/parts/experiment/chart.ts';
import { storeChart } from '../../src/parts/feature-store/chart.ts';
import { breakerChart } from '../../src/parts/gateway/breaker-chart.ts';
import { labelsChart } from '../../src/parts/labels/chart.ts';
import { servingChart } from '../../src/parts/model-server/chart.ts';
import { outcomesChart } from '../../src/parts/outcomes/chart.ts';
import { pipelineChart } from '../../src/parts/pipeline/chart.ts';
import { populationChart } from '../../src/parts/population/chart.ts';
import { releaseChart } from '../../src/parts/release/chart.ts';
import { aliasChart, rolloutChart } from '../../src/parts/rollout/chart.ts';
import { successesChart } from '../../src/parts/successes/chart.ts';
import { trafficChart } from '../../src/parts/traffic/chart.ts';
import { championChart, trainingChart } from '../../src/parts/training/chart.ts';
import { upstreamChart } from '../../src/parts/upstream/chart.ts';
import { createRun } from '../../src/run/run.ts';

const DRILLS = ['latency-spike', 'silent-schema', 'slow-fade', 'gates-green-72h', 'prediction-drift-alarm', 'bad-canary'];
const ROOMS = { desktop: 628, phone: 340 } as const; // px that a drawing has at 1440 and at 390 px

const MACHINES: Readonly<Record<string, AnyStateMachine>> = {
  alert: alertChart,
  audience: audienceChart,
  autoscaler: autoscalerChart,
  'breaker feature-store': breakerChart,
  'breaker merchant-risk': breakerChart,
  business: businessChart,
  champion: championChart,
  'client-release': clientChart,
  decisions: decisionsChart,
  experiment: experimentChart,
  'feature-store': storeChart,
  labels: labelsChart,
  outcomes: outcomesChart,
  'parallel-experiment': parallelChart,
  pipeline: pipelineChart,
  population: populationChart,
  'registry-alias': aliasChart,
  release: releaseChart,
  'review-queue': queueChart,
  rollout: rolloutChart,
  serving: servingChart,
  successes: successesChart,
  traffic: trafficChart,
  training: trainingChart,
  upstream: upstreamChart,
};

interface Written {
  readonly on?: Readonly<Record<string, unknown>>;
  readonly states?: Readonly<Record<string, Written>>;
}

/** States and transitions as the machine's own text has them, counted without XState's resolved nodes. */
function counted({ on = {}, states = {} }: Written): { readonly states: number; readonly ways: number } {
  const inner = Object.values(states).map(counted);
  const own = Object.values(on).reduce<number>((sum, way) => sum + (Array.isArray(way) ? way.length : 1), 0);
  return {
    states: inner.reduce((sum, each) => sum + 1 + each.states, 0),
    ways: inner.reduce((sum, each) => sum + each.ways, own),
  };
}

const shownCharts = DRILLS.flatMap((drill) =>
  createRun(scenarioOf(drill), { seed: '5' })
    .rooms()
    .flatMap(({ station, charts }) => charts.map(({ chart, outline }) => ({ name: `${drill} ${station} ${chart}`, chart, outline }))),
);

const apart = (a: Box, b: Box, by = 0): boolean =>
  a.x + a.width <= b.x + by || b.x + b.width <= a.x + by || a.y + a.height <= b.y + by || b.y + b.height <= a.y + by;

/** All that is wrong with where things lie. */
function faultsOf(drawing: ChartDrawing): readonly string[] {
  const { states, ways, entries, width, height } = drawing;
  const faults: string[] = [];
  const groups = new Set(states.flatMap(({ state }) => state.parent ?? []));
  const boxes = [
    ...states.filter(({ state }) => !groups.has(state.id)).map((box) => ({ name: box.state.id, box })),
    ...entries.map((box, i) => ({ name: `${box.kind} ${i}`, box })),
  ];
  const labels = ways.map(({ label, way }) => ({ name: `${way.from} ${way.on} ${way.to}`, box: label }));
  for (const { name, box } of [...boxes, ...labels])
    if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height) faults.push(`${name} is outside`);
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => apart(a.box, b.box) || faults.push(`${a.name} lies over ${b.name}`)));
  for (const label of labels)
    for (const { name, box } of boxes) if (!apart(label.box, box, 1)) faults.push(`${label.name} lies over ${name}`);
  labels.forEach((a, i) => labels.slice(i + 1).forEach((b) => apart(a.box, b.box, 1) || faults.push(`${a.name} lies over ${b.name}`)));
  return faults;
}

describe('a statechart drawn from its machine', () => {
  it('is shown for every part of every shipped system that has a machine', () => {
    expect(new Set(shownCharts.map(({ chart }) => chart))).toEqual(new Set(Object.keys(MACHINES)));
  });

  it.each(shownCharts)('has as many boxes and lines as $name has states and transitions', ({ chart, outline }) => {
    const { states, ways } = counted(MACHINES[chart]!.config as unknown as Written);
    for (const room of Object.values(ROOMS)) {
      const drawing = chartDrawing(outline, room);
      expect(drawing.states).toHaveLength(states);
      expect(drawing.ways).toHaveLength(ways);
      expect(drawing.entries.filter(({ kind }) => kind === 'start')).toHaveLength(1);
    }
  });

  it.each(shownCharts)('fits a desktop and a phone, nothing over anything: $name', ({ outline }) => {
    for (const room of Object.values(ROOMS)) {
      const drawing = chartDrawing(outline, room);
      expect(faultsOf(drawing)).toEqual([]);
      expect(drawing.width).toBeLessThanOrEqual(room);
    }
  });

  it('keeps its boxes and labels apart when the text is twice as large', () => {
    for (const { outline, name } of shownCharts) expect(faultsOf(chartDrawing(outline, ROOMS.desktop, 2)), name).toEqual([]);
  });

  it('begins and ends every line at the boxes of its two states', () => {
    for (const { outline, name } of shownCharts) {
      const { states, ways } = chartDrawing(outline, ROOMS.desktop);
      const touches = (id: string, [x, y]: readonly [number, number]): boolean => {
        const box = states.find(({ state }) => state.id === id)!;
        return x >= box.x - 1 && x <= box.x + box.width + 1 && y >= box.y - 1 && y <= box.y + box.height + 1;
      };
      for (const { way, points } of ways) {
        expect(touches(way.to, points.at(-1)!), `${name}: ${way.on} to ${way.to}`).toBe(true);
        if (way.from !== null) expect(touches(way.from, points[0]!), `${name}: ${way.on} from ${way.from}`).toBe(true);
      }
    }
  });

  it('is the same for the same machine, however often it is laid out', () => {
    const first = JSON.stringify(chartDrawing(outlineOf(releaseChart), 640));
    expect(JSON.stringify(chartDrawing(outlineOf(releaseChart), 640))).toBe(first);
  });
});

/** A chart as no part has one: a group, a parallel state, guards, an event that every state takes, a step back to itself. */
const rich = createMachine({
  id: 'rich',
  initial: 'idle',
  on: { KILL: '.dead' },
  states: {
    idle: { on: { GO: [{ target: 'busy', guard: 'isReady' }, { target: 'idle' }] } },
    busy: {
      initial: 'loading',
      on: { STOP: 'idle', SKIP: '.running' },
      states: { loading: { on: { LOADED: 'running' } }, running: { on: { AGAIN: 'loading' } } },
    },
    both: { type: 'parallel', states: { left: {}, right: {} }, on: { DONE: 'dead' } },
    dead: { type: 'final' },
  },
});

describe('a chart with groups, parallel states and guards', () => {
  const outline: ChartOutline = outlineOf(rich);

  it('keeps who holds whom, what is entered first, and what a guard asks', () => {
    const of = (id: string) => outline.states.find((state) => state.id === id);
    expect(outline.states).toHaveLength(8);
    expect(of('busy')).toMatchObject({ kind: 'group', parent: null, initial: false });
    expect(of('busy.loading')).toMatchObject({ name: 'loading', parent: 'busy', initial: true });
    expect(of('both')?.kind).toBe('parallel');
    expect(of('both.left')?.initial && of('both.right')?.initial).toBe(true);
    expect(of('dead')?.kind).toBe('final');
    expect(outline.ways).toHaveLength(8);
    expect(outline.ways.find(({ guard }) => guard !== null)).toMatchObject({ from: 'idle', to: 'busy', on: 'GO', guard: 'isReady' });
    expect(outline.ways.find(({ on }) => on === 'KILL')).toMatchObject({ from: null, to: 'dead' });
  });

  it('draws what a group holds inside its box, and everything else outside', () => {
    const drawing = chartDrawing(outline, ROOMS.desktop);
    expect(faultsOf(drawing)).toEqual([]);
    expect(drawing.ways).toHaveLength(8);
    const box = (id: string) => drawing.states.find(({ state }) => state.id === id)!;
    for (const { state, ...inner } of drawing.states) {
      const group = box('busy');
      const within =
        inner.x >= group.x &&
        inner.y >= group.y &&
        inner.x + inner.width <= group.x + group.width &&
        inner.y + inner.height <= group.y + group.height;
      if (state.id !== 'busy') expect(within, state.id).toBe(state.parent === 'busy');
    }
  });
});
