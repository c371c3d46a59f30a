import { sameTerms, unusualOf, USUAL_TERMS, type Terms } from '../domain/difficulty.ts';
import type { Guidance } from '../domain/guidance.ts';
import { wayWords } from './words/ways.ts';
import type { Settings } from './settings.ts';
import { difficultyWords } from './words/difficulty.ts';

/** One named way to play: a setting for each axis. */
export interface Preset {
  readonly id: 'learner' | 'on-call' | 'interview' | 'chaos';
  readonly title: string;
  readonly says: string;
  readonly set: Pick<Settings, 'guidance' | 'relaxed' | 'hints' | keyof Terms>;
}

const preset = (id: Preset['id'], set: Preset['set']): Preset => ({ id, ...difficultyWords.presets[id], set });

export const PRESETS: readonly Preset[] = [
  preset('learner', { guidance: 'guided', relaxed: true, hints: true, ...USUAL_TERMS }),
  preset('on-call', { guidance: 'solo', relaxed: false, hints: true, ...USUAL_TERMS }),
  preset('interview', { guidance: 'solo', relaxed: false, hints: false, ...USUAL_TERMS }),
  preset('chaos', { guidance: 'solo', relaxed: false, hints: false, information: 'missing', complications: 3, strictness: 'strict' }),
];

export const GUIDANCE_TITLES: Readonly<Record<Guidance, string>> = wayWords.guidance;

/** The preset that these settings are; null for a mixture of one's own. */
export const presetOf = (settings: Settings): Preset | null =>
  PRESETS.find(({ set }) => (Object.keys(set) as (keyof Preset['set'])[]).every((key) => set[key] === settings[key])) ?? null;

/** How a new shift is accompanied: as chosen; who has chosen nothing is guided the first time. */
export const guidanceFor = (settings: Settings, isNew: boolean): Guidance => settings.guidance ?? (isNew ? 'guided' : 'solo');

/** What a debrief says of terms other than those that published averages are of; null where they were the usual ones throughout. */
export function unusualTermsText(all: readonly Terms[]): string | null {
  const { notUsual, changedOnTheWay } = difficultyWords;
  if (all.every((terms) => sameTerms(terms, USUAL_TERMS))) return null;
  const end = termWords(all[all.length - 1]!);
  return notUsual([...end, ...(all.length > 1 ? [changedOnTheWay] : [])].join(', '));
}

/** What is unusual in some terms, each in a few words. */
export function termWords(terms: Terms): readonly string[] {
  const { information, complications, strictness } = unusualOf(terms);
  return [
    ...(information === undefined || information === 'full' ? [] : [difficultyWords.terms[information]]),
    ...(complications === undefined ? [] : [difficultyWords.terms.complications(complications)]),
    ...(strictness === undefined || strictness === 'standard' ? [] : [difficultyWords.judged[strictness]]),
  ];
}
