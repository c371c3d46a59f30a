import type { LineView } from '../domain/observation.ts';
import type { MapLayout, Point } from '../game/map-view.ts';
import type { Box } from './shape.ts';

export interface Size {
  readonly width: number; // CSS px
  readonly height: number;
  readonly text?: number; // how large the reader has set the text; 1 where left out
}

/** How map units lie in a host: a place is `unit × scale + offset`. Names and strokes keep their own scales. */
export interface Frame extends Omit<Size, 'text'> {
  readonly phone: boolean;
  readonly across: number; // px of a map unit
  readonly down: number; // the same, from top to bottom
  readonly dx: number;
  readonly dy: number;
  readonly glyph: number; // of stations and strokes
  readonly text: number; // of words
  readonly hidden: ReadonlySet<string>; // stations outside the phone's crop
}

const NARROW = 520; // px of host width
const LOW = 330; // px of host height: in less there is no room for captions and names of districts either
const DESKTOP = { left: 62, right: 58, top: 84, bottom: 60 }; // room for the legend, for names at the rim and for captions below
const PHONE = { left: 38, right: 38, top: 64, bottom: 46 };

const MOST_STRETCH = 1.7; // of one direction over the other, where a host is much wider or higher than its map
const SURE_TEXT = 1.5; // times: in words so large names find room on any map
const SURE_TEXT_PHONE = 1.1; // on a phone names lie closer
const RIM = 34; // px more for names beside the stations at a phone's rims
const SLIGHT_STRETCH = 1.12; // not worth leaving the map as it was drawn

const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

function boundsOf(points: readonly Point[]): Box {
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

/** The stations that a request meets: what a phone shows. All, where no line carries requests. */
function served(layout: MapLayout, lines: readonly LineView[]): ReadonlySet<string> {
  const ends = lines.filter((line) => line.kind === 'request' || line.kind === 'feature').flatMap((line) => [line.from, line.to]);
  return new Set(ends.length === 0 ? layout.stations.map((place) => place.id) : ends);
}

export const isNarrow = ({ width }: Pick<Size, 'width'>): boolean => width < NARROW;

/** Whether a host is so narrow or so low that it gets a phone's crop. */
const isSmall = (size: Size): boolean => isNarrow(size) || size.height < LOW;

/** The largest words that find room on any map of such a host; larger ones do on some. */
export const sureText = (size: Size): number => (isSmall(size) ? SURE_TEXT_PHONE : SURE_TEXT);

/**
 * Fits a map into a host of any size; a narrow or low host gets the phone's crop.
 * @param size of the host, CSS px
 */
export function frameOf(layout: MapLayout, lines: readonly LineView[], size: Size): Frame {
  const phone = isSmall(size);
  const core = served(layout, lines);
  const points = phone
    ? layout.stations.filter((place) => core.has(place.id)).map((place) => place.at)
    : [...layout.stations.map((place) => place.at), ...layout.lines.flatMap((line) => line.points)];
  const box = points.length === 0 ? { x0: 0, y0: 0, x1: layout.width, y1: layout.height } : boundsOf(points);
  const margin = phone ? PHONE : DESKTOP;
  const roomX = Math.max(40, size.width - margin.left - margin.right);
  const roomY = Math.max(40, size.height - margin.top - margin.bottom);
  const [fitX, fitY] = [roomX / Math.max(1, box.x1 - box.x0), roomY / Math.max(1, box.y1 - box.y0)];
  const scale = clamp(Math.min(fitX, fitY), 0.2, 1.4);
  const rim = phone ? RIM : 0;
  const [across, down] = [stretched(scale, fitX * (1 - rim / roomX)), stretched(scale, fitY)];
  const dx = margin.left + (roomX - (box.x1 - box.x0) * across) / 2 - box.x0 * across;
  const dy = margin.top + (roomY - (box.y1 - box.y0) * down) / 2 - box.y0 * down;
  const inside = ([x, y]: Point): boolean => {
    const py = y * down + dy;
    const px = x * across + dx;
    return px > 20 && px < size.width - 20 && py > 40 && py < size.height - 34;
  };
  const hidden = layout.stations.filter((place) => phone && !core.has(place.id) && !inside(place.at)).map((place) => place.id);
  return {
    ...size,
    phone,
    across,
    down,
    dx,
    dy,
    glyph: phone ? 0.92 : clamp(scale, 0.88, 1.3),
    text: (phone ? 0.9 : clamp(scale, 1, 1.25)) * Math.max(1, size.text ?? 1),
    hidden: new Set(hidden),
  };
}

/** A direction takes the room that there is: names need it more than the map its proportions. */
function stretched(scale: number, fit: number): number {
  const stretch = Math.min(MOST_STRETCH, fit / scale, 1.4 / scale);
  return stretch < SLIGHT_STRETCH ? scale : scale * stretch;
}

export const place = (frame: Frame, [x, y]: Point): Point => [x * frame.across + frame.dx, y * frame.down + frame.dy];
