import type { GraphMark } from './debrief-graph.ts';
import type { MomentKind, ScoreLine, ScorePart } from './debrief-facts.ts';
import type { Tick } from '../domain/time.ts';

/** Marks and their words on a chart, moved apart where they would cover each other. */
export interface PlacedMark extends GraphMark {
  readonly lift: number; // px above its place on the line
  readonly label: { readonly x: number; readonly y: number; readonly text: string } | null;
}

const MARK_WIDTH = 17; // px between centres of marks at one height
const LETTER = 6.1; // px, mean width of a letter at 12 px
const LABEL_HEIGHT = 15;
const LABEL_BELOW = 24;
const NARROW = 440; // px, plots narrower than this name no looks

const RANK: Readonly<Partial<Record<MomentKind, number>>> = {
  change: 0,
  'take-back': 1,
  page: 2,
  'leave-alone': 3,
  claim: 4,
  resolve: 5,
  verify: 6,
  message: 7,
  look: 8,
};

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * @param marks in order of time
 * @param frame where labels may stand, px
 * @param tagged moments that carry the player's tag above their mark
 * @param scale of the text, 1 is 100 %
 */
export function placeMarks(
  marks: readonly GraphMark[],
  frame: Box,
  tagged: ReadonlySet<string> = new Set(),
  scale = 1,
): readonly PlacedMark[] {
  const rows: number[] = []; // the rightmost x of each height
  const lifted = marks.map((mark) => {
    let row = 0;
    while ((rows[row] ?? Number.NEGATIVE_INFINITY) + MARK_WIDTH > mark.x) row += 1;
    rows[row] = mark.x;
    return Math.min(row, 3) * MARK_WIDTH;
  });
  const taken: Box[] = marks.map((mark, i) => ({
    left: mark.x - 8,
    right: mark.x + 8,
    top: mark.y - lifted[i]! - (tagged.has(mark.moment.id) ? 25 : 9),
    bottom: mark.y - lifted[i]! + 9,
  }));
  const labels = new Map<number, PlacedMark['label']>();
  const height = LABEL_HEIGHT * scale;
  const narrow = frame.right - frame.left < NARROW * scale;
  const order = marks
    .map((_, i) => i)
    .filter((i) => !narrow || marks[i]!.moment.kind !== 'look')
    .sort((a, b) => (RANK[marks[a]!.moment.kind] ?? 9) - (RANK[marks[b]!.moment.kind] ?? 9) || a - b);
  for (const i of order) {
    const mark = marks[i]!;
    const text = mark.moment.short;
    const half = (text.length * LETTER * scale) / 2 + 3;
    const x = Math.max(frame.left + half, Math.min(frame.right - half, mark.x));
    const base = mark.y - lifted[i]!;
    const below = base + LABEL_BELOW - LABEL_HEIGHT + height;
    const above = base - LABEL_BELOW + 6;
    const spots = [below, above, below + height, above - height];
    const free = spots.find((y) => {
      const box = { left: x - half, right: x + half, top: y - height + 3, bottom: y + 3 };
      return box.top >= frame.top && box.bottom <= frame.bottom && !taken.some((other) => meet(other, box));
    });
    if (free === undefined) continue;
    taken.push({ left: x - half, right: x + half, top: free - height + 3, bottom: free + 3 });
    labels.set(i, { x, y: free, text });
  }
  return marks.map((mark, i) => ({ ...mark, lift: lifted[i]!, label: labels.get(i) ?? null }));
}

/** Heights of words at the right edge, each at least `gap` px from the next, inside the plot. */
export function spreadHeights(heights: readonly number[], gap: number, top: number, bottom: number): readonly number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]!);
  const placed = [...heights];
  order.forEach((index, i) => {
    placed[index] = Math.max(placed[index]!, i === 0 ? top : placed[order[i - 1]!]! + gap);
  });
  for (let i = order.length - 1; i >= 0; i -= 1)
    placed[order[i]!] = Math.min(placed[order[i]!]!, i === order.length - 1 ? bottom : placed[order[i + 1]!]! - gap);
  return placed;
}

export interface TickScore {
  readonly points: number; // net
  readonly lines: readonly { readonly part: string; readonly line: ScoreLine }[];
}

/** What the score card says about each tick. */
export function scoreByTick(parts: readonly ScorePart[]): ReadonlyMap<Tick, TickScore> {
  const at = new Map<Tick, TickScore>();
  for (const part of parts) {
    for (const line of part.lines) {
      if (line.tick === null) continue;
      const held = at.get(line.tick) ?? { points: 0, lines: [] };
      at.set(line.tick, { points: held.points + line.points, lines: [...held.lines, { part: part.title, line }] });
    }
  }
  return at;
}
