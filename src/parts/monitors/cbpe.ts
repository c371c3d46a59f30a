/**
 * Confidence-based performance estimation: what a calibrated model's own probabilities say about its decisions, without a label. It sees
 * that cases have become harder or rarer (covariate shift) and cannot see that the same case now ends otherwise (concept change).
 * Source: NannyML, "How it works: performance estimation".
 */
export interface Confusion {
  readonly truePositives: number; // expected, in the unit of the weights: rows, or a share of them
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/**
 * @param calibratedP the probability of a positive, by row or by bin of scores @param threshold from which a case is flagged
 * @param weights rows of each bin; 1 where none are given
 */
export function expectedConfusion(calibratedP: ArrayLike<number>, threshold: number, weights?: ArrayLike<number>): Confusion {
  let [truePositives, falsePositives, falseNegatives, trueNegatives] = [0, 0, 0, 0];
  for (let i = 0; i < calibratedP.length; i += 1) {
    const p = calibratedP[i] as number;
    const weight = weights === undefined ? 1 : (weights[i] as number);
    if (p >= threshold) {
      truePositives += weight * p;
      falsePositives += weight * (1 - p);
    } else {
      falseNegatives += weight * p;
      trueNegatives += weight * (1 - p);
    }
  }
  return { truePositives, falsePositives, falseNegatives, trueNegatives };
}

/** Figures of a confusion matrix, expected or counted. NaN where nothing was flagged, or nothing was positive. */
export interface Performance {
  readonly accuracy: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly flaggedShare: number;
  readonly positiveShare: number; // such as the default rate
}

export function performanceOf({ truePositives, falsePositives, falseNegatives, trueNegatives }: Confusion): Performance {
  const flagged = truePositives + falsePositives;
  const positive = truePositives + falseNegatives;
  const all = flagged + falseNegatives + trueNegatives;
  return {
    accuracy: (truePositives + trueNegatives) / all,
    precision: truePositives / flagged,
    recall: truePositives / positive,
    f1: (2 * truePositives) / (flagged + positive),
    flaggedShare: flagged / all,
    positiveShare: positive / all,
  };
}

/**
 * Expected area under the ROC curve, by trapezoids: cases of one probability share a threshold. NaN where no case can be positive, or
 * none negative. @param weights as in expectedConfusion
 */
export function expectedRocAuc(calibratedP: ArrayLike<number>, weights?: ArrayLike<number>): number {
  const order = Array.from({ length: calibratedP.length }, (_, i) => i).sort(
    (i, j) => (calibratedP[i] as number) - (calibratedP[j] as number),
  );
  let [area, positives, negatives] = [0, 0, 0];
  for (let at = 0; at < order.length;) {
    const p = calibratedP[order[at] as number] as number;
    let weight = 0;
    for (; at < order.length && calibratedP[order[at] as number] === p; at += 1)
      weight += weights === undefined ? 1 : (weights[order[at] as number] as number);
    area += weight * p * (negatives + (weight * (1 - p)) / 2);
    positives += weight * p;
    negatives += weight * (1 - p);
  }
  return area / (positives * negatives);
}
