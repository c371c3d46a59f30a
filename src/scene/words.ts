import type { Frame } from './frame.ts';
import type { Ink } from './palette.ts';
import type { Box, Item, TextAlign, TextShape, TextStyle } from './shape.ts';

export interface Face {
  readonly family: string;
  readonly weight: number;
  readonly size: number; // px at text scale 1
  readonly tracking: number; // px between letters
  readonly em: number; // mean width of a character, for layout without a canvas
}

const BODY = "'Atkinson Hyperlegible', Verdana, sans-serif";
const SIGN = "Overpass, 'Trebuchet MS', sans-serif";
const MONO = "'B612 Mono', 'DejaVu Sans Mono', monospace";

export const FACES: Readonly<Record<TextStyle, Face>> = {
  station: { family: SIGN, weight: 700, size: 15, tracking: 0, em: 0.55 },
  caption: { family: BODY, weight: 400, size: 12.5, tracking: 0, em: 0.48 },
  small: { family: BODY, weight: 400, size: 12, tracking: 0, em: 0.49 },
  district: { family: SIGN, weight: 600, size: 12, tracking: 1.4, em: 0.66 },
  value: { family: MONO, weight: 700, size: 14, tracking: 0, em: 0.65 },
  tag: { family: SIGN, weight: 700, size: 13.5, tracking: 0, em: 0.53 },
};

/** No text under 12 px, whatever the map's scale. */
export const sizeOf = (style: TextStyle, frame: Pick<Frame, 'text'>): number => Math.max(12, FACES[style].size * frame.text);

/** About how wide words are, px; a little too wide rather than too narrow. Names are short, so each letter of theirs counts. */
export const widthOf = (text: string, style: TextStyle, size: number): number =>
  text.length * (FACES[style].em * size + FACES[style].tracking) -
  (style === 'value' ? count(text, TIGHT_CHARS) * TIGHT * size : 0) +
  (style === 'station' ? (count(text, BROAD) * 0.3 - count(text, SLIM) * 0.23) * size : 0);

const count = (text: string, chars: RegExp): number => text.match(chars)?.length ?? 0;
const BROAD = /[mwMW]/g;
const SLIM = /[ fijlrt1'.-]/g;

/** The mono face sets these in full cells, so they are pulled together by so many em. */
export const TIGHT_CHARS = /[:,. ]/g;
export const TIGHT = 0.3;

export interface Line {
  readonly text: string;
  readonly style: TextStyle;
  readonly ink: Ink;
}

/** Lines of words under each other. (x, y) is the left, middle or right end of the first line's top. */
export function block(lines: readonly Line[], x: number, y: number, align: TextAlign, frame: Frame): TextShape[] {
  let top = y;
  return lines.map(({ text, style, ink }) => {
    const size = sizeOf(style, frame);
    const height = size * LEADING;
    const shape: TextShape = { kind: 'text', x, y: top + height / 2, text, style, size, ink, align, halo: true };
    top += height;
    return shape;
  });
}

export const LEADING = 1.32; // line height over size

export const heightOf = (lines: readonly Line[], frame: Frame): number =>
  lines.reduce((sum, line) => sum + sizeOf(line.style, frame) * LEADING, 0);

/** Words broken at spaces, not at those that do not break, after a comma where one is near, into lines of at most `most` characters. */
export function wrap(text: string, most: number): string[] {
  return text.split('\n').flatMap((part) => {
    const lines: string[] = [];
    let rest = part.trim();
    while (rest.length > most) {
      const head = rest.slice(0, most + 1);
      const comma = head.lastIndexOf(', ') + 1;
      const space = head.lastIndexOf(' ');
      const cut = comma > most * 0.45 ? comma : space > 0 ? space : most;
      lines.push(rest.slice(0, cut).trim());
      rest = rest.slice(cut).trim();
    }
    return rest === '' ? lines : [...lines, rest];
  });
}

const LONG_NAME = 12; // characters
const NARROW = 600; // px of the host

/** How a station's name may be drawn, the better form first: on a narrow host a long one rather in two lines, as even as its words allow. */
export function nameForms(name: string, { width }: Pick<Frame, 'width'>): readonly (readonly string[])[] {
  if (name.length <= LONG_NAME) return [[name]];
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const longer = (cut: number): number => Math.max(cut, name.length - cut - 1);
  const cut = spaces.reduce<number | null>((best, next) => (best === null || longer(next) < longer(best) ? next : best), null);
  if (cut === null) return [[name]];
  const two = [name.slice(0, cut), name.slice(cut + 1)];
  return width < NARROW ? [two, [name]] : [[name], two];
}

export const boxOf = (x: number, y: number, width: number, height: number, align: TextAlign): Box => {
  const x0 = align === 'start' ? x : align === 'end' ? x - width : x - width / 2;
  return { x0, y0: y, x1: x0 + width, y1: y + height };
};

/** What the words of an item take. */
export const textBoxes = ({ shapes }: Item): readonly Box[] =>
  shapes.flatMap((shape) => {
    if (shape.kind !== 'text') return [];
    const { text, x, y, style, size, align } = shape;
    return [boxOf(x, y - size * 0.66, widthOf(text, style, size), size * LEADING, align)];
  });
