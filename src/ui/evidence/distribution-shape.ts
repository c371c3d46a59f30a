import type { FeatureShape } from '../../domain/evidence.ts';
import { formatValue } from '../../domain/metric.ts';
import { psiBand } from '../../game/psi-band.ts';
import { figure } from '../../game/words/format.ts';
import { distributionWords } from '../../game/words/distributions.ts';

/** "6.2", "0.06": two figures are all that a sample supports. */
export const psiText = (psi: number): string => (Number.isFinite(psi) ? figure(psi, psi >= 1 ? 1 : 2) : distributionWords.noPsi);

export const mostChanged = (features: readonly FeatureShape[]): readonly FeatureShape[] => [...features].sort((a, b) => b.psi - a.psi);

export const modeOf = (shares: readonly number[]): number => shares.reduce((best, share, i) => (share > (shares[best] ?? 0) ? i : best), 0);

/** Whether so many more (or fewer) values are missing that it is worth a look. */
export const missingMoved = ({ missingReference, missingCurrent }: FeatureShape): boolean =>
  Math.abs(missingCurrent - missingReference) >= 0.02;

const NO_BREAK = '\u00a0';

function gaps({ missingReference, missingCurrent }: FeatureShape, moved: (was: string, now: string) => string): string {
  if (missingReference < 0.0005 && missingCurrent < 0.0005) return distributionWords.noneMissing;
  const unbroken = (share: number): string => formatValue(share, 'share').replace(' ', NO_BREAK);
  const [was, is] = [unbroken(missingReference), unbroken(missingCurrent)];
  return was === is ? distributionWords.missing(is) : moved(was, is);
}

export const missingText = (shape: FeatureShape): string => gaps(shape, distributionWords.missingMoved);

/** One sentence for a card. */
export function featureSentence(shape: FeatureShape): string {
  const { feature, bins, reference, current, psi, note } = shape;
  const at = modeOf(current);
  const before = modeOf(reference);
  return distributionWords.feature({
    feature,
    band: psiBand(psi),
    psi: psiText(psi),
    most: bins[at] ?? '?',
    share: formatValue(current[at] ?? 0, 'share'),
    before: at === before ? { share: formatValue(reference[at] ?? 0, 'share') } : { most: bins[before] ?? '?' },
    missing: gaps(shape, distributionWords.missingMovedAloud),
    note,
  });
}

/** One sentence for the whole wall. */
export function wallSentence(features: readonly FeatureShape[]): string {
  const [first] = mostChanged(features);
  const moved = features.filter((shape) => psiBand(shape.psi) === 'moved').length;
  const little = features.filter((shape) => psiBand(shape.psi) === 'little').length;
  if (first === undefined) return distributionWords.none;
  if (moved + little === 0) return distributionWords.noneMoved(features.length, first.feature, psiText(first.psi));
  return distributionWords.moved(moved, features.length, little, first.feature, psiText(first.psi));
}

const steps = (shares: readonly number[], top: number): readonly (readonly [x: number, y: number])[] =>
  shares.flatMap((share, i) => [[i, share / top] as const, [i + 1, share / top] as const]);

/** A histogram's outline in a box of one unit a bin and one unit high, y downwards. */
export function outline(shares: readonly number[], top: number): string {
  const points = steps(shares, top).map(([x, y]) => `${x} ${(1 - y).toFixed(4)}`);
  return `M0 1L${points.join('L')}L${shares.length} 1`;
}

export interface BinLabel {
  readonly bin: number;
  readonly text: string;
  readonly middle: number; // share of the width
  readonly loud: boolean;
}

const FEW = 4; // bins that are all named, each in its own room

export const namesAll = ({ bins }: FeatureShape): boolean => bins.length <= FEW;

/**
 * Which bins are named under a drawing: where most values lie now, where they lay, then the ends, as far as there is room.
 * @param letters that fit side by side
 */
export function binLabels({ bins, reference, current }: FeatureShape, letters: number): readonly BinLabel[] {
  const taken: (readonly [from: number, to: number])[] = [];
  const labels: BinLabel[] = [];
  const wanted = [modeOf(current), modeOf(reference), 0, bins.length - 1, ...bins.keys()];
  for (const bin of new Set(wanted)) {
    const text = bins[bin] ?? '';
    const half = (text.length + 1.5) / letters / 2;
    const middle = Math.min(1 - half, Math.max(half, (bin + 0.5) / bins.length));
    if (text === '' || half > 0.5 || taken.some(([from, to]) => middle + half > from && middle - half < to)) continue;
    taken.push([middle - half, middle + half]);
    labels.push({ bin, text, middle, loud: bin === modeOf(current) });
  }
  return labels;
}
