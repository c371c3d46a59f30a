import type { LabelSide, Point } from '../game/map-view.ts';
import type { Frame } from './frame.ts';
import { freest, type Spot } from './room.ts';
import type { Box, Obstacle, TextAlign } from './shape.ts';
import { boxOf, nameLines, sizeOf, widthOf } from './words.ts';

/** Where the words of a station hang: their edge that is nearest to it stays put when a caption grows. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly align: TextAlign;
  readonly hang: 'up' | 'middle' | 'down'; // which way more lines go
}

const SIDES: readonly LabelSide[] = ['below', 'above', 'right', 'left'];
const GAP = 7; // px between a station and its words
const CAPTION_ROOM = 96; // px at text scale 1
const OTHER_SIDE = 420; // px² of overlap worth leaving the wanted side for
const OTHER_ANCHOR = 40;
const NEARER_ANOTHER = 12_000; // nor may a reader take it for the name of a station beside it

/** A station whose name looks for its place. */
export interface Nameless {
  readonly at: Point; // px
  readonly half: Point; // width and height, px
  readonly name: string;
  readonly others: readonly Point[]; // where the other stations are, px
}

/** From words to the middle of a station, px. */
export const distance = ({ x0, y0, x1, y1 }: Box, [x, y]: Point): number =>
  Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1));

/** Where a station's name and caption go: on the wanted side where there is room. */
export function anchorFor(station: Nameless, wanted: LabelSide, frame: Frame, taken: readonly Obstacle[]): Spot<Anchor> {
  const { at, half, name, others } = station;
  const nameSize = sizeOf('station', frame);
  const lines = nameLines(name, frame);
  const nameWidth = widest(lines, nameSize);
  const width = frame.phone ? nameWidth : Math.max(nameWidth, CAPTION_ROOM * frame.text);
  const height = nameSize * 1.32 * lines.length + sizeOf('caption', frame) * 1.32 * (frame.phone ? 1 : 2);
  const spots = SIDES.flatMap((side) =>
    anchors(at, half, side).map((anchor, i): Spot<Anchor> => {
      const y = anchor.hang === 'up' ? anchor.y - height : anchor.hang === 'down' ? anchor.y : anchor.y - height / 2;
      const box = boxOf(anchor.x, y, width, height, anchor.align);
      const astray = others.some((other) => distance(box, other) < distance(box, at));
      const dislike = i * OTHER_ANCHOR + (side === wanted ? 0 : OTHER_SIDE) + (astray ? NEARER_ANOTHER : 0);
      return { box, value: anchor, dislike };
    }),
  );
  const spot = freest(spots, taken, frame.width, frame.height);
  if (spot === null) throw new Error(`expected a place for the name of station "${name}", found none`);
  return spot;
}

function anchors([x, y]: Point, [rx, ry]: Point, side: LabelSide): Anchor[] {
  const out = GAP + 4;
  switch (side) {
    case 'below':
    case 'above': {
      const hang = side === 'below' ? 'down' : 'up';
      const edge = side === 'below' ? y + ry + GAP : y - ry - GAP;
      return [
        { x, y: edge, align: 'middle', hang },
        { x: x - rx, y: edge, align: 'start', hang },
        { x: x + rx, y: edge, align: 'end', hang },
        { x: x + 14, y: edge, align: 'start', hang },
        { x: x - 14, y: edge, align: 'end', hang },
      ];
    }
    case 'right':
    case 'left': {
      const align = side === 'right' ? 'start' : 'end';
      const edge = side === 'right' ? x + rx + out : x - rx - out;
      return [
        { x: edge, y, align, hang: 'middle' },
        { x: edge, y: y - ry - 2, align, hang: 'up' },
        { x: edge, y: y + ry + 2, align, hang: 'down' },
      ];
    }
  }
}

const widest = (lines: readonly string[], size: number): number => Math.max(...lines.map((line) => widthOf(line, 'station', size)));

/** Of a station's words, what is always there. */
export function nameRoom({ x, y, align, hang }: Anchor, name: string, frame: Frame): Box {
  const size = sizeOf('station', frame);
  const lines = nameLines(name, frame);
  const height = size * 1.32 * lines.length;
  const caption = frame.phone ? 0 : size * 1.32; // lifts what hangs upwards; on a phone only where there is room for it
  const width = widest(lines, size);
  if (hang === 'down') return boxOf(x, y, width, height, align);
  if (hang === 'up') return boxOf(x, y - height - caption, width, height + caption, align);
  return boxOf(x, y - (height + caption) / 2, width, height + caption, align);
}
