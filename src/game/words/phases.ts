import { inLanguage } from '../../domain/words/language.ts';

const en = {
  'size-up': { title: 'Size up', says: 'How bad is it, and for whom?' },
  stabilise: { title: 'Stabilise', says: 'Stop the harm, even before the cause is known.' },
  update: { title: 'Update', says: 'Tell people what users see, what is known and what comes next.' },
  verify: { title: 'Verify', says: 'Show with a metric that it is over, then resolve.' },
};

/** The four phases of an incident. */
export const phaseWords = inLanguage({ en });
