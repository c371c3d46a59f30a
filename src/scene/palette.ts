import type { Status } from '../domain/observation.ts';

/** Colours of the night map, by which parts of it name their ink in any theme. Contrast against `base`: line 3.6, unknown 4.8, crit 6.1, the rest above 9. */
export const INK = {
  base: '#0B1020',
  zone: '#0F1730',
  track: '#25304A', // an unlit track: `line` at a third over base; its dashed centre carries the contrast
  hairline: '#3A4A6B',
  line: '#5B6C8C',
  bright: '#AEBBD0',
  core: '#F4F1E8',
  t1: '#EEF2F8',
  t2: '#AEBBD0',
  t3: '#7C8BA6',
  warn: '#FFE45C',
  crit: '#FF5A45',
  you: '#A66BFF',
  unknown: '#72819A',
  onWarn: '#FFE45E', // a dot on a line out of normal: `warn` at night, darker than the line by day
  onCrit: '#F4F1EA', // a dot on a line that hurts users: the light one, by night and by day
} as const;

export type Ink = (typeof INK)[keyof typeof INK];

/** The colours by day: the same parts in the same roles on paper. Contrast against its base: line 3.9, unknown 4.9, the rest above 5. */
const DAY: Readonly<Record<Ink, string>> = {
  [INK.base]: '#F6F3EA',
  [INK.zone]: '#EFEADC',
  [INK.track]: '#D6D0C0',
  [INK.hairline]: '#A39B86',
  [INK.line]: '#6F7A8C',
  [INK.bright]: '#47566A', // and t2
  [INK.core]: '#14202E',
  [INK.t1]: '#14202E',
  [INK.t3]: '#5E6B7B',
  [INK.warn]: '#8A5600',
  [INK.crit]: '#8E0F1F',
  [INK.you]: '#5A36E0',
  [INK.unknown]: '#5E6B7B',
  [INK.onWarn]: '#2E1B00',
  [INK.onCrit]: '#FFFDF6',
};

/** What an ink, which is named by its colour at night, is painted with. */
export type Tint = (ink: Ink) => string;

export const tintOf = (theme: 'dark' | 'light'): Tint => (theme === 'light' ? (ink) => DAY[ink] : (ink) => ink);

/** The colour that a state has where it is drawn as a ring, an edge or an icon. */
export const STATUS_INK: Readonly<Record<Status, Ink>> = {
  unknown: INK.unknown,
  healthy: INK.core,
  warn: INK.warn,
  crit: INK.crit,
};

/** Colours a dot may have, in the order in which they lie in the dot atlas. */
export const DOT_INKS: readonly Ink[] = [INK.core, INK.onWarn, INK.onCrit, INK.bright, INK.base];
