import type { GraphMark } from './debrief-graph.ts';
import type { MomentKind, ScoreLine, ScorePart } from './debrief-facts.ts';
import { momentWords } from './words/moments.ts';

/** Marks and their words on a chart, moved apart where they would cover each other. */
export interface PlacedMark extends GraphMark {
  readonly small: boolean; // a bead on the line: one more of a kind whose last mark is near, and which tells of all
  readonly lift: number; // px above its place on the line
  readonly label: { readonly x: number; readonly y: number; readonly text: string } | null;
}

const MARK_WIDTH = 17; // px between centres of marks at one height
const LETTER = 6.1; // px, mean width of a letter at 12 px
const LABEL_HEIGHT = 15;
const LABEL_BELOW = 24;
const CROWDED = 44; // px, updates nearer to each other than that are told of by the first
const NARROW = 440; // px, plots narrower than this name no looks

const RANK: Readonly<Partial<Record<MomentKind, number>>> = {
  change: 0,
  'take-back': 1,
  page: 2,
  'leave-alone': 3,
  claim: 4,
  resolve: 5,
  verify: 6,
  'not-recovered': 6,
  message: 7,
  look: 8,
};

const NONE: ReadonlySet<string> = new Set();

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** How many updates each mark tells of: itself and those that follow it closely. 0: an earlier one tells of it. */
function updatesTold(marks: readonly GraphMark[], kept: ReadonlySet<string>): readonly number[] {
  const told = marks.map(() => 1);
  let first = -1; // of the run of updates
  let lastX = Number.NEGATIVE_INFINITY;
  marks.forEach(({ moment, x }, i) => {
    if (moment.kind !== 'message') return;
    if (x - lastX < CROWDED && !kept.has(moment.id)) {
      told[first]! += 1;
      told[i] = 0;
    } else first = i;
    lastX = x;
  });
  return told;
}

/** The middle one of the updates that the mark at a place tells of. */
function middleOf(marks: readonly GraphMark[], told: readonly number[], first: number): GraphMark {
  const updates = marks.filter(({ moment }, i) => i === first || (i > first && moment.kind === 'message' && told[i] === 0));
  return updates[Math.floor(told[first]! / 2)]!;
}

/**
 * @param marks in order of time
 * @param frame where labels may stand, px
 * @param own moments that keep a mark of their own: with the player's tag above it, or with points
 * @param scale of the text, 1 is 100 %
 */
export function placeMarks(
  marks: readonly GraphMark[],
  frame: Box,
  own: { readonly tagged: ReadonlySet<string>; readonly scored: ReadonlySet<string> } = { tagged: NONE, scored: NONE },
  scale = 1,
): readonly PlacedMark[] {
  const { tagged, scored } = own;
  const told = updatesTold(marks, new Set([...tagged, ...scored]));
  const rows: number[] = []; // the rightmost x of each height
  const lifted = marks.map((mark, i) => {
    if (told[i] === 0) return 0;
    let row = 0;
    while ((rows[row] ?? Number.NEGATIVE_INFINITY) + MARK_WIDTH > mark.x) row += 1;
    rows[row] = mark.x;
    return Math.min(row, 3) * MARK_WIDTH;
  });
  const taken: Box[] = marks.map((mark, i) => {
    const reach = told[i] === 0 ? 3 : 9;
    const y = mark.y - lifted[i]!;
    return {
      left: mark.x - reach + 1,
      right: mark.x + reach - 1,
      top: y - (tagged.has(mark.moment.id) ? 25 : reach),
      bottom: y + reach,
    };
  });
  const labels = new Map<number, PlacedMark['label']>();
  const height = LABEL_HEIGHT * scale;
  const narrow = frame.right - frame.left < NARROW * scale;
  const order = marks
    .map((_, i) => i)
    .filter((i) => told[i]! > 0 && (!narrow || marks[i]!.moment.kind !== 'look'))
    .sort((a, b) => (RANK[marks[a]!.moment.kind] ?? 9) - (RANK[marks[b]!.moment.kind] ?? 9) || a - b);
  for (const i of order) {
    const many = told[i]! > 1;
    const mark = marks[i]!;
    const text = many ? momentWords.shortOf.updates(told[i]!) : mark.moment.short;
    const at = many ? middleOf(marks, told, i) : mark;
    const half = (text.length * LETTER * scale) / 2 + 3;
    const x = Math.max(frame.left + half, Math.min(frame.right - half, at.x));
    const base = at.y - (many ? 0 : lifted[i]!);
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
  return marks.map((mark, i) => ({ ...mark, small: told[i] === 0, lift: lifted[i]!, label: labels.get(i) ?? null }));
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

export interface MomentScore {
  readonly points: number; // net
  readonly lines: readonly { readonly part: string; readonly line: ScoreLine }[];
}

/** What the score card says about each moment. */
export function scoreByMoment(parts: readonly ScorePart[]): ReadonlyMap<string, MomentScore> {
  const of = new Map<string, MomentScore>();
  for (const part of parts) {
    for (const line of part.lines) {
      if (line.moment === null) continue;
      const held = of.get(line.moment) ?? { points: 0, lines: [] };
      of.set(line.moment, { points: held.points + line.points, lines: [...held.lines, { part: part.title, line }] });
    }
  }
  return of;
}
