import type { Point } from '../game/map-view.ts';
import { distance } from './anchor.ts';
import type { Frame } from './frame.ts';
import { crossesWords, leader, type Leader } from './hairline.ts';
import { byFreedom, outside, WORDS, type Spot } from './room.ts';
import { meets, type Box, type Obstacle } from './shape.ts';
import { boxOf } from './words.ts';

const RIM = 6; // px that a plaque keeps from the host's sides
const OUT = [0, 14, 30, 52]; // px from what a plaque is about to where it begins
const FARTHER = [80, 110, 150, 200]; // px, where every nearer place lies across a line
const GRID = 22; // px from one place to the next where it may stand anywhere around
const STEPS = Array.from({ length: 23 }, (_, i) => (i - 11) * GRID); // to either side
const AROUND: readonly Point[] = STEPS.flatMap((right) => STEPS.map((down): Point => [right, down]));
const ACROSS = 24; // of the best places, those that are tried for a plaque that lies across a line wherever it stands
const FAR = 34; // px from which a hairline leads to what a plaque is about
const ON_LINES = 3.5; // weight of a line that a plaque would lie across: rather farther off, with a hairline
/** Dislike of a place nearer to a station that is not the one it is about: it would be read as that one's. */
export const ASTRAY = 1e6;

/** What a plaque is about, and the stations that it is not about. */
export interface About {
  readonly anchors: readonly Point[];
  readonly spread: number; // px from an anchor to where a plaque may begin
  readonly rim: number; // px from which its hairline starts
  readonly others: readonly Point[];
  readonly astray: number; // dislike of a place nearer to one of these
}

/** The room that a plaque asks for, px. */
export interface Extent {
  readonly width: number;
  readonly height: number;
  readonly wordsHeight: number; // of its lower part, which is words
}

/** What lies about already. */
export interface Surroundings {
  readonly taken: readonly Obstacle[];
  readonly places: readonly Obstacle[]; // names of districts: a plaque lies on one rather than nowhere
  readonly ways: readonly Obstacle[];
  readonly rails: readonly Box[]; // no plaque lies across one
}

/** Where a plaque may stand. */
export type Place = Spot<{ readonly centre: Point; readonly from: Point }>;

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly it: T } | null = null;
  return () => (made ??= { it: make() }).it;
};

const hidden = (box: Box, taken: readonly Obstacle[]): boolean => taken.some((other) => (other.weight ?? 1) >= WORDS && meets(box, other));

/** Where a plaque stands best, near what it is about, with its hairline; on a phone only where nothing is covered. Null where it has no place. */
export function placeOf(
  { width, height, wordsHeight }: Extent,
  { anchors, spread, rim, others, astray }: About,
  frame: Frame,
  { taken, places, ways, rails }: Surroundings,
): { readonly place: Place; readonly lead: Leader | null } | null {
  const boxAt = ([cx, cy]: Point): Box => boxOf(cx, cy - height / 2, width + 4, height, 'middle');
  const placeAt = ([wanted, cy]: Point, from: Point, dislike: number): Place => {
    const cx = Math.max(width / 2 + RIM, Math.min(frame.width - width / 2 - RIM, wanted));
    const box = boxAt([cx, cy]);
    const said = { ...box, y0: box.y1 - wordsHeight };
    const isAstray = [box, said].some((part) => others.some((other) => distance(part, other) < distance(part, from)));
    return { box, value: { centre: [cx, cy], from }, dislike: dislike + (isAstray ? astray : 0) };
  };
  const spotsAt = (outs: readonly number[]): Place[] =>
    anchors.flatMap(([x, y], nearest) =>
      outs.flatMap((out) =>
        [
          [x, y + spread + out + height / 2],
          [x, y - spread - out - height / 2],
          [x + spread + out + width / 2, y],
          [x - spread - out - width / 2, y],
          ...[width / 2 + spread, -width / 2 - spread, width / 3, -width / 3].flatMap((aside) => [
            [x + aside, y + spread + out + height / 2],
            [x + aside, y - spread - out - height / 2],
          ]),
          ...[height / 2, -height / 2].flatMap((aside) => [
            [x + spread + out + width / 2, y + aside],
            [x - spread - out - width / 2, y + aside],
          ]),
        ].map(([cx = 0, cy = 0], side) => placeAt([cx, cy], [x, y], nearest * 60 + out * 6 + side * 8)),
      ),
    );
  const isOnLines = ({ box }: Pick<Place, 'box'>): boolean => ways.some((body) => meets(box, body));
  const leadOf = ({ box, value: { centre, from } }: Place): Leader | null =>
    Math.hypot(centre[0] - from[0], centre[1] - from[1]) - height / 2 > FAR ? leader(from, box, rim) : null;
  const isFree = (place: Place, words: readonly Obstacle[]): boolean => {
    if (place.dislike >= ASTRAY || hidden(place.box, words) || outside(place.box, frame.width, frame.height) > 0) return false;
    const line = leadOf(place);
    return line === null || !crossesWords(line, place.value.from, words);
  };
  const avoided = once(() => taken.map((other) => ((other.weight ?? 1) < WORDS ? { ...other, weight: ON_LINES } : other)));
  const inOrder = (spots: readonly Place[]): readonly Place[] => byFreedom(spots, avoided(), frame.width, frame.height);
  const canStand = (place: Place, words: readonly Obstacle[]): boolean =>
    place.dislike < ASTRAY && outside(place.box, frame.width, frame.height) === 0 && !hidden(place.box, words) && !isOnLines(place);
  const near = spotsAt(OUT);
  const free = (spots: readonly Place[], words: readonly Obstacle[]): Place | undefined =>
    inOrder(spots.filter((place) => canStand(place, words))).find((place) => isFree(place, words));
  const all = [...taken, ...places];
  /** The best of all places within reach: where every one beside what it is about is taken. The nearest come first, so that few are tried. */
  const around = (words: readonly Obstacle[]): Place | undefined => {
    let best: Place | undefined;
    for (const [centre, from, dislike] of anchors
      .slice(0, 3)
      .flatMap(within)
      .sort(([, , one], [, , other]) => one - other)) {
      if (best !== undefined && dislike >= best.dislike) break;
      const box = boxAt(centre);
      if (outside(box, frame.width, frame.height) > 0 || isOnLines({ box }) || hidden(box, words)) continue;
      const place = placeAt(centre, from, dislike);
      if ((best === undefined || place.dislike < best.dislike) && isFree(place, words)) best = place;
    }
    return best;
  };
  const within = (from: Point): (readonly [centre: Point, from: Point, dislike: number])[] =>
    AROUND.map(([right, down]) => {
      const centre: Point = [from[0] + right, from[1] + down];
      return [centre, from, distance(boxAt(centre), from) * 6];
    });
  const across = (spots: readonly Place[]): Place | undefined =>
    inOrder(spots)
      .slice(0, ACROSS)
      .find((place) => isFree(place, taken) && !rails.some((rail) => meets(place.box, rail)));
  const far = once(() => [...near, ...spotsAt(FARTHER)]);
  const spot = frame.phone
    ? (free(near, taken) ?? across(near))
    : (free(near, all) ?? free(far(), all) ?? around(all) ?? free(far(), taken) ?? across(far()));
  return spot === undefined ? null : { place: spot, lead: leadOf(spot) };
}
