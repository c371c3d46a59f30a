import type { LineView } from '../domain/observation.ts';
import { scaleWords, type DotScale } from '../game/map-scale.ts';
import { scaleTexts } from '../game/words/map-scale.ts';
import { mapDrawingWords } from '../game/words/map-drawing.ts';
import { RATE_PER_DOT } from './flow.ts';
import { isNarrow, type Frame } from './frame.ts';
import { INK } from './palette.ts';
import { asWords } from './room.ts';
import type { Box, Item, Obstacle, Shape } from './shape.ts';
import { sizeOf, widthOf } from './words.ts';

const words = mapDrawingWords.legend;

/** What a dot stands for, in words. Where no line carries a whole dot's worth, each shows one that comes and goes. */
export function legendText(lines: readonly LineView[], frame: Pick<Frame, 'phone'>, scale: DotScale | null | undefined): string {
  if (scale?.kind === 'usual' && frame.phone) return scaleTexts.usual(scale.dots);
  if (scale === null || (scale !== undefined && scale.kind !== 'rate')) return scaleWords(scale);
  const perDot = scale?.perSecond ?? RATE_PER_DOT;
  const seen = lines.flatMap(({ ratePerSecond }) => (ratePerSecond !== null && ratePerSecond > 0 ? [ratePerSecond] : []));
  const quiet = seen.length > 0 && seen.every((rate) => rate < perDot);
  const of = scale?.of ?? words.requests;
  if (quiet) return words.worthAtMost(perDot, of);
  return frame.phone ? words.worth(perDot, of) : words.worthAndSpeed(perDot, of);
}

const ROOMY = 1.2; // of the text's scale up to which its rows stay where they are

/** How much farther apart its rows are in larger words. */
const rowsOf = ({ text }: Pick<Frame, 'text'>): number => Math.max(1, text / ROOMY);

/** What is kept free for it. */
export const legendRoom = ({ phone, text }: Pick<Frame, 'phone' | 'text'>): Box => ({
  x0: 0,
  y0: 0,
  x1: phone ? 330 : 420 * text,
  y1: phone ? 26 : 48 * rowsOf({ text }),
});

const SWITCH = { width: 106, height: 46 }; // px of the switch to the list, at the other corner of a wide map

/** The same, and on a wide host what lies over its other corner. */
export function cornersRoom(frame: Frame): readonly Obstacle[] {
  const corner = { x0: frame.width - SWITCH.width, y0: 0, x1: frame.width, y1: SWITCH.height };
  return [legendRoom(frame), ...(isNarrow(frame) ? [] : [corner])].map(asWords);
}

/** The key of the map, top left: the worth of a dot, the lines that occur, and what a dashed ring means while there is one. */
export function legendItem(lines: readonly LineView[], dark: boolean, frame: Frame, scale?: DotScale | null): Item {
  const size = sizeOf('caption', frame);
  const shapes: Shape[] = [];
  let x = 16;
  const row = (y: number) => ({
    words: (text: string): void => {
      shapes.push({ kind: 'text', x, y, text, style: 'caption', size, ink: INK.t2, align: 'start', halo: true });
      x += widthOf(text, 'caption', size) + 14;
    },
    stroke: (from: number, to: number, dy: number, ink: (typeof INK)['line' | 'core'], width: number, dash?: readonly number[]): void => {
      shapes.push({
        kind: 'path',
        points: [from, y + dy, to, y + dy],
        closed: false,
        stroke: { ink, width, cap: 'round', ...(dash ? { dash } : {}) },
      });
    },
  });
  const rows = rowsOf(frame);
  const top = 16 * rows;
  const first = row(top);
  shapes.push(
    scale?.kind === 'rows'
      ? { kind: 'path', points: [x + 3, top - 3.5, x + 6.5, top + 3, x - 0.5, top + 3], closed: true, fill: { ink: INK.core } }
      : { kind: 'circle', x: x + 3, y: top, r: 3.4, fill: { ink: INK.core } },
  );
  x += 12;
  first.words(legendText(lines, frame, scale));
  const dashed = (y: number): void => {
    shapes.push({ kind: 'circle', x: x + 5, y, r: 5, stroke: { ink: INK.unknown, width: 2, dash: [3, 2.2], cap: 'butt' } });
    x += 16;
  };
  if (frame.phone) {
    if (dark) {
      dashed(top);
      first.words(words.notLookedAt);
    }
    return { id: 'legend', layer: 'legend', state: '', shapes };
  }
  const y = 38 * rows;
  const second = row(y);
  const kinds = new Set(lines.map((line) => line.kind));
  x = 16;
  if (kinds.has('request')) {
    second.stroke(x + 3, x + 25, 0, INK.line, 6);
    x += 34;
    second.words(words.request);
  }
  if (kinds.has('feature')) {
    second.stroke(x, x + 24, -3, INK.line, 2.5);
    second.stroke(x, x + 24, 3, INK.line, 2.5);
    x += 32;
    second.words(words.feature);
  }
  if (kinds.has('label')) {
    second.stroke(x + 2, x + 24, 0, INK.line, 4, [0.1, 8]);
    x += 32;
    second.words(words.label);
  }
  if (dark) {
    dashed(y);
    second.words(words.notLookedAt);
  }
  return { id: 'legend', layer: 'legend', state: '', shapes };
}
