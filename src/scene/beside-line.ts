import type { Way } from './ground.ts';
import { INK } from './palette.ts';
import { beside, between } from './path.ts';
import type { Shape } from './shape.ts';
import { sideAt } from './side.ts';
import { JOINT } from './odd-dots.ts';

const AWAY = 13; // px from a line to what runs beside it
const TURNED = 11; // px between those that are turned away
const SLEEPER = 5; // px between sleepers
export const RING = 13; // px, around a joint that a lens shows

/** Shapes that lie along a line, and what of them is counted or measured. */
export interface Along {
  readonly shapes: readonly Shape[];
  readonly count: number;
  readonly sizePx: number | null;
}

const path = (
  points: readonly number[],
  ink: (typeof INK)[keyof typeof INK],
  width: number,
  dash?: readonly number[],
  alpha = 1,
): Shape => ({
  kind: 'path',
  points,
  closed: false,
  stroke: { ink, width, cap: 'butt', alpha, ...(dash === undefined ? {} : { dash }) },
});

/** A line of which one half has another gauge: the rails part at a joint that is dashed, with a sleeper for every field that differs. @param shown under a lens as well */
export function gaugeJoint({ flat, track, to }: Way, fields: number, glyph: number, shown: boolean): Along {
  const half = 6 * glyph;
  const at = track.length * JOINT;
  const rest = between(flat, at, Math.max(at + 8, track.length - to.rx));
  const joint = sideAt(track, JOINT, 1);
  const sleepers = Array.from({ length: fields }, (_, i) => sideAt(track, (at + 5 + i * SLEEPER) / track.length, 1));
  return {
    shapes: [
      path(rest, INK.base, 15 * glyph),
      path(beside(rest, half), INK.line, 4 * glyph),
      path(beside(rest, -half), INK.line, 4 * glyph),
      ...sleepers.map(({ x, y, nx, ny }) => path([x - nx * half, y - ny * half, x + nx * half, y + ny * half], INK.bright, 2)),
      path([joint.x - joint.nx * 14, joint.y - joint.ny * 14, joint.x + joint.nx * 14, joint.y + joint.ny * 14], INK.you, 2, [3, 2.5]),
      ...(shown ? [{ kind: 'circle', x: joint.x, y: joint.y, r: RING, stroke: { ink: INK.core, width: 1.5 } } as const] : []),
    ],
    count: fields,
    sizePx: half * 2,
  };
}

/** A second line beside the first, with as many of ten dots filled as it carries tenths, and the lever of the switch. */
export function twinLine({ flat, track, from, to }: Way, share: number): Along {
  const twin = beside(between(flat, from.rx + 8, Math.max(from.rx + 16, track.length - to.rx - 8)), -AWAY);
  const filled = Math.round(share * 10);
  const foot = sideAt(track, (from.rx + 6) / track.length, -1);
  const dots = Array.from({ length: 10 }, (_, i): Shape => {
    const { x, y, nx, ny } = sideAt(track, (from.rx + 14 + ((i + 0.5) / 10) * (track.length - from.rx - to.rx - 28)) / track.length, -1);
    const at = { kind: 'circle', x: x + nx * AWAY, y: y + ny * AWAY, r: 2.6 } as const;
    return i < filled ? { ...at, fill: { ink: INK.core } } : { ...at, fill: { ink: INK.base }, stroke: { ink: INK.line, width: 1.2 } };
  });
  const thrown = share >= 0.5 ? AWAY : 4; // the lever lies where most go
  return {
    shapes: [path(twin, INK.line, 5), ...dots, path([foot.x, foot.y, foot.x + foot.nx * thrown, foot.y + foot.ny * thrown], INK.core, 3)],
    count: filled,
    sizePx: null,
  };
}

/** A ghost of a line that ends in a buffer stop: as many faint dots as the line itself has. */
export function shadowStub({ flat, track, from }: Way, dots: number): Along {
  const end = track.length * 0.7;
  const ghost = beside(between(flat, from.rx + 6, end), AWAY);
  const stop = sideAt(track, 0.7, 1);
  return {
    shapes: [
      path(ghost, INK.bright, 5, [6, 4], 0.4),
      path([stop.x + stop.nx * 6, stop.y + stop.ny * 6, stop.x + stop.nx * 20, stop.y + stop.ny * 20], INK.bright, 3),
      ...Array.from({ length: dots }, (_, i): Shape => {
        const { x, y, nx, ny } = sideAt(track, ((from.rx + 8) / track.length) * (1 - (i + 0.5) / dots) + 0.68 * ((i + 0.5) / dots), 1);
        return { kind: 'circle', x: x + nx * AWAY, y: y + ny * AWAY, r: 3, fill: { ink: INK.core, alpha: 0.45 } };
      }),
    ],
    count: dots,
    sizePx: null,
  };
}

/** What is turned away at a station: a way that bends back before it, with so many rings that fade as they leave. */
export function turnedAway({ track, to }: Way, count: number): Along {
  const from = 1 - (to.rx + 4) / track.length;
  const step = Math.min(TURNED, (track.length * 0.8) / Math.max(1, count + 1)) / track.length;
  const at = (i: number, away: number): readonly [x: number, y: number] => {
    const { x, y, nx, ny } = sideAt(track, from - i * step, -1);
    return [x + nx * away, y + ny * away];
  };
  const back = Array.from({ length: count + 1 }, (_, i) => at(i + 1, AWAY)).flat();
  return {
    shapes: [
      path([...at(0, 5), ...back], INK.bright, 1.2, [2, 3], 0.6),
      ...Array.from({ length: count }, (_, i): Shape => {
        const [x, y] = at(i + 1, AWAY);
        const ring = { ink: INK.core, width: 1.5, alpha: 1 - 0.6 * (i / Math.max(1, count)) };
        return { kind: 'circle', x, y, r: 3, fill: { ink: INK.base }, stroke: ring };
      }),
    ],
    count,
    sizePx: null,
  };
}

/** Rings on a label line, one for each step of its delay, from where the labels start. */
export function lateRings({ track, from }: Way, count: number): Along {
  return {
    shapes: Array.from({ length: count }, (_, i): Shape => {
      const { x, y } = sideAt(track, Math.min(0.95, (from.rx + 10 + i * 11) / track.length), 1);
      return { kind: 'circle', x, y, r: 3, fill: { ink: INK.base }, stroke: { ink: INK.bright, width: 1.5 } };
    }),
    count,
    sizePx: null,
  };
}
