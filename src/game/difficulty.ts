import type { Guidance } from '../domain/guidance.ts';
import { wayWords } from './words/ways.ts';
import type { Settings } from './settings.ts';

/** One named way to play: a setting for each axis. None changes the night, only how it is played. */
export interface Preset {
  readonly id: 'learner' | 'on-call' | 'interview';
  readonly title: string;
  readonly says: string;
  readonly set: Pick<Settings, 'guidance' | 'relaxed' | 'hints'>;
}

export const PRESETS: readonly Preset[] = [
  {
    id: 'learner',
    title: 'Learner',
    says: 'Guided, at half the pace, with hints',
    set: { guidance: 'guided', relaxed: true, hints: true },
  },
  {
    id: 'on-call',
    title: 'On-call',
    says: 'On your own, at full pace, with hints if you ask',
    set: { guidance: 'solo', relaxed: false, hints: true },
  },
  {
    id: 'interview',
    title: 'Interview',
    says: 'On your own, at full pace, without hints',
    set: { guidance: 'solo', relaxed: false, hints: false },
  },
];

export const GUIDANCE_TITLES: Readonly<Record<Guidance, string>> = wayWords.guidance;

/** The preset that these settings are; null for a mixture of one's own. */
export const presetOf = (settings: Settings): Preset | null =>
  PRESETS.find(({ set }) => set.guidance === settings.guidance && set.relaxed === settings.relaxed && set.hints === settings.hints) ?? null;

/** How a new shift is accompanied: as chosen; who has chosen nothing is guided the first time. */
export const guidanceFor = (settings: Settings, isNew: boolean): Guidance => settings.guidance ?? (isNew ? 'guided' : 'solo');
