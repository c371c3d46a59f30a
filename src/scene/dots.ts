import type { DotShape, Flow } from './flow.ts';
import type { Track } from './path.ts';

/** Dots of a flow that look unlike the others: so many of them, evenly among the rest, or all beyond a share of the way. */
export interface OddDots {
  readonly shape: DotShape;
  readonly size: number; // against the others
  readonly count?: number;
  readonly beyond?: number;
}

/** A flow on its way across the screen. */
export interface DotPlan {
  readonly flow: Flow;
  readonly track: Track;
  readonly roundTrip: boolean; // out on one rail and back on the other; `track` then holds both
  readonly lanes: number; // 1..3 beside each other where they would touch
  readonly radius: number; // px
  readonly odd?: OddDots;
}

/** Where the dots of a line are: each `slot` plus the common `phase` is the share of the crossing done. */
interface Train {
  dots: number;
  phase: number;
  slots: Float32Array; // ascending, one turn apart at most
  lanes: Uint8Array;
}

export interface DotsState {
  seconds: number; // of motion so far
  readonly trains: Map<string, Train>;
}

export const noDots = (): DotsState => ({ seconds: 0, trains: new Map() });

export const copyDots = (state: DotsState): DotsState => ({
  seconds: state.seconds,
  trains: new Map([...state.trains].map(([id, train]) => [id, { ...train, slots: train.slots.slice(), lanes: train.lanes.slice() }])),
});

const GOLDEN = 0.618034; // lines start out of step with each other
const EVEN_OUT = 0.8; // per second: only a mean flow is known, so spacing evens out

/**
 * Makes the dots of every plan as many as its flow says. In place; call it when plans change.
 * New dots appear in the widest gap, and the closest leave, so that what is on its way stays.
 */
export function matchDots(state: DotsState, plans: readonly DotPlan[]): void {
  const kept = new Set(plans.map((plan) => plan.flow.line));
  for (const id of state.trains.keys()) if (!kept.has(id)) state.trains.delete(id);
  plans.forEach(({ flow }, i) => {
    const train = state.trains.get(flow.line);
    if (train === undefined || train.dots === 0 || flow.dots === 0) state.trains.set(flow.line, evenTrain(flow.dots, (i * GOLDEN) % 1));
    else resize(train, flow.dots);
  });
}

function evenTrain(dots: number, phase: number): Train {
  const slots = new Float32Array(Math.max(8, dots));
  const lanes = new Uint8Array(slots.length);
  for (let i = 0; i < dots; i++) {
    slots[i] = i / dots;
    lanes[i] = i % 6;
  }
  return { dots, phase, slots, lanes };
}

const slot = (train: Train, i: number): number => train.slots[i] ?? 0;
const gapAfter = (train: Train, i: number): number =>
  i + 1 < train.dots ? slot(train, i + 1) - slot(train, i) : slot(train, 0) + 1 - slot(train, i);

function resize(train: Train, dots: number): void {
  if (dots > 1 && train.phase >= 1) train.phase = 0;
  if (train.slots.length < dots) {
    const slots = new Float32Array(dots * 2);
    const lanes = new Uint8Array(dots * 2);
    slots.set(train.slots);
    lanes.set(train.lanes);
    train.slots = slots;
    train.lanes = lanes;
  }
  while (train.dots < dots) {
    let widest = 0;
    for (let i = 1; i < train.dots; i++) if (gapAfter(train, i) > gapAfter(train, widest) + 1e-6) widest = i;
    const middle = slot(train, widest) + gapAfter(train, widest) / 2;
    train.slots.copyWithin(widest + 2, widest + 1, train.dots);
    train.lanes.copyWithin(widest + 2, widest + 1, train.dots);
    train.slots[widest + 1] = middle;
    train.lanes[widest + 1] = ((train.lanes[widest] ?? 0) + 1) % 6;
    train.dots++;
  }
  while (train.dots > dots) {
    let closest = 0;
    for (let i = 1; i < train.dots; i++) if (gapAfter(train, i) < gapAfter(train, closest) - 1e-6) closest = i;
    train.slots.copyWithin(closest, closest + 1, train.dots);
    train.lanes.copyWithin(closest, closest + 1, train.dots);
    train.dots--;
  }
  if (train.dots === 1) {
    train.phase = (slot(train, 0) + train.phase) % 1;
    train.slots[0] = 0;
  }
}

/**
 * Moves all dots on to a moment of motion. In place, without allocating.
 * @param seconds of motion since the scene began; equal to the state's own, nothing moves
 */
export function moveDots(state: DotsState, plans: readonly DotPlan[], seconds: number): void {
  const dt = Math.max(0, seconds - state.seconds);
  state.seconds = seconds;
  if (dt === 0) return;
  for (const { flow } of plans) {
    const train = state.trains.get(flow.line);
    if (train === undefined || train.dots === 0 || flow.crossingSeconds === Infinity) continue;
    const turn = flow.exact < 1 ? 1 / flow.exact : 1; // less than one dot: it is away for the rest of the turn
    train.phase = (train.phase + dt / flow.crossingSeconds) % turn;
    evenOut(train, Math.min(1, dt * EVEN_OUT));
  }
}

function evenOut(train: Train, share: number): void {
  const n = train.dots;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += slot(train, i) - i / n;
  mean /= n;
  for (let i = 0; i < n; i++) train.slots[i] = slot(train, i) + (mean + i / n - slot(train, i)) * share;
}

/** Dots ready to draw; arrays are longer than `count`. Reused from frame to frame. */
export interface DotBuffer {
  count: number;
  x: Float32Array;
  y: Float32Array;
  look: Uint16Array; // twice the index of the plan, and one more for its odd dots: shape, colour and size
}

export const dotBuffer = (room = 256): DotBuffer => ({
  count: 0,
  x: new Float32Array(room),
  y: new Float32Array(room),
  look: new Uint16Array(room),
});

/** How much nearer dots are to each other at the end of a fully crowded way: 1 − BUNCH. */
export const BUNCH = 0.6; // at full crowding dots are 1.6 times as fast at the start of a way as on the whole, 0.4 times at its end
export const OUT_SHARE = 0.25; // at full crowding the way out takes three quarters of a round trip

/** Share of the way done at a share of the crossing's time. Its mean slope is 1, so crowding does not change the mean speed. */
function along(u: number, crowding: number, roundTrip: boolean): number {
  if (!roundTrip) return u + crowding * BUNCH * u * (1 - u);
  const out = 0.5 + OUT_SHARE * crowding;
  if (u >= out) return 0.5 + (0.5 * (u - out)) / (1 - out);
  const v = u / out;
  return 0.5 * (v + crowding * BUNCH * v * (1 - v));
}

/** Writes where every dot is. Allocates only where the buffer is too small. */
export function placeDots(state: DotsState, plans: readonly DotPlan[], buffer: DotBuffer): void {
  let n = 0;
  for (let p = 0; p < plans.length; p++) {
    const plan = plans[p];
    const train = plan && state.trains.get(plan.flow.line);
    if (plan === undefined || train === undefined) continue;
    if (n + train.dots > buffer.x.length) grow(buffer, n + train.dots);
    const { track, lanes, radius, roundTrip, flow } = plan;
    const last = track.samples - 1;
    const count = plan.odd?.count ?? 0;
    const beyond = plan.odd?.beyond ?? Infinity;
    for (let i = 0; i < train.dots; i++) {
      let u = slot(train, i) + train.phase;
      if (flow.exact < 1 && train.dots === 1) {
        if (u >= 1) continue;
      } else u -= Math.floor(u);
      const done = along(u, flow.crowding, roundTrip);
      const odd = done > beyond || Math.floor(((i + 1) * count) / train.dots) > Math.floor((i * count) / train.dots);
      const s = done * last;
      const k = Math.min(last - 1, Math.max(0, Math.floor(s)));
      const t = s - k;
      const lane = lanes === 1 ? 0 : (((train.lanes[i] ?? 0) % lanes) - (lanes - 1) / 2) * radius * 2.1;
      buffer.x[n] = (track.x[k] ?? 0) * (1 - t) + (track.x[k + 1] ?? 0) * t - (track.dy[k] ?? 0) * lane;
      buffer.y[n] = (track.y[k] ?? 0) * (1 - t) + (track.y[k + 1] ?? 0) * t + (track.dx[k] ?? 0) * lane;
      buffer.look[n] = p * 2 + (odd ? 1 : 0);
      n++;
    }
  }
  buffer.count = n;
}

function grow(buffer: DotBuffer, room: number): void {
  const bigger = dotBuffer(room * 2);
  bigger.x.set(buffer.x);
  bigger.y.set(buffer.y);
  bigger.look.set(buffer.look);
  buffer.x = bigger.x;
  buffer.y = bigger.y;
  buffer.look = bigger.look;
}
