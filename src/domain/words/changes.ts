import { duration } from '../time.ts';
import { inLanguage } from './language.ts';

const en = {
  undo: {
    always: 'yes, at any time',
    beforeEffect: 'before it takes effect; after that by another change',
    first: (seconds: number) => `only in its first ${duration(seconds)}`,
  },
  queueBusy: (times: string) => `the deploy queue is busy: ${times} as long as usual`,
  tookBack: (label: string) => `took back: ${label}`,
};

/** What is said of a change whatever the system. */
export const changeWords = inLanguage({ en });
