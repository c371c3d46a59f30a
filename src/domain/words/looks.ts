import { inLanguage } from './language.ts';

const en = {
  changes: 'Change history',
  calendar: 'Calendar',
  messages: 'Messages from other teams',
  alerts: 'Alert rules',
  logs: (station: string) => `Logs of ${station}`,
  trace: { slow: 'A slow trace', typical: 'A typical trace' },
  lineage: 'Lineage of the data',
  distributions: 'Distribution of every feature',
  registry: 'Registry and model cards',
  evaluation: 'Evaluated on, against live',
  evaluationSet: 'Evaluation set against live traffic',
  backtest: 'Versions scored again on the same rows',
  by: (dimension: string) => `By ${dimension}`,
  difference: 'What is different?',
  experiment: 'Read-out of the comparison',
  handCheck: (segment: string) => `Check a sample by hand: ${segment}`,
  sampleOf: (selected: string, rows: string) => `Sample of ${selected} ${rows}`,
  sampleNear: 'Sample just beyond the cut-off',
  sampleRest: 'Random sample of the rest',
  overrides: 'What staff decided against the model',
};

/** Looks as they are called on the menu and above what they found. */
export const lookTitles = inLanguage({ en });
