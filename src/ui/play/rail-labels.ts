import type { RailMark, RailSpan } from '../../game/rail.ts';
import { railWords } from '../../game/words/rail.ts';

const LENGTHS = [96, 64, 40, 26]; // letters of what has happened: whole where there is room
const BEFORE = 0.07; // of the rail's length that a label may reach out before it
const MOST_SPAN_LETTERS = 40; // of what is under way

/** At most so many letters, cut between words where that leaves most of them. */
export function shortened(label: string, most: number): string {
  if (label.length <= most) return label;
  const head = label.slice(0, most - 1);
  const space = label[most - 1] === ' ' ? -1 : head.lastIndexOf(' ');
  return `${(space > most * 0.6 ? head.slice(0, space) : head).replace(/[\s:,;]+$/, '')}…`;
}

/** What stands over a mark, and how far from it, as a share of the rail. */
export interface MarkLabel {
  readonly text: string;
  readonly shift: number;
}

type Share = (tick: number) => number; // of the rail's length
type Place = readonly [from: number, to: number];

const overlap = ([from, to]: Place, [otherFrom, otherTo]: Place): boolean => to > otherFrom && from < otherTo;

/**
 * Labels that find room above the rail: the latest first, none over another, each whole where it can be.
 * @param now where the clock stands @param letter share of the rail that one takes
 */
export function roomy(
  marks: readonly RailMark[],
  share: Share,
  now: number,
  nowLetters: number,
  letter: number,
): ReadonlyMap<RailMark, MarkLabel> {
  const taken: Place[] = [[now - 0.002, now + letter * (nowLetters + 3)]];
  const kept = new Map<RailMark, MarkLabel>();
  const byWeight = [...marks]
    .filter((mark) => mark.loud)
    .sort((a, b) => (a.kind === 'page' ? -1 : b.kind === 'page' ? 1 : b.tick - a.tick));
  for (const mark of byWeight) {
    for (const text of new Set(LENGTHS.map((most) => shortened(mark.label, most)))) {
      const half = (text.length * letter) / 2;
      const middle = share(mark.tick);
      const shift = Math.max(0, half - middle - BEFORE) - Math.max(0, middle + half - 1);
      const place: Place = [middle - half + shift, middle + half + shift];
      if (taken.some((each) => overlap(each, place))) continue;
      taken.push(place);
      kept.set(mark, { text, shift });
      break;
    }
  }
  return kept;
}

/** The name of what is under way, under the rail from its end on. */
export interface SpanLabel {
  readonly text: string;
  readonly place: Place; // shares of the rail
}

/** Names of what is under way, each where it ends; those without room of their own are counted on the one before. */
export function spanLabels(spans: readonly RailSpan[], share: Share, letter: number): readonly SpanLabel[] {
  const placed: { text: string; more: number; place: Place }[] = [];
  const placeOf = (text: string, to: number): Place => {
    const width = text.length * letter;
    const from = Math.max(0, Math.min(share(to), 1 - width));
    return [from, from + width];
  };
  for (const span of spans.filter(({ ahead }) => ahead).sort((a, b) => a.to - b.to)) {
    const text = shortened(railWords.spans.ends[span.kind](span.label), MOST_SPAN_LETTERS);
    const place = placeOf(text, span.to);
    const last = placed.at(-1);
    if (last !== undefined && overlap(last.place, place)) last.more += 1;
    else placed.push({ text, more: 0, place });
  }
  return placed.map(({ text, more, place: [from, to] }) => {
    const whole = more === 0 ? text : `${text} ${railWords.spans.more(more)}`;
    const longer = (whole.length - text.length) * letter;
    return { text: whole, place: [Math.max(0, Math.min(from, 1 - (to - from) - longer)), to + longer] };
  });
}

/** Clocks under the rail that no such name stands over. @param letters of a clock */
export const clearTicks = (
  ticks: readonly number[],
  labels: readonly SpanLabel[],
  share: Share,
  letters: number,
  letter: number,
): number[] =>
  ticks.filter((tick) => {
    const half = ((letters + 1) * letter) / 2;
    return !labels.some(({ place }) => overlap(place, [share(tick) - half, share(tick) + half]));
  });
