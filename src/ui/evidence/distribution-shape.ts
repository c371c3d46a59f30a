import type { FeatureShape } from '../../domain/evidence.ts';
import { formatValue } from '../../domain/metric.ts';

export type Band = 'steady' | 'moved a little' | 'moved';

const LITTLE = 0.1; // the usual rule of thumb for PSI
const MUCH = 0.2;

export const bandOf = (psi: number): Band => (psi > MUCH ? 'moved' : psi >= LITTLE ? 'moved a little' : 'steady');

/** "6.2", "0.06": two figures are all that a sample supports. */
export const psiText = (psi: number): string => (Number.isFinite(psi) ? psi.toFixed(psi >= 1 ? 1 : 2) : 'no data');

export const mostChanged = (features: readonly FeatureShape[]): readonly FeatureShape[] => [...features].sort((a, b) => b.psi - a.psi);

export const modeOf = (shares: readonly number[]): number => shares.reduce((best, share, i) => (share > (shares[best] ?? 0) ? i : best), 0);

/** Whether so many more (or fewer) values are missing that it is worth a look. */
export const missingMoved = ({ missingReference, missingCurrent }: FeatureShape): boolean =>
  Math.abs(missingCurrent - missingReference) >= 0.02;

const NO_BREAK = '\u00a0';

export function missingText({ missingReference, missingCurrent }: FeatureShape): string {
  if (missingReference < 0.0005 && missingCurrent < 0.0005) return 'none missing';
  const [was, is] = [missingReference, missingCurrent].map((share) => formatValue(share, 'share').replace(' ', NO_BREAK));
  return was === is ? `missing ${is}` : `missing ${was} → ${is}`;
}

/** One sentence for a card. */
export function featureSentence(shape: FeatureShape): string {
  const { feature, bins, reference, current, psi, note } = shape;
  const at = modeOf(current);
  const before = modeOf(reference);
  const most = `Most values lie at ${bins[at] ?? '?'} (${formatValue(current[at] ?? 0, 'share')})`;
  const was =
    at === before ? `as in the reference (${formatValue(reference[at] ?? 0, 'share')})` : `in the reference at ${bins[before] ?? '?'}`;
  return `${feature}: ${bandOf(psi)}, PSI ${psiText(psi)}. ${most}, ${was}; ${missingText(shape).replace('→', 'to')}.${note === '' ? '' : ` ${note}`}`;
}

/** One sentence for the whole wall. */
export function wallSentence(features: readonly FeatureShape[]): string {
  const [first] = mostChanged(features);
  const moved = features.filter((shape) => bandOf(shape.psi) === 'moved').length;
  const little = features.filter((shape) => bandOf(shape.psi) === 'moved a little').length;
  const of = `of ${features.length} ${features.length === 1 ? 'feature' : 'features'}`;
  if (first === undefined) return 'There are no features to compare.';
  if (moved + little === 0) return `None ${of} moved; the largest PSI is ${psiText(first.psi)} (${first.feature}).`;
  const also = little === 0 ? '' : `, ${little} a little`;
  return `${moved} ${of} moved${also}; most of all ${first.feature}, PSI ${psiText(first.psi)}.`;
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
