import { inLanguage } from './language.ts';

const en = {
  nothingCompared: 'Nothing is being compared: everyone has the same version.',
  nothingYet: 'Nothing to read yet.',
  rows: { raw: 'Candidate − stable', adjusted: 'The same, mix made equal', arm: (arm: string) => `${arm} against the other arm` },
  gap: 'Candidate − stable',
  halfWidth: 'Half of its 95 % interval',
  adjustedGap: 'The same with the mix made equal',
  mixGap: 'Largest difference of mix',
  splitChance: 'Chance of this split by chance',
  power: 'Power for the smallest effect that matters',
  trials: 'Compared on the candidate',
  trialsNeeded: 'Needed there by the plan',
  armChange: (arm: string) => `${arm}: change against the other arm`,
  reads: (gap: string, half: string, trials: string, needed: string) =>
    `${gap} ± ${half} points on ${trials} of ${needed} that the plan asks for.`,
  otherMix: (segment: string, points: string) => `The sides are not made of the same: ${segment} differs by ${points} points.`,
  sameMix: 'The sides are made of the same.',
  armOff: (arm: string, change: string) => `${arm} lies ${change} off the other arm.`,
};

/** What the read-out of a comparison shows. */
export const experimentLook = inLanguage({ en });
