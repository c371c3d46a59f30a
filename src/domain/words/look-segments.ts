import { inLanguage } from './language.ts';

const en = {
  labelled: (segment: string) => `${segment}: rows with labels`,
  outcome: (segment: string, positive: string) => `${segment}: ${positive}`,
  observedExpected: (segment: string) => `${segment}: observed over expected`,
  rowFactor: (segment: string) => `${segment}: rows against an ordinary time`,
  spread: 'Largest over smallest of observed over expected',
  widest: 'Largest observed over expected',
  narrowest: 'Smallest observed over expected',
  outcomes: (rows: string) => `What became of the newest labelled ${rows}, against what the model expected (the mark).`,
  title: (success: string, dimension: string) => `${success} by ${dimension.toLowerCase()}`,
  dimension: (title: string) => title.toLowerCase(),
  shareGap: (group: string) => `${group}: share of the candidate’s side − of the other`,
  gap: (success: string, group: string) => `${success}, ${group}: candidate − stable`,
  contrast: (success: string, group: string) => `${success}, ${group}: change against the rest`,
  clickContrast: (group: string) => `Click rate, ${group}: change against the rest`,
  tooFew: 'Too few to tell any group apart yet.',
  noSideStandsOut: 'No group stands out: chance alone puts one of them this far off now and then.',
  nobodyMoved: 'No group moved further than chance alone moves one of them now and then.',
  gapStandsOut: (group: string, points: string) => `${group}: ${points} points on the candidate, and chance hardly does that.`,
  contrastStandsOut: (group: string, change: string) => `${group}: ${change} against the rest, compared with before.`,
  halves: { title: 'Halves drawn by chance', first: 'First half by user id', second: 'Second half by user id' },
  difference: {
    found: 'Dimensions that stand out',
    worst: (dimension: string) => `Worst group by ${dimension.toLowerCase()}: difference`,
    columns: { worst: 'Group that fell furthest', change: 'Difference', chance: 'Chance alone' },
    nothing: 'Nothing stands out: no way of splitting the audience does more than halves drawn by chance.',
    first: (dimension: string, group: string, change: string) => `${dimension} first: ${group} lies ${change} apart.`,
  },
};

/** What figures show that are split by groups. */
export const segmentLook = inLanguage({ en });
