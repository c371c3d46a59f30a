import { counted, figure } from './format.ts';
import { inLanguage } from './language.ts';

interface MostChanged {
  readonly title: string;
  readonly before: string;
  readonly during: string;
}

const en = {
  pager: 'Pager',
  nothingToCompare: 'Nothing to compare with: no healthy stretch lies before this one. Choose a later one.',
  tooFew: 'Too few figures in this stretch to tell. Choose a longer one.',
  /** @param told series with figures enough */
  noneStandsOut: (told: number) => `Nothing stands out: none of the ${told} series that you have opened left its usual range.`,
  standOut: ({ title, before, during }: MostChanged, changed: number, told: number) =>
    `${title} changed most: ${before} before, ${during} here. ${changed} of the ${told} series that you have opened ${changed === 1 ? 'stands' : 'stand'} out.`,
  panel: {
    title: 'What is different?',
    zoom: 'Zoom in',
    close: 'Close: what is different',
    noHealthy: 'No healthy stretch before it',
    against: (from: string, to: string) => `Against ${from} to ${to}, hatched: healthy by the pager`,
    compare: 'Compare with',
    latest: 'Just before',
    earliest: 'Earliest',
    list: 'Series that stand out, most changed first',
    all: (count: number) => `All ${count} that stand out`,
    byPart: 'By part:',
    /** @param part its label, marked up */
    part: <T>(part: T, changed: number): readonly (T | string)[] => [part, ` (${changed} of its series)`],
    steady: (steady: number, untold: number) =>
      `${steady} more lie where they usually do${untold === 0 ? '' : `; ${untold} had too few figures`}. A spread is how far a series strays by itself while all is well; from 3.5 on it stands out.`,
    before: ' before, ',
    during: ' in the stretch, ',
    normal: (value: string) => `normal ${value}`,
    /** @param spreads signed */
    spreads: (spreads: number) =>
      `${spreads > 0 ? 'up' : 'down'} ${Math.abs(spreads) >= 100 ? 'over 100' : figure(Math.abs(spreads), 1)} spreads`,
    from: 'From',
    to: 'To',
    splits: (looks: number) => `Split it by a dimension (${counted(looks, { one: 'look', other: 'looks' })})`,
    readAt: (clock: string) => `read at ${clock}`,
    split: 'Split',
  },
};

export const differenceWords = inLanguage({ en });
