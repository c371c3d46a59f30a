/** How old the newest row is, against the age that is agreed. */
export interface FreshnessReading {
  readonly ageSeconds: number; // Infinity where no row has come; below 0 for a row dated ahead of the clock
  readonly boundSeconds: number;
  readonly stale: boolean; // older than its bound
}

/** @param newestRowSeconds when the newest row was made, on the same clock; NaN where there is none */
export function freshnessReading(nowSeconds: number, newestRowSeconds: number, boundSeconds: number): FreshnessReading {
  const ageSeconds = newestRowSeconds !== newestRowSeconds ? Infinity : nowSeconds - newestRowSeconds;
  return { ageSeconds, boundSeconds, stale: ageSeconds > boundSeconds };
}
