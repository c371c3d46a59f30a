import type { LineageNode } from '../../domain/evidence.ts';

export interface Edge {
  readonly from: string;
  readonly to: string;
}

/** Where a node stands: how many steps from the first source, and in which lane beside the others. Lanes may be halves. */
export interface Place {
  readonly node: LineageNode;
  readonly depth: number;
  readonly lane: number;
}

export interface Way {
  readonly edge: Edge;
  readonly lanes: readonly number[]; // one for each depth from the edge's start to its end
  readonly depth: number; // of its start
}

export interface LineageLayout {
  readonly places: readonly Place[]; // in order of depth, then lane: the order in which they are read
  readonly ways: readonly Way[];
  readonly depths: number;
  readonly lanes: number;
}

interface Slot {
  readonly key: string;
  readonly depth: number;
  lane: number;
}

/** Longest way from a source; what only feeds something later stands right before it. */
function depthsOf(ids: readonly string[], edges: readonly Edge[]): ReadonlyMap<string, number> {
  const depth = new Map<string, number>(ids.map((id) => [id, 0]));
  for (let round = 0; round < ids.length; round++)
    for (const { from, to } of edges) depth.set(to, Math.min(ids.length - 1, Math.max(depth.get(to) ?? 0, (depth.get(from) ?? 0) + 1)));
  for (const id of ids) {
    if (edges.some((edge) => edge.to === id)) continue;
    const next = edges.filter((edge) => edge.from === id).map((edge) => depth.get(edge.to) ?? 0);
    if (next.length > 0) depth.set(id, Math.max(0, Math.min(...next) - 1));
  }
  return depth;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Puts the slots of one depth into lanes as near as can be to what they hang on, at least one apart. */
function settle(column: Slot[], wanted: (slot: Slot) => number): void {
  const aims = new Map(column.map((slot) => [slot, wanted(slot)] as const));
  column.sort((a, b) => (aims.get(a) ?? 0) - (aims.get(b) ?? 0));
  let last = -Infinity;
  for (const slot of column) last = slot.lane = Math.max(aims.get(slot) ?? 0, last + 1);
  const over = mean(column.map((slot) => slot.lane - (aims.get(slot) ?? 0)));
  for (const slot of column) slot.lane -= over;
}

/** A drawing of a graph without rings: each step one column on, neighbours side by side, long edges with a lane of their own. */
export function lineageLayout(nodes: readonly LineageNode[], edges: readonly Edge[]): LineageLayout {
  const ids = nodes.map((node) => node.id);
  const known = edges.filter(({ from, to }) => ids.includes(from) && ids.includes(to) && from !== to);
  const depth = depthsOf(ids, known);
  const forward = known.filter(({ from, to }) => (depth.get(from) ?? 0) < (depth.get(to) ?? 0));
  const depths = Math.max(0, ...depth.values()) + 1;
  const columns: Slot[][] = Array.from({ length: depths }, () => []);
  const slots = new Map<string, Slot>();
  const links: (readonly [from: Slot, to: Slot])[] = [];
  const put = (key: string, at: number): Slot => {
    const column = columns[at] ?? [];
    const slot = { key, depth: at, lane: column.length };
    column.push(slot);
    slots.set(key, slot);
    return slot;
  };
  for (const id of ids) put(id, depth.get(id) ?? 0);
  const chains = forward.map((edge) => {
    const [start, end] = [slots.get(edge.from), slots.get(edge.to)];
    if (start === undefined || end === undefined) return { edge, chain: [] };
    const between = Array.from({ length: end.depth - start.depth - 1 }, (_, i) => put(`${edge.from}>${edge.to}>${i}`, start.depth + 1 + i));
    const chain = [start, ...between, end];
    for (let i = 1; i < chain.length; i++) links.push([chain[i - 1] as Slot, chain[i] as Slot]);
    return { edge, chain };
  });
  const pull = (slot: Slot, side: 0 | 1): number => {
    const lanes = links.filter((link) => link[1 - side] === slot).map((link) => link[side]?.lane ?? 0);
    return lanes.length === 0 ? slot.lane : mean(lanes);
  };
  for (let sweep = 0; sweep < 3; sweep++) {
    for (const column of columns) settle(column, (slot) => pull(slot, 0));
    if (sweep < 2) for (const column of columns.toReversed()) settle(column, (slot) => pull(slot, 1));
  }
  const all = columns.flat();
  const first = Math.min(...all.map((slot) => slot.lane));
  for (const slot of all) slot.lane -= first;
  const places = nodes
    .map((node) => ({ node, depth: slots.get(node.id)?.depth ?? 0, lane: slots.get(node.id)?.lane ?? 0 }))
    .sort((a, b) => a.depth - b.depth || a.lane - b.lane);
  return {
    places,
    ways: chains.map(({ edge, chain }) => ({ edge, depth: chain[0]?.depth ?? 0, lanes: chain.map((slot) => slot.lane) })),
    depths,
    lanes: Math.max(0, ...all.map((slot) => slot.lane)) + 1,
  };
}
