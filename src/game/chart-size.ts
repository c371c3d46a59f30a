import type { ChartOutline, OutlineState } from '../domain/chart-view.ts';

/** "half-open" and "STOP_FOR_HARM" as words. */
export const plainWords = (name: string): string => name.toLowerCase().replaceAll(/[.\-_]+/g, ' ');

const STATE_CHAR = 7.6; // px of a letter of a state's name at 13 px, on the broad side
const LABEL_CHAR = 6.7; // px of a letter of an event at 12 px
export const STATE_LINE = 16; // px from one line of a name to the next
export const LABEL_HEIGHT = 17;
export const MARK = 18; // px left of a name, for the mark of a state that was seen
const MOST_CHARS = 11; // of a line of a name, where a word allows it
const NUMBER_WIDTH = 20; // px, two digits

/** A name in lines of about equal length. */
export function linesOf(name: string): readonly string[] {
  const lines: string[] = [];
  for (const word of plainWords(name).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= MOST_CHARS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export interface BoxSize {
  readonly width: number;
  readonly height: number;
}

/** The box of a state that holds no others. @param scale of the reader's text, 1 is 100 % */
export function stateSize({ name }: Pick<OutlineState, 'name'>, scale: number, tight: boolean): BoxSize {
  const lines = linesOf(name);
  const longest = Math.max(...lines.map((line) => line.length));
  const pad = tight ? 8 : 14;
  return { width: (MARK + longest * STATE_CHAR) * scale + pad, height: lines.length * STATE_LINE * scale + 14 };
}

export const labelSize = (words: string, scale: number): BoxSize => ({
  width: words.length * LABEL_CHAR * scale + 6,
  height: LABEL_HEIGHT * scale,
});
export const numberSize = (scale: number): BoxSize => ({ width: NUMBER_WIDTH * scale, height: LABEL_HEIGHT * scale });

/** What a transition says: its event, and its guard in brackets. */
export const wayWords = ({ on, guard }: ChartOutline['ways'][number]): string =>
  guard === null ? plainWords(on) : `${plainWords(on)} [${plainWords(guard)}]`;

/** What transitions say, each once, in the order of the definition: its place in the list is its number. */
export const eventList = (outline: ChartOutline): readonly string[] => [...new Set(outline.ways.map(wayWords))];
