import { formatValue } from '../domain/metric.ts';
import type { StationView } from '../domain/observation.ts';
import type { District, Point } from '../game/map-view.ts';
import { mapDrawingWords } from '../game/words/map-drawing.ts';
import { place, type Frame } from './frame.ts';
import type { PlacedStation } from './ground.ts';
import { INK } from './palette.ts';
import { WORDS, asWords, freest, outside, shared, type Spot } from './room.ts';
import type { Box, Item, Obstacle, TextShape } from './shape.ts';
import { block, boxOf, heightOf, sizeOf, widthOf, wrap, type Line } from './words.ts';

const SHAPES = [
  { chars: 26, lines: 3 },
  { chars: 19, lines: 4 },
  { chars: 15, lines: 4 },
  { chars: 26, lines: 2 },
  { chars: 19, lines: 2 },
  { chars: 26, lines: 1 },
] as const; // of a caption, from the most to the least that it says; the last resort is the name alone
const ON_PHONE = [{ chars: 26, lines: 1 }] as const;
const WIDEST = 26; // characters
const MOST_LINES = 3;
const LOST = 1100; // px² of overlap worth a line of a caption
const STRUCK = 40; // px²: a line that runs through words more than this, and the list says them
const LINE_COST = 60; // px²: rather few broad lines than many narrow ones

/** The figure that decides a station's state: "46 ms, normal", "CPU, mean of pods 21 %". Not again where a hop says it. */
function figureWords({ figures: [figure], status }: StationView, said: ReadonlySet<string>): string {
  if (figure === undefined) return '';
  const value = formatValue(figure.value, figure.unit);
  if (said.has(value)) return '';
  if (figure.unit !== 'ms') return mapDrawingWords.figure(figure.label, value);
  if (status === 'healthy') return mapDrawingWords.isNormal(value);
  return figure.normal === undefined ? value : mapDrawingWords.besideNormal(value, formatValue(figure.normal, 'ms'));
}

const stateWords = ({ caption }: StationView): string =>
  caption
    .split(', ')
    .flatMap((state) => mapDrawingWords.state(state) ?? [])
    .join(', ');

const namedLines = ({ anchor }: PlacedStation, { status }: StationView): Line[] =>
  anchor.lines.map((text) => ({ text, style: 'station', ink: status === 'unknown' ? INK.t2 : INK.t1 }));

/** What a caption says, in full; none where the ring says it all. */
function captionOf(view: StationView, frame: Frame, said: ReadonlySet<string>): readonly string[] {
  if (view.silentSince !== undefined) return [mapDrawingWords.silent(view.silentSince)];
  if (view.status === 'unknown' || (frame.phone && view.status === 'healthy')) return []; // no figure of it was seen, or none is odd
  return [figureWords(view, said), stateWords(view)];
}

/** The words of a station, line by line, with the box that each takes; the name comes first. */
export interface Words {
  readonly item: Item;
  readonly boxes: readonly Box[];
  readonly caption: readonly string[];
}

/**
 * The name of a station with as much of its caption as there is room for; the list in words says the rest.
 * @param said figures that the labels of hops show
 * @param taken where a caption may not lie, and on a phone not on lines either; null for no caption at all
 */
export function nameWords(
  at: PlacedStation,
  view: StationView,
  frame: Frame,
  said: ReadonlySet<string>,
  taken: readonly Obstacle[] | null,
): Words {
  const named = namedLines(at, view);
  const ink = view.status === 'crit' ? INK.t1 : INK.t2;
  const says = captionOf(view, frame, said);
  const words = (taken ?? []).filter((other) => (other.weight ?? 1) >= WORDS);
  const bodies = (taken ?? []).filter((other) => (other.weight ?? 1) < WORDS);
  const alone = { ...laid(at, named, frame), caption: [] as readonly string[] };
  let best = alone;
  let least = LOST * Math.min(MOST_LINES, says.flatMap((text) => wrap(text, WIDEST)).length);
  for (const { chars, lines } of taken === null ? [] : frame.phone ? ON_PHONE : SHAPES) {
    const whole = says.flatMap((text) => wrap(text, chars));
    const caption = wholeParts(
      says.map((text) => wrap(text, chars)),
      lines,
    );
    const placed = laid(at, [...named, ...caption.map((text): Line => ({ text, style: 'caption', ink }))], frame);
    const captions = placed.boxes.slice(named.length);
    const hidden = placed.boxes.some((box, i) => {
      const own = i < named.length ? inner(box) : beside(box, view.silentSince === undefined ? RUN_ON : CLOSE);
      return words.some((other) => meets(own, other));
    });
    if (caption.length === 0 || hidden) continue;
    const covers = captions.reduce((sum, box) => sum + bodies.reduce((area, other) => area + shared(box, other), 0), 0);
    if (covers > (frame.phone ? 0 : STRUCK)) continue;
    const cost = covers + (whole.length - caption.length) * LOST + caption.length * LINE_COST;
    if (cost < least) [best, least] = [{ ...placed, caption }, cost];
  }
  const { shapes, boxes, caption } = best;
  return { item: { id: `name:${view.id}`, layer: 'name', state: view.status, shapes }, boxes, caption };
}

/** Of the parts of a caption those that fit whole: a figure's name without its value says nothing. */
const wholeParts = (parts: readonly (readonly string[])[], most: number): readonly string[] =>
  parts.reduce<readonly string[]>((said, part) => (said.length + part.length <= most ? [...said, ...part] : said), []);

function laid(
  { anchor: { x, y, align, hang } }: PlacedStation,
  lines: readonly Line[],
  frame: Frame,
): { shapes: TextShape[]; boxes: Box[] } {
  const height = heightOf(lines, frame);
  const top = Math.max(4, Math.min(frame.height - height - 2, hang === 'up' ? y - height : hang === 'down' ? y : y - height / 2));
  const boxes: Box[] = [];
  const shapes = block(lines, x, top, align, frame).map((shape): TextShape => {
    const box = boxOf(shape.x, shape.y - shape.size * 0.66, widthOf(shape.text, shape.style, shape.size), shape.size * 1.32, align);
    const inward = Math.max(6 - box.x0, Math.min(0, frame.width - 6 - box.x1)); // back inside the host
    boxes.push({ ...box, x0: box.x0 + inward, x1: box.x1 + inward });
    return { ...shape, x: shape.x + inward };
  });
  return { shapes, boxes };
}

const RUN_ON = 10; // px between words in a row: nearer, they read as one sentence
const CLOSE = 6; // px, where a caption says what must not be left out

/** Widths are estimated: names may touch, a caption keeps away from other words. */
const inner = ({ x0, x1, y0, y1 }: Box): Box => ({ x0: x0 + 2, x1: x1 - 2, y0: y0 + 1, y1: y1 - 1 });
const beside = ({ x0, x1, y0, y1 }: Box, apart: number): Box => ({ x0: x0 - apart, x1: x1 + apart, y0: y0 + 1, y1: y1 - 1 });

const meets = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** A district, under everything. */
export const districtItem = (district: District, frame: Frame): Item => ({
  id: `district:${district.id}`,
  layer: 'ground',
  state: '',
  shapes: [{ kind: 'path', points: district.points.flatMap((point) => place(frame, point)), closed: true, fill: { ink: INK.zone } }],
});

const LEGIBLE = 0.08; // of a name that may lie under other words, in the end

/** How much of a box lies under words, 0..1. */
function covered(box: Box, taken: readonly Obstacle[]): number {
  const under = taken.filter((other) => (other.weight ?? 1) >= WORDS);
  return under.reduce((sum, other) => sum + shared(box, other), 0) / ((box.x1 - box.x0) * (box.y1 - box.y0));
}

const NEAR = 6; // px: words so near to a district's name in the same row would be read on with it

/** Whether words that came later lie on a district's name, or run into it: then it is left out. */
export const isHidden = ({ x0, x1, y0, y1 }: Obstacle, taken: readonly Obstacle[]): boolean =>
  covered({ x0, x1, y0, y1 }, taken) > LEGIBLE ||
  taken.some((other) => (other.weight ?? 1) >= WORDS && meets({ x0: x0 - NEAR, x1: x1 + NEAR, y0: y0 + 3, y1: y1 - 3 }, other));

const SHARES = [0, 1, 0.5, 0.25, 0.75, 0.125, 0.875]; // of the way across a district
const INSET = 8; // px between a district's name and its edge
const ROW = 10; // px from one height that is tried to the next
const PER_PX = 1.5; // px² of overlap for each px down: at the foot it reads as a station's name
const ON_EDGE = 60; // the same
const ON_SIDE = 200; // the same, where a name stands across one
const OVER = 0.6; // of its width, over that side

/** Where a district's name may stand: where the layout wants it, near its upper edge, on that, further down, last on its foot. */
function placesIn(
  { nameAt, points }: District,
  frame: Frame,
  width: number,
  size: number,
): readonly (readonly [at: Point, dislike: number])[] {
  const corners = points.map((point) => place(frame, point));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const middle = (Math.min(...xs) + Math.max(...xs) - width) / 2;
  const aside = Math.max(0, (Math.max(...xs) - Math.min(...xs) - width) / 2 - INSET); // to either side of the middle
  const [edge, foot] = [Math.min(...ys), Math.max(...ys)];
  const [top, low] = [edge + INSET + size / 2, foot - INSET - size / 2];
  const row = (y: number, dislike: number, over = 0) =>
    SHARES.map((share, i): [Point, number] => [[middle + (aside + over) * (share * 2 - 1), y], dislike + i * 4]);
  const rows = Array.from({ length: Math.max(1, Math.ceil((low - top) / ROW)) }, (_, i) => top + i * ROW);
  return [
    [place(frame, nameAt), 0],
    ...rows.flatMap((y) => row(y, 10 + (y - top) * PER_PX)),
    ...row(edge, ON_EDGE),
    ...row(edge - size / 2, ON_EDGE),
    ...row(foot, ON_EDGE + (foot - top) * PER_PX),
    ...[edge, ...rows, foot].flatMap((y) => row(y, ON_SIDE + (y - edge) * PER_PX, INSET + width * OVER)),
  ];
}

/**
 * Its name in or on the edge of it, where it is freest of words and of lines: they lie over it. Phones have no room for it.
 * @param taken by words and stations @param others lines, and what is there only at times
 */
export function districtName(
  district: District,
  frame: Frame,
  taken: Obstacle[],
  others: readonly Obstacle[],
): { readonly item: Item; readonly room: Obstacle } | null {
  if (frame.phone || district.points.length < 3) return null;
  const size = sizeOf('district', frame);
  const text = district.name.toUpperCase();
  const width = widthOf(text, 'district', size);
  const spots = placesIn(district, frame, width, size).map(([at, dislike]): Spot<Point> => ({
    box: boxOf(at[0] - 4, at[1] - size * 0.7, width + 8, size * 1.4, 'start'),
    value: at,
    dislike,
  }));
  const over = [...taken, ...others];
  const legible = spots.filter(
    ({ box }) => covered(box, over) <= LEGIBLE && !isHidden(box, taken) && outside(box, frame.width, frame.height) === 0,
  );
  const spot = freest(legible, over, frame.width, frame.height);
  if (spot === null) return null; // words on words, or on a line: neither could be read
  taken.push(asWords(spot.box));
  const [x, y] = spot.value;
  const shape: TextShape = { kind: 'text', x, y, text, style: 'district', size, ink: INK.t3, align: 'start', halo: true };
  return { item: { id: `place:${district.id}`, layer: 'ground', state: '', shapes: [shape] }, room: asWords(spot.box) };
}
