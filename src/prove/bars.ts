/**
 * The bars that an honest scenario clears, all of them in one place. Points are of the response score, 0..100; shares 0..1.
 * Means are over seeds, variant by variant, and the worst variant decides.
 */
export const BARS = {
  solvable: {
    expertAtLeast: 90,
    withoutLooksBelow: 80, // the expert's own log, its looks taken out
    impactRatioAtMost: 1.1, // the expert's cost over that of the cheapest list found
    lists: 500, // tried a variant
    evidenceAtLeast: 16, // of 20, so that a list which only guesses well sets no standard
  },
  apt: { pointsAtLeast: 15 },
  losable: { noneAtMost: 15, noneLeaveAloneAtMost: 30, silentAtMost: 45, silentLeaveAloneAtMost: 60 },
  memorisable: { listBelow: 60, randomAtMost: 30, oneTrickAtMost: 40, lists: 2000, scored: 10 },
  checklist: { atLeast: 45, atMost: 80, belowInvestigator: 10 },
  identifiable: { namedAtLeast: 0.9, scoreAtLeast: 80 },
  alike: { namedAtMost: 0.4, sigmasAtMost: 2, healthyAtLeast: 0.95 },
  preventions: { changesAtLeast: 0.03 }, // of the impact, in the stated direction
  worse: { costsAtLeast: 0.03 }, // more than doing nothing
} as const;
