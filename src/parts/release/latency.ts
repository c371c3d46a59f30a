import { lognormalCdf } from '../../kernel/math.ts';
import { risesTo } from '../../kernel/solve.ts';

/** Answers of one kind: how many of all, and how long their median takes. */
export interface AnswerKind {
  readonly weight: number;
  readonly medianMs: number;
}

/** The time within which a share p of a mixture of lognormal answers has come, ms. NaN where nothing answers. */
export function mixtureQuantile(p: number, kinds: readonly AnswerKind[], sigma: number): number {
  const all = kinds.reduce((sum, kind) => sum + kind.weight, 0);
  if (!(all > 0)) return NaN;
  const slowest = kinds.reduce((most, kind) => Math.max(most, kind.medianMs), 0);
  const within = (ms: number): number =>
    kinds.reduce((sum, kind) => sum + (kind.weight === 0 ? 0 : kind.weight * lognormalCdf(ms, kind.medianMs, sigma)), 0) / all;
  return risesTo(within, p, 0, slowest * 40);
}
