import { ZERO } from '../../kernel/zero.ts';
/** Attempts of one call that are told apart; `set-retries` allows no more. */
export const ATTEMPTS = 5;

/** A cell's numbers, `WIDTH` apart: when its oldest request arrived (s), over how long its arrivals were spread (s), requests left in it. */
export const FROM = 0;
export const SPAN = 1;
export const SUM = 2;
export const WIDTH = 3;

/**
 * A backlog as arrival cells, oldest first: what arrived evenly in [from, from+span) and still waits, split by attempt where calls are
 * tried again. Amounts are requests per pod. A fluid queue loses nothing by this: serving moves the edges of cells.
 */
export interface Cells {
  head: number; // place of the oldest cell in the ring
  count: number;
  total: number; // requests waiting
  kinds: number; // attempts told apart: 1, or ATTEMPTS once a retry has waited here
  edges: Float64Array; // [place * WIDTH + FROM, SPAN or SUM]
  mass: Float64Array; // [place * ATTEMPTS + attempt]; empty while all are first attempts
  fired: Uint8Array; // 1 once the client of this cell has given up
}

const START = 16; // cells: 3.2 s of busy steps

export const createCells = (): Cells => ({
  head: 0,
  count: 0,
  total: ZERO,
  kinds: 1,
  edges: new Float64Array(START * WIDTH),
  mass: new Float64Array(0),
  fired: new Uint8Array(START),
});

/** The place of the k-th oldest cell. */
export const cellAt = (cells: Cells, k: number): number => (cells.head + k) & (cells.fired.length - 1);

/** When the request that has waited longest arrived, s. Only where some wait. */
export const oldestArrival = (cells: Cells): number => cells.edges[cells.head * WIDTH + FROM]!;

/** Requests of one attempt in a cell. */
export const massOf = (cells: Cells, place: number, attempt: number): number =>
  cells.kinds > 1 ? cells.mass[place * ATTEMPTS + attempt]! : attempt === 0 ? cells.edges[place * WIDTH + SUM]! : 0;

function grow(cells: Cells): void {
  const { edges, mass, fired, count } = cells;
  const size = fired.length * 2;
  const next = {
    edges: new Float64Array(size * WIDTH),
    mass: new Float64Array(cells.kinds > 1 ? size * ATTEMPTS : 0),
    fired: new Uint8Array(size),
  };
  for (let k = 0; k < count; k++) {
    const i = cellAt(cells, k);
    next.fired[k] = fired[i]!;
    for (let n = 0; n < WIDTH; n++) next.edges[k * WIDTH + n] = edges[i * WIDTH + n]!;
    if (cells.kinds > 1) for (let a = 0; a < ATTEMPTS; a++) next.mass[k * ATTEMPTS + a] = mass[i * ATTEMPTS + a]!;
  }
  cells.edges = next.edges;
  cells.mass = next.mass;
  cells.fired = next.fired;
  cells.head = 0;
}

/** From now on attempts are told apart. */
function tellApart(cells: Cells): void {
  const mass = new Float64Array(cells.fired.length * ATTEMPTS);
  for (let k = 0; k < cells.count; k++) mass[cellAt(cells, k) * ATTEMPTS] = cells.edges[cellAt(cells, k) * WIDTH + SUM]!;
  cells.mass = mass;
  cells.kinds = ATTEMPTS;
}

/** Appends what arrives in [from, from+span): `perSecond[attempt]` requests per pod and second, for the first `attempts` attempts. */
export function pushCell(cells: Cells, from: number, span: number, perSecond: Float64Array, attempts: number): void {
  if (cells.count === cells.fired.length) grow(cells);
  if (attempts > cells.kinds) tellApart(cells);
  const i = (cells.head + cells.count) & (cells.fired.length - 1);
  let sum = perSecond[0]! * span;
  if (cells.kinds > 1) {
    const base = i * ATTEMPTS;
    cells.mass[base] = sum;
    for (let a = 1; a < ATTEMPTS; a++) {
      const m = a < attempts ? perSecond[a]! * span : 0;
      cells.mass[base + a] = m;
      sum += m;
    }
  }
  const edges = cells.edges;
  edges[i * WIDTH + FROM] = from;
  edges[i * WIDTH + SPAN] = span;
  edges[i * WIDTH + SUM] = sum;
  cells.fired[i] = 0;
  cells.count++;
  cells.total += sum;
}

/** Takes `amount` of the cell at a place from its old or its new end. An emptied cell, which is the first or the last, is dropped. */
export function takeFrom(cells: Cells, place: number, amount: number, fromOldEnd: boolean): void {
  const edges = cells.edges;
  const base = place * WIDTH;
  const sum = edges[base + SUM]!;
  if (amount >= sum || sum <= 0) {
    if (fromOldEnd) cells.head = (cells.head + 1) & (cells.fired.length - 1);
    cells.count--;
    cells.total = cells.count === 0 ? 0 : cells.total - sum;
    return;
  }
  const share = amount / sum;
  const width = edges[base + SPAN]!;
  const span = width * share;
  if (fromOldEnd) edges[base + FROM] = edges[base + FROM]! + span;
  edges[base + SPAN] = width - span;
  edges[base + SUM] = sum * (1 - share);
  if (cells.kinds > 1) for (let a = 0; a < ATTEMPTS; a++) cells.mass[place * ATTEMPTS + a]! *= 1 - share;
  cells.total -= sum * share;
}

export function clearCells(cells: Cells): void {
  cells.head = 0;
  cells.count = 0;
  cells.total = 0;
}
const rates = new Float64Array(ATTEMPTS);

/** Folds the backlog of `b` into `a`, per pod, weighted by their counts; both have the cells of the same steps. */
export function mergeCells(a: Cells, aPods: number, b: Cells, bPods: number): void {
  const wa = aPods / (aPods + bPods);
  const wb = 1 - wa;
  const lead = a.count >= b.count ? a : b;
  const merged = createCells();
  for (let k = 0; k < lead.count; k++) {
    const age = lead.count - k; // cells are aligned at their newest end
    const ka = a.count - age;
    const kb = b.count - age;
    const ia = ka >= 0 ? cellAt(a, ka) : -1;
    const ib = kb >= 0 ? cellAt(b, kb) : -1;
    const il = cellAt(lead, k);
    const edge = (n: number): number =>
      ia >= 0 && ib >= 0 ? wa * a.edges[ia * WIDTH + n]! + wb * b.edges[ib * WIDTH + n]! : lead.edges[il * WIDTH + n]!;
    const span = edge(SPAN);
    const kinds = a.kinds > b.kinds ? a.kinds : b.kinds;
    for (let t = 0; t < kinds; t++) {
      const mass = (ia >= 0 ? massOf(a, ia, t) * wa : 0) + (ib >= 0 ? massOf(b, ib, t) * wb : 0);
      rates[t] = mass / span;
    }
    pushCell(merged, edge(FROM), span, rates, kinds);
    merged.fired[cellAt(merged, k)] = lead.fired[il]!;
  }
  Object.assign(a, merged);
}
