import type { LineageLayout, Place, Way } from './lineage-layout.ts';

/** CSS px of a drawing that fits a width: left to right where the columns find room, else downwards. */
export interface LineageDrawing {
  readonly down: boolean;
  readonly width: number;
  readonly height: number;
  readonly nodeWidth: number;
  readonly nodeHeight: number;
  box(place: Place): { readonly left: number; readonly top: number };
  path(way: Way): string;
}

const LEAST = 96; // px, the narrowest node that still shows its name
const MOST = 150;
const NODE = 54; // its height, with a name in two lines at most
const NAME_LINE = 16.5; // px
const NAME_CHAR = 7; // px of a letter, on the broad side
const BESIDE_NAME = 24; // px: padding and border
const MOST_LINES = 4;
const GAP = 26; // between columns: room for an elbow
const BESIDE = 10; // between lanes
const BEND = 8; // radius of a corner

type Point = readonly [along: number, across: number];

/** A way along one axis that changes its lane half-way between two steps, with round corners. */
function elbows(points: readonly Point[], bend: number, at: (along: number, across: number) => string): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let d = `M${at(...first)}`;
  let [along, across] = first;
  for (const [toAlong, toAcross] of rest) {
    const away = toAcross - across;
    const r = Math.min(bend, Math.abs(away) / 2);
    const middle = (along + toAlong) / 2;
    const turn = Math.sign(away) * r;
    if (r > 0.5)
      d +=
        `L${at(middle - r, across)}Q${at(middle, across)} ${at(middle, across + turn)}` +
        `L${at(middle, toAcross - turn)}Q${at(middle, toAcross)} ${at(middle + r, toAcross)}`;
    d += `L${at(toAlong, toAcross)}`;
    [along, across] = [toAlong, toAcross];
  }
  return d;
}

/** Lines that the longest name takes, broken at spaces. */
function linesOf(layout: LineageLayout, chars: number): number {
  const lines = layout.places.map(({ node }) => {
    let [count, used] = [1, 0];
    for (const word of node.name.split(' ')) {
      const joined = used === 0 ? word.length : used + 1 + word.length;
      if (joined > chars && used > 0) [count, used] = [count + 1, word.length];
      else used = joined;
    }
    return count;
  });
  return Math.min(MOST_LINES, Math.max(1, ...lines));
}

/**
 * @param room px that the drawing may take
 * @param scale of the text, 1 is 100 %
 */
export function lineageDrawing(layout: LineageLayout, room: number, scale: number): LineageDrawing {
  const { depths, lanes } = layout;
  const fit = (count: number, gap: number): number => (room - (count - 1) * gap) / count;
  const down = fit(depths, GAP) < LEAST * scale;
  const nodeWidth = Math.max(LEAST * scale, Math.min(MOST * scale, down ? fit(lanes, BESIDE) : fit(depths, GAP)));
  const lines = linesOf(layout, Math.floor((nodeWidth - BESIDE_NAME) / (NAME_CHAR * scale)));
  const nodeHeight = (NODE + Math.max(0, lines - 2) * NAME_LINE + (lines > 1 ? 6 : 0)) * scale;
  const stepAlong = (down ? nodeHeight : nodeWidth) + GAP;
  const stepAcross = (down ? nodeWidth : nodeHeight) + BESIDE;
  const sizeAlong = down ? nodeHeight : nodeWidth;
  const sizeAcross = down ? nodeWidth : nodeHeight;
  const at = (along: number, across: number): string => (down ? `${across} ${along}` : `${along} ${across}`);
  const along = depths * stepAlong - GAP;
  const across = lanes * stepAcross - BESIDE;
  return {
    down,
    width: down ? across : along,
    height: down ? along : across,
    nodeWidth,
    nodeHeight,
    box: ({ depth, lane }) => {
      const [a, b] = [depth * stepAlong, lane * stepAcross];
      return down ? { left: b, top: a } : { left: a, top: b };
    },
    path: ({ depth, lanes: own }) => {
      const points = own.flatMap((lane, i): Point[] => {
        const start = (depth + i) * stepAlong;
        const middle = lane * stepAcross + sizeAcross / 2;
        if (i === 0) return [[start + sizeAlong, middle]];
        if (i === own.length - 1) return [[start, middle]];
        return [
          [start, middle],
          [start + sizeAlong, middle],
        ];
      });
      return elbows(points, BEND, at);
    },
  };
}
