import { atClock } from '../../domain/at-clock.ts';
import { counted, figure, inSentence, listed } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

interface MostChanged {
  readonly title: string;
  readonly before: string;
  readonly during: string;
}

const en = {
  pager: 'Pager',
  nothingToCompare: 'Nothing to compare with: no healthy stretch lies before this one. Choose a later one.',
  neverClean:
    'Nothing to compare with: in all that is on record before this stretch, something that you have opened was out of its usual range.',
  tooFew: 'Too few figures in this stretch to tell. Choose a longer one.',
  /** @param told series with figures enough */
  noneStandsOut: (told: number, dimensions: number, against: 'latest' | 'earliest') =>
    `Nothing stands out: ${told === 1 ? 'the one series that you have opened stayed within its usual range' : `none of the ${told} series that you have opened left its usual range`}${dimensions === 0 ? '' : ', and no dimension has a value that moved apart'}.${
      against === 'latest' ? ' What creeps in slowly shows against the earliest healthy stretch.' : ''
    }`,
  /** @param dimensions those that were compared and tell nothing apart @param elsewhere whether looks split it at another time */
  standOut: ({ title, before, during }: MostChanged, dimensions: readonly string[], elsewhere: boolean) =>
    `${title} changed most: ${before} before, ${during} here. ${
      dimensions.length === 0
        ? elsewhere
          ? 'What splits it was read at another time.'
          : 'Nothing that you have opened splits it into values to compare.'
        : `By ${listed(dimensions.map((each) => each.toLowerCase()))} nobody stands apart: what moved, moved for all alike.`
    }`,
  /** @param all whether these are all its values */
  dimensionFirst: (dimension: string, values: readonly string[], all: boolean, by: string) =>
    `${dimension} first: ${listed(values)} moved apart${values.length === 1 ? ' from the others' : all ? ' from each other' : ' from the others'}, by ${inSentence(by)}.`,
  dimensions: {
    titles: { version: 'Model version', feature: 'Feature', part: 'Part' },
    outcome: 'outcomes',
    /** @param before "CPU of" @param after "pods" */
    ofIts: (before: string, after: string) => `${before} its ${after}`,
  },
  panel: {
    title: 'What is different?',
    zoom: 'Zoom in',
    close: 'Close: what is different',
    noHealthy: 'No healthy stretch lies before it',
    compared: 'What was compared',
    comparedWith: (from: string, to: string, healthyFrom: string, healthyTo: string) =>
      `Compared: ${from} to ${to}, framed in the charts, with ${healthyFrom} to ${healthyTo}, hatched: healthy by all that you have opened.`,
    compare: 'Healthy stretch',
    latest: 'Just before',
    earliest: 'Earliest',
    dimensions: 'Dimensions, most different first',
    /** @param rank from 1 */
    ranked: (rank: number, title: string) => `${figure(rank)}. ${title}`,
    /** @param also other figures that tell values apart, too */
    by: (by: string, also: readonly string[]) =>
      `by ${inSentence(by)}${also.length === 0 ? '' : `; also by ${listed(also.map(inSentence))}`}`,
    alike: (values: readonly string[]) =>
      values.length < 2 ? 'tells nothing apart' : `tells nothing apart: ${listed(values)} moved alike, as far as chance reaches`,
    baselines: { healthy: 'Healthy', expected: 'Expected' },
    here: 'Here',
    against: 'Here, against the rest',
    scrapes: 'Scrapes',
    rows: 'Rows',
    apart: 'stands apart',
    /** @param before null where the baseline is no sample */
    samples: (here: number | null, before: number | null) =>
      here === null ? '' : before === null ? figure(here) : `${figure(before)} → ${figure(here)}`,
    readAt: (clock: string) => `read ${atClock(clock)}`,
    splitAt: (title: string, clock: string) => `${title} (${clock})`,
    elsewhere: (splits: readonly string[]) => `Split by looks outside this stretch: ${listed(splits)}.`,
    reach: 'Stretch to them',
    splits: (looks: number) => `Split by another dimension (${counted(looks, { one: 'look', other: 'looks' })})`,
    split: 'Split',
    series: (changed: number, all: number) => `Single series: ${figure(changed)} of ${figure(all)} stand out`,
    list: 'Series that stand out, most changed first',
    all: (count: number) => `All ${count} that stand out`,
    steady: (steady: number, untold: number) =>
      `${steady} more lie where they usually do${untold === 0 ? '' : `; ${untold} had too few figures`}. A spread is how far a series strays by itself while all is well; from 3.5 on it stands out.`,
    before: ' before, ',
    during: ' in the stretch, ',
    normal: (value: string) => `normal ${value}`,
    /** @param spreads signed */
    spreads: (spreads: number) =>
      `${Math.abs(spreads) >= 100 ? 'over 100' : figure(Math.abs(spreads), 1)} spreads ${spreads > 0 ? 'up' : 'down'}`,
    from: 'From',
    to: 'To',
  },
};

export const differenceWords = inLanguage({ en });
