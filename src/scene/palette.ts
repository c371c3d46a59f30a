import type { Status } from '../domain/observation.ts';

/** Colours of the night map. Contrast against `base`: line 3.6, unknown 4.8, crit 6.1, the rest above 9. */
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
} as const;

export type Ink = (typeof INK)[keyof typeof INK];

/** The colour that a state has where it is drawn as a ring, an edge or an icon. */
export const STATUS_INK: Readonly<Record<Status, Ink>> = {
  unknown: INK.unknown,
  healthy: INK.core,
  warn: INK.warn,
  crit: INK.crit,
};

/** Colours a dot may have, in the order in which they lie in the dot atlas. */
export const DOT_INKS: readonly Ink[] = [INK.core, INK.warn, INK.bright, INK.base];
