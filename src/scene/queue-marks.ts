import { formatValue } from '../domain/metric.ts';
import type { LineView, Status } from '../domain/observation.ts';
import { perDotOf } from './flow.ts';
import type { Frame } from './frame.ts';
import type { Way } from './ground.ts';
import { legendRoom } from './legend.ts';
import { INK, STATUS_INK } from './palette.ts';
import { EDGE, PITCH, TEETH } from './queue-room.ts';
import type { Item, Shape } from './shape.ts';
import { sideAt } from './side.ts';
import { sizeOf, widthOf } from './words.ts';

const STEM = 18; // px
const STACK = 3; // dots on one stem
const UP = 8; // px between dots on a stem

const inkOf = (status: Status) => (status === 'warn' || status === 'crit' ? STATUS_INK[status] : INK.line);

/** Dots are shared out over the stems, nearest to the platform first. */
const stackAt = (dots: number, teeth: number, i: number): number => Math.floor(dots / teeth) + (i < dots % teeth ? 1 : 0);

/** Dots on stems before the arrival station, as many as wait there, and how many they are in words. */
export function queueItem({ id, track, from, to }: Way, line: LineView, frame: Frame, ratePerDot?: number): Item | null {
  if (line.queued === null || !(line.queued >= 0.5)) return null;
  const room = Math.max(2, Math.min(TEETH, Math.floor((track.length - to.rx - from.rx - 20) / PITCH)));
  const dots = Math.min(Math.max(1, Math.round(line.queued / perDotOf(line, ratePerDot))), room * STACK);
  const teeth = Math.min(dots, room);
  const start = track.length - to.rx - 14;
  const foot = EDGE + 1;
  const head = EDGE + STEM;
  const shapes: Shape[] = [];
  for (let i = 0; i < teeth; i++) {
    const { x, y, nx, ny } = sideAt(track, (start - i * PITCH) / track.length, -1);
    const points = [x + nx * foot, y + ny * foot, x + nx * head, y + ny * head];
    shapes.push({ kind: 'path', points, closed: false, stroke: { ink: inkOf(line.status), width: 1.25 } });
    for (let up = 0; up < stackAt(dots, teeth, i); up++)
      shapes.push({ kind: 'circle', x: x + nx * (head + up * UP), y: y + ny * (head + up * UP), r: 3.4, fill: { ink: INK.core } });
  }
  const size = sizeOf('caption', frame);
  const text = `${formatValue(Math.round(line.queued), 'count')} queued`;
  const width = widthOf(text, 'caption', size);
  const last = sideAt(track, start / track.length, -1);
  const middle = sideAt(track, (start - ((teeth - 1) / 2) * PITCH) / track.length, -1);
  const off = head + (stackAt(dots, teeth, 0) - 1) * UP + 8;
  const flatWay = Math.abs(middle.ny) > 0.5;
  const sideways = last.x >= middle.x ? 1 : -1; // where the platform is; words keep off it
  const centre = width > (teeth - 1) * PITCH ? last.x + sideways * (4 - width / 2) : middle.x;
  const words = { kind: 'text', text, style: 'caption', size, ink: INK.t1, halo: true } as const;
  const above = middle.y + middle.ny * (off + size * 0.6);
  const key = legendRoom(frame);
  if (flatWay && above - size < key.y1 && centre - width / 2 < key.x1) {
    const tail = sideAt(track, (start - (teeth - 1) * PITCH) / track.length, -1); // beside the last stem, below the key of the map
    shapes.push({ ...words, x: tail.x - sideways * 6, y: tail.y + tail.ny * (foot + 12), align: sideways > 0 ? 'end' : 'start' });
  } else
    shapes.push({
      ...words,
      x: flatWay ? centre : middle.x + middle.nx * (off + 2),
      y: above,
      align: flatWay ? 'middle' : middle.nx > 0 ? 'start' : 'end',
    });
  return { id: `queue:${id}`, layer: 'hop', state: line.status, shapes };
}
