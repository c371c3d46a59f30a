import type { Anchor } from './play-ui.ts';

export interface Rect {
  readonly left: number; // CSS px of the window
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const STEP = 8; // px between the places that are looked at
const EDGE = 8; // px kept to the window's edges
const LEAD = 60; // px that a card reaches to the left of its button's middle
const OFF_MAP = 0.5; // px of way that it is worth to cover a px less of what stands beside the map

const across = (a: Rect, left: number, right: number): number => Math.max(0, Math.min(a.right, right) - Math.max(a.left, left));

/** Where a card over the actions goes across: clear of the stations that it speaks of, then over the map, then near its button. */
export function leftOf(
  card: { readonly width: number; readonly top: number; readonly bottom: number; readonly middle: number },
  windowWidth: number,
  map: Rect | null,
  stations: readonly Rect[],
): number {
  const most = Math.max(EDGE, windowWidth - card.width - EDGE);
  const beside = stations.filter(({ top, bottom }) => bottom > card.top && top < card.bottom);
  let best = EDGE;
  let least = Infinity;
  for (let left = EDGE; left <= most; left += STEP) {
    const right = left + card.width;
    const hides = beside.reduce((sum, station) => sum + across(station, left, right), 0);
    const offMap = map === null ? 0 : card.width - across(map, left, right);
    const cost = hides * 1000 + offMap * OFF_MAP + Math.abs(left + LEAD - card.middle);
    if (cost < least) [best, least] = [left, cost];
  }
  return best;
}

const POINTER = 10; // px, half of it
const BELOW = 8; // px between a station and the sheet
const LEAST_SHEET = 300; // px of a phone's sheet: its words and its buttons need that
const ROUND = { across: 56, above: 34, below: 40 }; // px of a station with its ring and its name

/** What stations take of the window, where the map is in sight. */
export function stationRects(ids: readonly string[]): readonly Rect[] {
  return [...document.querySelectorAll<HTMLElement>('.map-mirror [data-station]')].flatMap((item) => {
    const box = item.querySelector('button')?.getBoundingClientRect();
    if (box === undefined || box.width === 0 || !ids.includes(item.dataset['station'] ?? '')) return [];
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    return [{ left: x - ROUND.across, right: x + ROUND.across, top: y - ROUND.above, bottom: y + ROUND.below }];
  });
}

/**
 * How far all has to rise above a phone's sheet, px, so that the stations that this speaks of stay in sight; their upper end does not leave the window.
 * @param sheet px that it needs to be read without scrolling
 */
export function liftOf(touched: readonly Rect[], windowHeight: number, sheet: number): number {
  if (touched.length === 0) return 0;
  const lowest = Math.max(...touched.map(({ bottom }) => bottom));
  const highest = Math.min(...touched.map(({ top }) => top));
  return Math.max(0, Math.min(lowest + BELOW - (windowHeight - Math.max(LEAST_SHEET, sheet)), highest));
}

/** What a phone's sheet may take at most, px: it ends below the stations that it speaks of. */
export const mostOf = (touched: readonly Rect[], windowHeight: number): number =>
  Math.max(LEAST_SHEET, windowHeight - Math.max(0, ...touched.map(({ bottom }) => bottom)) - BELOW);

/**
 * Places a card above the bar of actions, with its pointer at the button where it reaches that far.
 */
export function placeOfCard(
  anchor: Anchor,
  stations: readonly string[],
  { width, height }: { readonly width: number; readonly height: number },
): Record<string, string> {
  const touched = stationRects(stations);
  const bottom = anchor.top - 14;
  const map = document.querySelector('.map-panel')?.getBoundingClientRect() ?? null;
  const left = leftOf({ width, top: bottom - height, bottom, middle: anchor.middle }, innerWidth, map, touched);
  const pointer = anchor.middle - left - POINTER;
  return {
    '--preview-left': `${Math.round(left)}px`,
    '--preview-bottom': `${Math.round(innerHeight - bottom)}px`,
    '--preview-most': `${Math.round(mostOf(touched, innerHeight))}px`,
    '--pointer': `${Math.round(pointer)}px`,
    '--pointer-shown': pointer >= 14 && pointer <= width - 26 ? '1' : '0',
  };
}
