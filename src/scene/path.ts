import type { Point } from '../game/map-view.ts';

const ARC_STEP = Math.PI / 24; // radians between two points of a bend

/** Corners rounded with `radius`, as a flat polyline x, y, x, y. A bend never takes more than half of a leg. */
export function roundCorners(corners: readonly Point[], radius: number): number[] {
  const flat: number[] = [];
  corners.forEach((corner, i) => {
    const before = corners[i - 1];
    const after = corners[i + 1];
    if (before === undefined || after === undefined) flat.push(corner[0], corner[1]);
    else bend(flat, before, corner, after, radius);
  });
  return flat;
}

function bend(flat: number[], a: Point, b: Point, c: Point, radius: number): void {
  const la = Math.hypot(a[0] - b[0], a[1] - b[1]);
  const lc = Math.hypot(c[0] - b[0], c[1] - b[1]);
  if (la === 0 || lc === 0) return;
  const ua = [(a[0] - b[0]) / la, (a[1] - b[1]) / la] as const;
  const uc = [(c[0] - b[0]) / lc, (c[1] - b[1]) / lc] as const;
  const angle = Math.acos(Math.max(-1, Math.min(1, ua[0] * uc[0] + ua[1] * uc[1]))); // between the legs
  if (angle < 0.01 || Math.PI - angle < 0.01) {
    flat.push(b[0], b[1]);
    return;
  }
  const cut = Math.min(radius / Math.tan(angle / 2), la / 2, lc / 2);
  const r = cut * Math.tan(angle / 2);
  const middle = cut / Math.cos(angle / 2);
  const bis = [ua[0] + uc[0], ua[1] + uc[1]] as const;
  const lb = Math.hypot(bis[0], bis[1]);
  const centre = [b[0] + (bis[0] / lb) * middle, b[1] + (bis[1] / lb) * middle] as const;
  const from = Math.atan2(b[1] + ua[1] * cut - centre[1], b[0] + ua[0] * cut - centre[0]);
  const to = Math.atan2(b[1] + uc[1] * cut - centre[1], b[0] + uc[0] * cut - centre[0]);
  const turn = Math.atan2(Math.sin(to - from), Math.cos(to - from));
  const steps = Math.max(1, Math.ceil(Math.abs(turn) / ARC_STEP));
  for (let i = 0; i <= steps; i++) {
    const t = from + (turn * i) / steps;
    flat.push(centre[0] + Math.cos(t) * r, centre[1] + Math.sin(t) * r);
  }
}

const at = (flat: readonly number[], i: number): number => flat[i] ?? 0;

/** The same way, moved by `distance` to the right of its direction (y points down). */
export function beside(flat: readonly number[], distance: number): number[] {
  const n = flat.length / 2;
  const moved: number[] = [];
  for (let i = 0; i < n; i++) {
    const [ax, ay] = unit(flat, Math.max(0, i - 1), Math.max(1, i));
    const [bx, by] = unit(flat, Math.min(n - 2, i), Math.min(n - 1, i + 1));
    const mx = ax + bx;
    const my = ay + by;
    const length = Math.hypot(mx, my) || 1;
    const stretch = distance / Math.max(0.5, (ax * mx + ay * my) / length); // keeps the distance in a bend
    moved.push(at(flat, i * 2) - (my / length) * stretch, at(flat, i * 2 + 1) + (mx / length) * stretch);
  }
  return moved;
}

function unit(flat: readonly number[], i: number, j: number): readonly [number, number] {
  const dx = at(flat, j * 2) - at(flat, i * 2);
  const dy = at(flat, j * 2 + 1) - at(flat, i * 2 + 1);
  const length = Math.hypot(dx, dy) || 1;
  return [dx / length, dy / length];
}

export function lengthOf(flat: readonly number[]): number {
  let sum = 0;
  for (let i = 2; i < flat.length; i += 2) sum += Math.hypot(at(flat, i) - at(flat, i - 2), at(flat, i + 1) - at(flat, i - 1));
  return sum;
}

/** The part of a way between two distances from its start, px. */
export function between(flat: readonly number[], from: number, to: number): number[] {
  const part: number[] = [];
  let walked = 0;
  for (let i = 2; i < flat.length; i += 2) {
    const x0 = at(flat, i - 2);
    const y0 = at(flat, i - 1);
    const leg = Math.hypot(at(flat, i) - x0, at(flat, i + 1) - y0);
    const t0 = leg === 0 ? 0 : Math.max(0, (from - walked) / leg);
    const t1 = leg === 0 ? 0 : Math.min(1, (to - walked) / leg);
    if (leg > 0 && t0 <= 1 && t1 >= 0 && t1 >= t0) {
      if (part.length === 0) part.push(x0 + (at(flat, i) - x0) * t0, y0 + (at(flat, i + 1) - y0) * t0);
      part.push(x0 + (at(flat, i) - x0) * t1, y0 + (at(flat, i + 1) - y0) * t1);
    }
    walked += leg;
  }
  return part;
}

/** A way that is asked for points many times a frame: samples at equal distances, and their directions. */
export interface Track {
  readonly length: number;
  readonly samples: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly dx: Float32Array; // unit direction
  readonly dy: Float32Array;
}

const SAMPLE_PX = 2;

export function trackOf(flat: readonly number[]): Track {
  const length = lengthOf(flat);
  const samples = Math.max(2, Math.ceil(length / SAMPLE_PX) + 1);
  const track: Track = {
    length,
    samples,
    x: new Float32Array(samples),
    y: new Float32Array(samples),
    dx: new Float32Array(samples),
    dy: new Float32Array(samples),
  };
  let leg = 2;
  let walked = 0;
  for (let s = 0; s < samples; s++) {
    const want = (length * s) / (samples - 1);
    let size = Math.hypot(at(flat, leg) - at(flat, leg - 2), at(flat, leg + 1) - at(flat, leg - 1));
    while (walked + size < want && leg + 2 < flat.length) {
      walked += size;
      leg += 2;
      size = Math.hypot(at(flat, leg) - at(flat, leg - 2), at(flat, leg + 1) - at(flat, leg - 1));
    }
    const t = size === 0 ? 0 : Math.min(1, (want - walked) / size);
    const [ux, uy] = unit(flat, leg / 2 - 1, leg / 2);
    track.x[s] = at(flat, leg - 2) + (at(flat, leg) - at(flat, leg - 2)) * t;
    track.y[s] = at(flat, leg - 1) + (at(flat, leg + 1) - at(flat, leg - 1)) * t;
    track.dx[s] = ux;
    track.dy[s] = uy;
  }
  return track;
}
