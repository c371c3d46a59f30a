import { counted, figure } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const bands = { steady: 'steady', little: 'moved a little', moved: 'moved' };

interface Feature {
  readonly feature: string;
  readonly band: keyof typeof bands;
  readonly psi: string;
  readonly most: string; // the bin with most values now
  readonly share: string; // of the values that are in it
  readonly before: { readonly share: string } | { readonly most: string }; // its share then, or the bin that had most
  readonly missing: string;
  readonly note: string; // "" for none
}

const missing = (share: string): string => `missing ${share}`;
const features = (count: number): string => counted(count, { one: 'feature', other: 'features' });

const en = {
  bands,
  psi: 'PSI',
  noPsi: 'no data',
  noneMissing: 'none missing',
  missing,
  missingMoved: (was: string, now: string) => `missing ${was} → ${now}`,
  missingMovedAloud: (was: string, now: string) => `missing ${was} to ${now}`,
  feature: ({ feature, band, psi, most, share, before, missing: gaps, note }: Feature) =>
    `${feature}: ${bands[band]}, PSI ${psi}. Most values lie at ${most} (${share}), ${
      'share' in before ? `as in the reference (${before.share})` : `in the reference at ${before.most}`
    }; ${gaps}.${note === '' ? '' : ` ${note}`}`,
  none: 'There are no features to compare.',
  noneMoved: (count: number, largest: string, psi: string) => `None of ${features(count)} moved; the largest PSI is ${psi} (${largest}).`,
  moved: (moved: number, count: number, little: number, largest: string, psi: string) =>
    `${figure(moved)} of ${features(count)} moved${little === 0 ? '' : `, ${figure(little)} a little`}; most of all ${largest}, PSI ${psi}.`,
  now: (rows: string) => `now, ${rows} rows`,
  threshold: 'PSI above 0.2: moved',
  fewer: 'Show fewer',
  more: (count: number) => `Show ${figure(count)} more, all steady`,
  bins: {
    caption: (feature: string) => `${feature}, share of rows in each bin`,
    value: 'Value',
    before: 'before',
    now: 'now',
  },
};

/** Features against their reference. */
export const distributionWords = inLanguage({ en });
