import { inLanguage } from './language.ts';

const en = {
  liveShare: (segment: string) => `${segment}: share of live rows`,
  evaluatedShare: (segment: string) => `${segment}: share of evaluated rows`,
  widestGap: 'Largest gap of a segment',
  rows: (rows: number) => `${rows} live rows against those of the evaluation.`,
  mixGap: 'Largest difference of mix, evaluation set against live',
  metric: (version: string) => `Metric of ${version} on the evaluation set`,
  liveMetric: 'The same, weighted like live traffic',
  worstSlice: 'Its worst slice',
  columns: {
    evaluation: 'Share of the evaluation set',
    live: 'Share of live traffic',
    against: (version: string, other: string) => `${version} against ${other}`,
  },
  finding: (version: string, metric: string, liveMetric: string) =>
    `${version} reads ${metric} on the evaluation set, ${liveMetric} weighted like live traffic.`,
};

/** What a model was evaluated on, against what it meets. */
export const evaluationLook = inLanguage({ en });
