/** Attempts of one call that are told apart; `set-retries` allows no more. */
export const ATTEMPTS = 5;

/**
 * A backlog as arrival cells, oldest first: what arrived evenly in [from, from+span) and still waits, split by attempt.
 * Amounts are requests per pod. A fluid queue loses nothing by this: serving moves the edges of cells.
 */
export interface Cells {
  head: number; // index of the oldest cell in the ring
  count: number;
  total: number; // requests waiting
  from: Float64Array; // s, arrival of the oldest request left in the cell
  span: Float64Array; // s of arrivals left
  sum: Float64Array; // requests left in the cell
  mass: Float64Array; // [cell * ATTEMPTS + attempt]
  fired: Uint8Array; // 1 once the client of this cell has given up
}

const START = 16; // cells: 3.2 s of busy steps

export function createCells(): Cells {
  return {
    head: 0,
    count: 0,
    total: 0,
    from: new Float64Array(START),
    span: new Float64Array(START),
    sum: new Float64Array(START),
    mass: new Float64Array(START * ATTEMPTS),
    fired: new Uint8Array(START),
  };
}

function grow(cells: Cells): void {
  const old = cells.from.length;
  const next = createCells();
  const size = old * 2;
  next.from = new Float64Array(size);
  next.span = new Float64Array(size);
  next.sum = new Float64Array(size);
  next.mass = new Float64Array(size * ATTEMPTS);
  next.fired = new Uint8Array(size);
  for (let k = 0; k < cells.count; k++) {
    const i = (cells.head + k) & (old - 1);
    next.from[k] = cells.from[i]!;
    next.span[k] = cells.span[i]!;
    next.sum[k] = cells.sum[i]!;
    next.fired[k] = cells.fired[i]!;
    for (let a = 0; a < ATTEMPTS; a++) next.mass[k * ATTEMPTS + a] = cells.mass[i * ATTEMPTS + a]!;
  }
  cells.from = next.from;
  cells.span = next.span;
  cells.sum = next.sum;
  cells.mass = next.mass;
  cells.fired = next.fired;
  cells.head = 0;
}

export const cellIndex = (cells: Cells, k: number): number => (cells.head + k) & (cells.from.length - 1);

/** Appends what arrives in [from, from+span): `perSecond[attempt]` requests per pod and second, for the first `attempts` attempts. */
export function pushCell(cells: Cells, from: number, span: number, perSecond: Float64Array, attempts: number): void {
  if (cells.count === cells.from.length) grow(cells);
  const i = (cells.head + cells.count) & (cells.from.length - 1);
  let sum = 0;
  for (let a = 0; a < attempts; a++) {
    const m = perSecond[a]! * span;
    cells.mass[i * ATTEMPTS + a] = m;
    sum += m;
  }
  for (let a = attempts; a < ATTEMPTS; a++) cells.mass[i * ATTEMPTS + a] = 0;
  cells.from[i] = from;
  cells.span[i] = span;
  cells.sum[i] = sum;
  cells.fired[i] = 0;
  cells.count++;
  cells.total += sum;
}

/**
 * Takes `amount` of cell `i` from its old or its new end and returns the taken share of the cell.
 * The caller reads `mass` before or scales by the share; an emptied cell at an end is dropped.
 */
export function takeFrom(cells: Cells, i: number, amount: number, fromOldEnd: boolean): number {
  const sum = cells.sum[i]!;
  const share = sum > 0 ? (amount >= sum ? 1 : amount / sum) : 1;
  if (share >= 1) {
    cells.total -= sum;
    cells.sum[i] = 0;
    if (fromOldEnd) cells.head = (cells.head + 1) & (cells.from.length - 1);
    cells.count--;
    if (cells.count === 0) cells.total = 0;
    return 1;
  }
  const span = cells.span[i]! * share;
  if (fromOldEnd) cells.from[i] = cells.from[i]! + span;
  cells.span[i] = cells.span[i]! - span;
  const keep = 1 - share;
  cells.sum[i] = sum * keep;
  for (let a = 0; a < ATTEMPTS; a++) cells.mass[i * ATTEMPTS + a]! *= keep;
  cells.total -= sum * share;
  return share;
}

export function clearCells(cells: Cells): void {
  cells.head = 0;
  cells.count = 0;
  cells.total = 0;
}

/** Folds the backlog of `b` into `a`, per pod, weighted by their counts; both have the cells of the same steps. */
export function mergeCells(a: Cells, aPods: number, b: Cells, bPods: number): void {
  const wa = aPods / (aPods + bPods);
  const wb = 1 - wa;
  const lead = a.count >= b.count ? a : b;
  const merged = createCells();
  for (let k = 0; k < lead.count; k++) {
    if (merged.count === merged.from.length) grow(merged);
    const age = lead.count - k; // cells are aligned at their newest end
    const ka = a.count - age;
    const kb = b.count - age;
    const ia = ka >= 0 ? cellIndex(a, ka) : -1;
    const ib = kb >= 0 ? cellIndex(b, kb) : -1;
    const il = cellIndex(lead, k);
    const to = merged.count;
    let sum = 0;
    for (let t = 0; t < ATTEMPTS; t++) {
      const m = (ia >= 0 ? a.mass[ia * ATTEMPTS + t]! * wa : 0) + (ib >= 0 ? b.mass[ib * ATTEMPTS + t]! * wb : 0);
      merged.mass[to * ATTEMPTS + t] = m;
      sum += m;
    }
    merged.from[to] = ia >= 0 && ib >= 0 ? wa * a.from[ia]! + wb * b.from[ib]! : lead.from[il]!;
    merged.span[to] = ia >= 0 && ib >= 0 ? wa * a.span[ia]! + wb * b.span[ib]! : lead.span[il]!;
    merged.sum[to] = sum;
    merged.fired[to] = lead.fired[il]!;
    merged.count++;
    merged.total += sum;
  }
  Object.assign(a, merged);
}
