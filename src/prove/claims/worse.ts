import { BARS } from '../bars.ts';
import { rowOf, worst, type ClaimRow } from '../row.ts';

/** A change that the menu offers, made at once on the nights of one variant. */
export interface Tried {
  readonly what: string; // the change in words, and the variant
  readonly extraShare: number; // what the nights then cost more than when nothing is done, as a share of that
}

/** Something that looks plausible makes it worse. @param tried at least one */
export function worse(scenario: string, tried: readonly Tried[]): ClaimRow {
  const most = tried.reduce((a, b) => (b.extraShare > a.extraShare ? b : a));
  return rowOf(scenario, 'worse', [
    worst('costs more than doing nothing by', 'share', 'at least', BARS.worse.costsAtLeast, [{ where: most.what, value: most.extraShare }]),
  ]);
}
