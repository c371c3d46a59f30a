import type { LabelSide, Point } from '../game/map-view.ts';
import type { Frame } from './frame.ts';
import { freest, shared, WORDS, type Spot } from './room.ts';
import type { Box, Obstacle, TextAlign } from './shape.ts';
import { LEADING, boxOf, nameForms, sizeOf, widthOf } from './words.ts';

/** Where the words of a station hang: their edge that is nearest to it stays put when a caption grows. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly align: TextAlign;
  readonly hang: 'up' | 'middle' | 'down'; // which way more lines go
  readonly lines: readonly string[]; // of the name
}

const SIDES: readonly LabelSide[] = ['below', 'above', 'right', 'left'];
const GAP = 7; // px between a station and its words
const CAPTION_ROOM = 96; // px at text scale 1
const OTHER_SIDE = 420; // px² of overlap worth leaving the wanted side for
const OTHER_ANCHOR = 40;
const FARTHER = [10, 20]; // px more between a station and its name, where a line slants away under it
const PER_PX = 8; // px² of overlap for each of these
const STRUCK = 3; // times as bad as under a caption: a line through a name
const LARGE = 1.4; // of the text's scale: larger names must find room beside each other first
const OTHER_FORM = 60;
const NO_CAPTION = 240; // the name alone finds room where its caption has none
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
export function anchorFor({ at, half, name, others }: Nameless, wanted: LabelSide, frame: Frame, taken: readonly Obstacle[]): Spot<Anchor> {
  const bodies = taken.filter((other) => (other.weight ?? 1) < WORDS);
  const spots = SIDES.flatMap((side) =>
    anchors(at, half, side).flatMap(({ away = 0, ...spot }, i) =>
      nameForms(name, frame).flatMap((lines, form) => {
        const anchor: Anchor = { ...spot, lines };
        const own = nameRoom(anchor, frame);
        const astray = others.some((other) => distance(own, other) < distance(own, at));
        const struck = bodies.reduce((sum, line) => sum + shared(own, line), 0) * (frame.text > LARGE ? 0 : STRUCK);
        const moved = away === 0 ? i * OTHER_ANCHOR : away * PER_PX;
        const dislike = moved + form * OTHER_FORM + (side === wanted ? 0 : OTHER_SIDE) + (astray ? NEARER_ANOTHER : 0) + struck;
        return [
          { box: captionRoom(anchor, frame), value: anchor, dislike },
          { box: own, value: anchor, dislike: dislike + NO_CAPTION },
        ];
      }),
    ),
  );
  const spot = freest(spots, taken, frame.width, frame.height);
  if (spot === null) throw new Error(`expected a place for the name of station "${name}", found none`);
  return spot;
}

type Hung = Omit<Anchor, 'lines'> & { readonly away?: number };

function anchors([x, y]: Point, [rx, ry]: Point, side: LabelSide): Hung[] {
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
        ...FARTHER.map((away): Hung => ({ x, y: side === 'below' ? edge + away : edge - away, align: 'middle', hang, away })),
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
export function nameRoom({ x, y, align, hang, lines }: Anchor, frame: Frame): Box {
  const size = sizeOf('station', frame);
  const height = size * LEADING * lines.length;
  const caption = frame.phone ? 0 : size * LEADING; // lifts what hangs upwards; on a phone only where there is room for it
  const width = widest(lines, size);
  if (hang === 'down') return boxOf(x, y, width, height, align);
  if (hang === 'up') return boxOf(x, y - height - caption, width, height + caption, align);
  return boxOf(x, y - (height + caption) / 2, width, height + caption, align);
}

/** What a name takes with its caption: a line of it on a phone, elsewhere two. */
function captionRoom({ x, y, align, hang, lines }: Anchor, frame: Frame): Box {
  const size = sizeOf('station', frame);
  const name = widest(lines, size);
  const width = frame.phone ? name : Math.max(name, CAPTION_ROOM * frame.text);
  const height = size * LEADING * lines.length + sizeOf('caption', frame) * LEADING * (frame.phone ? 1 : 2);
  return boxOf(x, hang === 'up' ? y - height : hang === 'down' ? y : y - height / 2, width, height, align);
}
