import { normalQuantile } from '../../kernel/math.ts';
import { risesTo } from '../../kernel/solve.ts';
import { crossingProbabilities } from './crossing.ts';

/**
 * Two-sided group-sequential bounds for K equally spaced looks: with them |z| crosses at one look or another with probability alpha
 * when nothing differs. Sources: O'Brien and Fleming, Biometrics 35 (1979); Pocock, Biometrika 64 (1977); tables in Jennison and
 * Turnbull, Group Sequential Methods, chapter 2.
 */

type Shape = (look: number, looks: number) => number;

const obrienFlemingShape: Shape = (look, looks) => Math.sqrt(looks / look);
const pocockShape: Shape = () => 1;

const KEPT = 256; // constants remembered: each takes some 10 ms, and a run asks for the same one at every look
const constants = new Map<string, number>();

function constantOf(name: string, shape: Shape, looks: number, alpha: number): number {
  if (!(looks >= 1 && Math.floor(looks) === looks && alpha > 0 && alpha < 1)) return NaN;
  const key = `${name} ${looks} ${alpha}`;
  let constant = constants.get(key);
  if (constant === undefined) {
    const heights = Array.from({ length: looks }, (_, i) => shape(i + 1, looks));
    const notCrossed = (height: number): number => 1 - crossingProbabilities(heights.map((one) => height * one))[looks - 1]!;
    // never below the bound of a single look, nor above that of looks which shared alpha as if they had nothing in common (Bonferroni)
    constant = risesTo(notCrossed, 1 - alpha, -normalQuantile(alpha / 2), -normalQuantile(alpha / 2 / looks));
    if (constants.size >= KEPT) constants.clear();
    constants.set(key, constant);
  }
  return constant;
}

/**
 * The O'Brien–Fleming bound of |z|: hardly anything stops the first looks, and the last is read almost as a single test would be.
 * @param look 1 to looks @param alpha two-sided @returns NaN outside
 */
export const obrienFlemingBound = (look: number, looks: number, alpha: number): number =>
  look >= 1 && look <= looks ? constantOf('obrien-fleming', obrienFlemingShape, looks, alpha) * obrienFlemingShape(look, looks) : NaN;

/** The Pocock bound of |z|, the same at every look. @param alpha two-sided @returns NaN outside */
export const pocockBound = (looks: number, alpha: number): number => constantOf('pocock', pocockShape, looks, alpha);
