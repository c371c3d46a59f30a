import { inLanguage } from '../../domain/words/language.ts';

const en = {
  guidance: { guided: 'Guided', solo: 'On your own', watch: 'Watch an expert' },
  difficulty: 'Difficulty',
  guidanceTitle: 'Guidance',
  clock: {
    title: 'Clock',
    real: 'As the drill has it',
    relaxed: 'Relaxed: half the pace',
    none: 'No clock',
    noneSays: 'Time passes only when you look, act or wait. The same drills, judged by the same rules.',
  },
  hints: { title: 'Hints', says: 'They never cost points; the debrief calls the run guided.' },
};

/** Ways to play: how a shift is accompanied, at which pace, with hints or without. */
export const wayWords = inLanguage({ en });
