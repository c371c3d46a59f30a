import { inLanguage } from './language.ts';

const en = {
  rowsPerDay: 'Rows a day',
  labelShare: 'Share of positive labels',
  matchShare: 'Keys that find their match in joins',
  checksFailing: 'Data checks that fail',
  missing: (feature: string) => `${feature}: missing`,
  unknown: (feature: string) => `${feature}: unknown values`,
  mean: (feature: string) => `${feature}: mean against reference`,
  spread: (feature: string) => `${feature}: spread against reference`,
};

/** The data that a pipeline brings, as figures are called. */
export const pipelineWords = inLanguage({ en });
