/** Missing values of one column in one window. */
export interface MissingReading {
  readonly share: number; // NaN of no rows
  readonly low: number; // interval of the share that the sample allows
  readonly high: number;
  readonly threshold: number;
  readonly above: boolean; // whether the share is above the threshold
}

/**
 * Wilson's interval of a share: stays within 0 and 1, and says something at 0 too. NaN of no rows.
 * Source: Wilson, J. Am. Stat. Assoc. 22 (1927). @param z normal quantile of the interval: 1.96 for 95 %
 */
export function shareInterval(count: number, rows: number, z: number): { low: number; high: number } {
  if (!(rows > 0)) return { low: NaN, high: NaN };
  const share = count / rows;
  const square = (z * z) / rows;
  const middle = (share + square / 2) / (1 + square);
  const half = (z / (1 + square)) * Math.sqrt((share * (1 - share)) / rows + square / (4 * rows));
  return { low: count === 0 ? 0 : middle - half, high: count === rows ? 1 : middle + half };
}

/** The share above which more are missing than chance explains: so many deviations of a sample above the reference, and never below a floor. */
export const missingThreshold = (referenceShare: number, rows: number, deviations: number, floor: number): number =>
  Math.max(floor, referenceShare + deviations * Math.sqrt((referenceShare * (1 - referenceShare)) / rows));

/** @param bounds deviations and floor of the threshold, z of the interval */
export function missingReading(
  missing: number,
  rows: number,
  referenceShare: number,
  bounds: { readonly deviations: number; readonly floor: number; readonly z: number },
): MissingReading {
  const share = missing / rows;
  const threshold = missingThreshold(referenceShare, rows, bounds.deviations, bounds.floor);
  return { share, ...shareInterval(missing, rows, bounds.z), threshold, above: share > threshold };
}
