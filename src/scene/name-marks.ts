import { formatValue } from '../domain/metric.ts';
import type { StationView } from '../domain/observation.ts';
import type { District, Point } from '../game/map-view.ts';
import { mapDrawingWords } from '../game/words/map-drawing.ts';
import { place, type Frame } from './frame.ts';
import type { PlacedStation } from './ground.ts';
import { INK } from './palette.ts';
import { WORDS, asWords, freest, type Spot } from './room.ts';
import type { Box, Item, Obstacle, TextShape } from './shape.ts';
import { block, boxOf, heightOf, sizeOf, widthOf, wrap, type Line } from './words.ts';

const LINE_CHARS = 26; // of a caption
const MOST_LINES = 3;

const QUIET = ['normal', 'healthy', 'steady', 'stable', 'closed', 'off', 'idle']; // states in which nothing goes on: the ring is enough

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
    .filter((state) => !QUIET.includes(state))
    .map((state) => (/^[a-z]+(-[a-z]+)+$/.test(state) ? state.replaceAll('-', ' ') : state))
    .join(', ');

function linesOf(view: StationView, frame: Frame, said: ReadonlySet<string>): Line[] {
  const name: Line = { text: view.name, style: 'station', ink: view.status === 'unknown' ? INK.t2 : INK.t1 };
  if (view.silentSince !== undefined) return [name, { text: mapDrawingWords.silent(view.silentSince), style: 'caption', ink: INK.t2 }];
  if (view.status === 'unknown') return [name]; // the dashed ring says it; no figure of it was seen
  if (frame.phone && view.status === 'healthy') return [name];
  const ink = view.status === 'crit' ? INK.t1 : INK.t2;
  const captions = [figureWords(view, said), stateWords(view)]
    .flatMap((text) => wrap(text, LINE_CHARS))
    .slice(0, frame.phone ? 1 : MOST_LINES);
  return [name, ...captions.map((text): Line => ({ text, style: 'caption', ink }))];
}

/** The words of a station, line by line, with the box that each takes; the first is its name. */
export interface Words {
  readonly item: Item;
  readonly boxes: readonly Box[];
}

/**
 * The name of a station with its caption.
 * @param said figures that the labels of hops show
 * @param taken where a phone's caption may not lie: without room it is left to the list in words; null for no caption at all
 */
export function nameWords(
  at: PlacedStation,
  view: StationView,
  frame: Frame,
  said: ReadonlySet<string>,
  taken: readonly Box[] | null,
): Words {
  const all = linesOf(view, frame, said);
  const placed = laid(at, all, frame);
  const fits = taken !== null && (!frame.phone || placed.boxes.slice(1).every((box) => taken.every((other) => !meets(box, other))));
  const { shapes, boxes } = fits ? placed : laid(at, all.slice(0, 1), frame);
  return { item: { id: `name:${view.id}`, layer: 'name', state: view.status, shapes }, boxes };
}

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
  const under = taken
    .filter((other) => (other.weight ?? 1) >= WORDS && meets(box, other))
    .map((other) => (Math.min(box.x1, other.x1) - Math.max(box.x0, other.x0)) * (Math.min(box.y1, other.y1) - Math.max(box.y0, other.y0)));
  return under.reduce((sum, area) => sum + area, 0) / ((box.x1 - box.x0) * (box.y1 - box.y0));
}

/** Its name, where the layout wants it or at the corner of the district that is freest. Phones have no room for it. */
export function districtName(district: District, frame: Frame, taken: Obstacle[]): Item | null {
  if (frame.phone || district.points.length < 3) return null;
  const size = sizeOf('district', frame);
  const text = district.name.toUpperCase();
  const width = widthOf(text, 'district', size);
  const points = district.points.map((point) => place(frame, point));
  const inset = 16;
  const x0 = Math.min(...points.map((point) => point[0])) + inset;
  const x1 = Math.max(...points.map((point) => point[0])) - inset - width;
  const y0 = Math.min(...points.map((point) => point[1])) + inset + size / 2;
  const y1 = Math.max(...points.map((point) => point[1])) - inset - size / 2;
  const top = y0 - inset - size; // on the upper edge
  const corners: readonly (readonly [at: Point, dislike: number])[] = [
    [place(frame, district.nameAt), 0],
    [[x0, y0], 10],
    [[x1, y0], 20],
    [[x0 - inset, top], 60],
    [[x1 + inset, top], 70],
    [[x0, y1], 600], // at the foot it reads as a station's name
    [[x1, y1], 600],
  ];
  const spots = corners.map(([at, dislike]): Spot<Point> => ({
    box: boxOf(at[0] - 4, at[1] - size * 0.7, width + 8, size * 1.4, 'start'),
    value: at,
    dislike,
  }));
  const spot = freest(spots, taken, frame.width, frame.height);
  if (spot === null || covered(spot.box, taken) > LEGIBLE) return null; // words on words: neither could be read
  taken.push(asWords(spot.box));
  const [x, y] = spot.value;
  return {
    id: `place:${district.id}`,
    layer: 'ground',
    state: '',
    shapes: [{ kind: 'text', x, y, text, style: 'district', size, ink: INK.t3, align: 'start', halo: true }],
  };
}
