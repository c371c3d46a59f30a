import type { Tick } from '../domain/time.ts';
import type { PagerCurve } from './debrief-facts.ts';

/** A stretch in which a metric was back in its normal band. */
export interface BackStretch {
  readonly from: Tick;
  readonly to: Tick | null; // null: to the end of what is shown
}

const LEAST_SHARE = 1 / 20; // of what is shown: a shorter dip into the band is no recovery

/** The longest stretch in the normal band after the metric had left it; null where it never came back for a while. */
export function longestBack({ ticks, values, low, high }: PagerCurve, from: Tick, to: Tick): BackStretch | null {
  let hasLeft = false;
  let began: Tick | null = null;
  let longest: BackStretch | null = null;
  const length = (one: BackStretch): number => (one.to ?? to) - one.from;
  const close = (end: Tick | null): void => {
    if (began === null) return;
    const one = { from: began, to: end };
    if (length(one) >= (to - from) * LEAST_SHARE && (longest === null || length(one) > length(longest))) longest = one;
    began = null;
  };
  ticks.forEach((tick, i) => {
    const value = values[i]!;
    if (tick < from || tick > to || !Number.isFinite(value)) return;
    if (value >= low && value <= high) {
      if (hasLeft) began ??= tick;
    } else {
      close(tick);
      hasLeft = true;
    }
  });
  close(null);
  return longest;
}
