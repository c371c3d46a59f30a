import { inLanguage } from './language.ts';

const en = {
  candidateAuc: 'AUC of the newest candidate',
  championAuc: 'AUC of the champion on the same rows',
  blocked: 'Newest candidate stopped by the gate',
  duration: 'Duration of the last run, minutes',
  gate: {
    none: 'no gate',
    absolute: (threshold: number) => `AUC at least ${threshold}, on tonight's holdout`,
    absoluteAndPinned: (threshold: number, margin: number) =>
      `AUC at least ${threshold} on tonight's holdout, and on pinned rows no more than ${margin} below the champion's`,
    champion: (margin: number, on: 'pinned' | 'tonight') =>
      `AUC no more than ${margin} below the champion's, on ${on === 'pinned' ? 'a pinned clean holdout' : "tonight's holdout"}`,
  },
};

/** The training job and its gate. */
export const trainingWords = inLanguage({ en });
