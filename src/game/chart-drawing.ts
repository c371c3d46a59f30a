import { Graph, layout, type EdgeLabel, type GraphLabel, type NodeLabel } from '@dagrejs/dagre';
import type { ChartOutline, OutlineWay } from '../domain/chart-view.ts';
import type { Box, ChartDrawing, DrawnWay, Entry, Spot } from './chart-places.ts';
import { laneDrawing } from './chart-lanes.ts';
import { eventList, labelSize, numberSize, stateSize, wayWords } from './chart-size.ts';
import { chartWords } from './words/charts.ts';

interface Manner {
  readonly rankdir: 'TB' | 'LR';
  readonly numbered: boolean;
  readonly tight: boolean;
}

/** From the easiest to read to the narrowest. */
const MANNERS: readonly Manner[] = [
  { rankdir: 'LR', numbered: false, tight: false },
  { rankdir: 'TB', numbered: false, tight: false },
  { rankdir: 'TB', numbered: false, tight: true },
  { rankdir: 'TB', numbered: true, tight: false },
  { rankdir: 'TB', numbered: true, tight: true },
];

const START = 12; // px across
const EDGE = 8; // px around the drawing

const startOf = (group: string | null): string => `start>${group ?? ''}`;
const anyOf = (group: string | null): string => `any>${group ?? ''}`;

type Drawn = Graph<GraphLabel, NodeLabel, EdgeLabel>;

const holds = (outline: ChartOutline, group: string, id: string): boolean => {
  let parent = outline.states.find((state) => state.id === id)?.parent ?? null;
  while (parent !== null && parent !== group) parent = outline.states.find((state) => state.id === parent)?.parent ?? null;
  return parent === group;
};

/** Lines end at leaves, as the layout knows no others: a group is stood for by the state that is entered first in it. */
function leafOf(outline: ChartOutline, id: string): string {
  const inside = outline.states.filter((state) => state.parent === id);
  const first = inside.find((state) => state.initial) ?? inside[0];
  return first === undefined ? id : leafOf(outline, first.id);
}

/** Whether a transition begins at no state of its own but at all of a group. */
const fromAny = (outline: ChartOutline, { from, to }: OutlineWay): boolean =>
  from === null || (from !== to && outline.states.some(({ parent }) => parent === from) && holds(outline, from, to));

function graphOf(outline: ChartOutline, { rankdir, numbered, tight }: Manner, scale: number, events: readonly string[]): Drawn {
  const graph: Drawn = new Graph({ multigraph: true, compound: true });
  graph.setGraph({ rankdir, nodesep: tight ? 6 : 14, edgesep: tight ? 0 : 6, ranksep: 16, marginx: EDGE, marginy: EDGE });
  const groups = new Set(outline.states.flatMap(({ parent }) => parent ?? []));
  for (const state of outline.states)
    graph.setNode(state.id, groups.has(state.id) ? { width: 0, height: 0 } : { ...stateSize(state, scale, tight) });
  for (const { id, parent } of outline.states) if (parent !== null) graph.setParent(id, parent);
  const put = (id: string, width: number, height: number, group: string | null): void => {
    graph.setNode(id, { width, height });
    if (group !== null) graph.setParent(id, group);
  };
  for (const { id, parent, initial } of outline.states) {
    if (!initial) continue;
    put(`${startOf(parent)}>${id}`, START, START, parent);
    graph.setEdge(`${startOf(parent)}>${id}`, leafOf(outline, id), { width: 0, height: 0 }, 'start');
  }
  for (const way of outline.ways) {
    const any = fromAny(outline, way);
    const from = any ? anyOf(way.from) : leafOf(outline, way.from!);
    if (any && !graph.hasNode(from)) {
      const { width, height } = labelSize(chartWords.anyState, scale);
      put(from, width + 16, height + 8, way.from);
    }
    const words = wayWords(way);
    const size = numbered ? numberSize(scale) : labelSize(words, scale);
    graph.setEdge(
      from,
      leafOf(outline, way.to),
      { ...size, labelpos: 'c', text: numbered ? `${events.indexOf(words) + 1}` : words },
      way.id,
    );
  }
  return graph;
}

const boxOf = ({ x = 0, y = 0, width = 0, height = 0 }: { x?: number; y?: number; width?: number; height?: number }): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

const spotsOf = (edge: EdgeLabel): readonly Spot[] => (edge.points ?? []).map(({ x, y }) => [x, y] as const);

const inBox = ([x, y]: Spot, box: Box): boolean => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

/** The way as far as it lies outside a group's box: it begins, or ends, at the box. */
function outside(points: readonly Spot[], box: Box): readonly Spot[] {
  const first = points.findIndex((point) => !inBox(point, box));
  if (first <= 0) return points;
  let [[ax, ay], [bx, by]] = [points[first - 1]!, points[first]!];
  for (let i = 0; i < 20; i++) {
    const middle: Spot = [(ax + bx) / 2, (ay + by) / 2];
    if (inBox(middle, box)) [ax, ay] = middle;
    else [bx, by] = middle;
  }
  return [[bx, by], ...points.slice(first)];
}

/** A way from a state back to itself, out to its label and back on the side where that lies. */
function loop(box: Box, label: Box): readonly Spot[] {
  const [x, y] = [label.x + label.width / 2, label.y + label.height / 2];
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
  if (x > right)
    return [
      [right, middleY - 8],
      [x, y],
      [right, middleY + 8],
    ];
  const edge = y > middleY ? bottom : box.y;
  return [
    [middleX - 12, edge],
    [x, y],
    [middleX + 12, edge],
  ];
}

function drawn(outline: ChartOutline, graph: Drawn, manner: Manner, events: readonly string[]): ChartDrawing {
  const states = outline.states.map((state) => ({ state, ...boxOf(graph.node(state.id)) }));
  const at = new Map(states.map((box) => [box.state.id, box]));
  const isGroup = (id: string): boolean => outline.states.some(({ parent }) => parent === id);
  const ways: DrawnWay[] = [];
  const entries: Entry[] = [];
  for (const edge of graph.edges()) {
    const label = graph.edge(edge);
    if (edge.name === 'start') {
      entries.push({ kind: 'start', ...boxOf(graph.node(edge.v)), points: spotsOf(label) });
      continue;
    }
    const way = outline.ways.find(({ id }) => id === edge.name)!;
    let points = way.from === way.to ? loop(at.get(way.to)!, boxOf(label)) : spotsOf(label);
    if (way.from !== null && isGroup(way.from) && !fromAny(outline, way)) points = outside(points, at.get(way.from)!);
    if (isGroup(way.to)) points = outside(points.toReversed(), at.get(way.to)!).toReversed();
    ways.push({ way, points, label: { ...boxOf(label), text: String(label['text']) } });
  }
  for (const id of graph.nodes()) if (id.startsWith('any>')) entries.push({ kind: 'any', ...boxOf(graph.node(id)), points: [] });
  const order = new Map(outline.ways.map(({ id }, i) => [id, i]));
  ways.sort((a, b) => order.get(a.way.id)! - order.get(b.way.id)!);
  const { width = 0, height = 0 } = graph.graph();
  return { width: Math.ceil(width), height: Math.ceil(height), states, ways, entries, events, numbered: manner.numbered };
}

const known = new WeakMap<ChartOutline, Map<string, ChartDrawing>>();

/**
 * A chart's definition as a drawing: all its states and transitions, left to right where there is room, else downwards, with numbers in
 * place of words where even that is too wide, and in lanes where nothing else fits. The same for the same chart and room; wider than the room only where nothing is narrower.
 * @param room px @param scale of the reader's text, 1 is 100 %
 */
export function chartDrawing(outline: ChartOutline, room: number, scale = 1): ChartDrawing {
  let drawings = known.get(outline);
  if (drawings === undefined) known.set(outline, (drawings = new Map()));
  const key = `${Math.floor(room)} ${scale}`;
  const before = drawings.get(key);
  if (before !== undefined) return before;
  const events = eventList(outline);
  let drawing: ChartDrawing | null = null;
  for (const manner of MANNERS) {
    const graph = graphOf(outline, manner, scale, events);
    layout(graph);
    const next = drawn(outline, graph, manner, events);
    if (drawing === null || next.width <= room || next.width < drawing.width) drawing = next;
    if (next.width <= room) break;
  }
  const lanes = drawing!.width > room ? laneDrawing(outline, scale) : null;
  if (lanes !== null && lanes.width < drawing!.width) drawing = lanes;
  drawings.set(key, drawing!);
  return drawing!;
}
