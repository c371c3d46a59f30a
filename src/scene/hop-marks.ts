import { formatValue } from '../domain/metric.ts';
import type { LineView } from '../domain/observation.ts';
import { duration } from '../domain/time.ts';
import { lateStepMs } from '../game/map-mark-words.ts';
import type { Point } from '../game/map-view.ts';
import { mapDrawingWords } from '../game/words/map-drawing.ts';
import type { Frame } from './frame.ts';
import type { Way } from './ground.ts';
import { INK, STATUS_INK } from './palette.ts';
import { asWords, freest, WORDS, type Spot } from './room.ts';
import type { Item, Obstacle, Shape } from './shape.ts';
import { sideAt, SIDES } from './side.ts';
import { diamond, triangle } from './station-marks.ts';
import { boxOf, sizeOf, widthOf } from './words.ts';

const WIDEST = '10.0 s'; // the place of a hop's label does not move with its figure
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.74];
const OFF = [0, 18]; // px farther from its line, past the names beside it
const FARTHER = 6; // px² of overlap for each of them
const BESIDE = 9; // px between a label line and words about it
const CLEAR = 12; // px kept between the labels of two hops

/** Words beside a label line keep off all others. */
const heavier = (taken: readonly Obstacle[]): readonly Obstacle[] =>
  taken.map((other) => ({ ...other, weight: Math.max(WORDS, other.weight ?? 1) }));

interface Measures {
  readonly width: number; // of the capsule
  readonly height: number;
  readonly icon: number;
  readonly whole: number; // with the line under it
  readonly tall: number;
}

function measures(value: string, normal: string, frame: Frame): Measures {
  const size = sizeOf('value', frame);
  const small = sizeOf('small', frame);
  const icon = size * 0.42;
  const width = widthOf(value, 'value', size) + icon * 2 + 20;
  const height = Math.max(frame.phone ? 24 : 26, size * 1.85);
  return frame.phone
    ? { width, height, icon, whole: width, tall: height }
    : { width, height, icon, whole: Math.max(width, widthOf(normal, 'small', small)), tall: height + small * 1.45 };
}

const normalWords = (line: LineView): string => mapDrawingWords.normal(formatValue(line.normalLatencyMs, 'ms'));

/** The fixed place of a hop's label: the middle of its capsule and words. Null for lines that never have one. */
export function hopSpot({ kind, track }: Way, line: LineView, frame: Frame, taken: Obstacle[]): Point | null {
  if (kind !== 'request' && kind !== 'feature') return null;
  const { whole, tall } = measures(WIDEST, normalWords(line), frame);
  const spots = SHARES.flatMap((share) =>
    SIDES.flatMap((side) =>
      OFF.map((off): Spot<Point> => {
        const at = sideAt(track, share, side);
        const x = at.x + at.nx * (whole / 2 + 13 + off);
        const y = at.y + at.ny * (tall / 2 + 11 + off);
        const box = boxOf(x, y - tall / 2, whole, tall, 'middle');
        return { box, value: [x, y], dislike: Math.abs(share - 0.5) * 300 + (side === 1 ? 0 : 20) + off * FARTHER };
      }),
    ),
  );
  const spot = freest(spots, taken, frame.width, frame.height);
  if (spot === null) return null;
  const { x0, y0, x1, y1 } = spot.box;
  taken.push({ x0: x0 - CLEAR, y0: y0 - CLEAR, x1: x1 + CLEAR, y1: y1 + CLEAR }, asWords(spot.box));
  return spot.value;
}

/** What a hop's label takes. */
export function hopRoom([x, y]: Point, line: LineView, frame: Frame): Obstacle {
  const { whole, tall } = measures(WIDEST, normalWords(line), frame);
  return asWords(boxOf(x, y - tall / 2, whole, tall, 'middle'));
}

/** The latency of a hop with its state's icon and, off the phone, its normal under it; for hops out of normal only. */
export function hopItem({ id }: Pick<Way, 'id'>, line: LineView, [x, y]: Point, frame: Frame): Item | null {
  const { status, latencyMs } = line;
  if (latencyMs === null || (status !== 'warn' && status !== 'crit')) return null;
  const value = formatValue(latencyMs, 'ms');
  const { width, height, icon, tall } = measures(value, normalWords(line), frame);
  const size = sizeOf('value', frame);
  const small = sizeOf('small', frame);
  const centre = y - tall / 2 + height / 2;
  const ink = STATUS_INK[status];
  const left = x - width / 2 + 8 + icon;
  const shapes: Shape[] = [
    {
      kind: 'box',
      x,
      y: centre,
      width,
      height,
      round: height / 2,
      fill: { ink: INK.base },
      stroke: { ink, width: status === 'crit' ? 2 : 1.25 },
    },
    ...(status === 'crit' ? [diamond(left, centre, icon, ink)] : triangle(left, centre, icon, ink)),
    { kind: 'text', x: left + icon + 5, y: centre, text: value, style: 'value', size, ink: INK.t1, align: 'start', halo: false },
  ];
  if (!frame.phone) {
    const under = centre + height / 2 + small * 0.85;
    shapes.push({
      kind: 'text',
      x,
      y: under,
      text: normalWords(line),
      style: 'small',
      size: small,
      ink: INK.t2,
      align: 'middle',
      halo: true,
    });
  }
  return { id: `hop:${id}`, layer: 'hop', state: status, shapes };
}

/** How late labels come, beside their line: a property of the system, known at all times. */
export function labelLineItem(
  { id, kind, track }: Way,
  line: LineView,
  frame: Frame,
  taken: readonly Obstacle[],
): { readonly item: Item; readonly room: Obstacle } | null {
  if (kind !== 'label' || frame.phone) return null;
  const late = line.normalLatencyMs;
  const lines =
    late > 0
      ? [mapDrawingWords.late(duration(late / 1000)), mapDrawingWords.oneRing(duration(lateStepMs(late) / 1000))]
      : [mapDrawingWords.labelLine];
  const size = sizeOf('small', frame);
  const width = Math.max(...lines.map((text) => widthOf(text, 'small', size)));
  const height = lines.length * size * 1.35;
  const spots = SHARES.flatMap((share) =>
    SIDES.map((side): Spot<{ readonly x: number; readonly y: number; readonly nx: number }> => {
      const { nx, ...at } = sideAt(track, share, side);
      const away = (width / 2) * Math.abs(nx) + (height / 2) * Math.abs(at.ny) + BESIDE; // to their middle: a corner of them is nearest to a slanting line
      const [x, y] = [at.x + nx * away, at.y + at.ny * away - height / 2];
      return { box: boxOf(x, y, width, height, 'middle'), value: { x, y, nx }, dislike: Math.abs(share - 0.5) * 200 };
    }),
  );
  const spot = freest(spots, heavier(taken), frame.width, frame.height);
  if (spot === null) return null;
  const { x, y, nx } = spot.value;
  const align = Math.abs(nx) < 0.3 ? 'middle' : nx > 0 ? 'start' : 'end';
  const edge = align === 'middle' ? x : align === 'start' ? x - width / 2 : x + width / 2;
  const shapes = lines.map((text, i): Shape => ({
    kind: 'text',
    x: edge,
    y: y + size * (0.68 + i * 1.35),
    text,
    style: 'small',
    size,
    ink: INK.t2,
    align,
    halo: true,
  }));
  return { item: { id: `words:${id}`, layer: 'name', state: '', shapes }, room: asWords(spot.box) };
}
