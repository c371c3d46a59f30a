import type { Look } from '../../domain/action.ts';

interface LookWords {
  readonly verb: string; // on its button
  readonly says: string; // what it will show
}

/** What a look of an evidence tab is for, in a line. */
export const LOOK_WORDS: Readonly<Partial<Record<Look['type'], LookWords>>> = {
  'look-lineage': { verb: 'Follow', says: 'Which data and code made the model, version by version' },
  'look-distributions': { verb: 'Compare', says: 'Every feature against its reference, most changed first' },
  'look-segments': { verb: 'Split', says: 'The same figures, one row for each part' },
  'look-registry': { verb: 'Open', says: 'Versions, aliases and the model card' },
  'look-evaluation': { verb: 'Compare', says: 'What the model was judged on against what it meets' },
  'look-backtest': { verb: 'Score', says: 'Versions scored again on the same pinned rows' },
  'look-sample': { verb: 'Read', says: 'Decisions that people checked one by one' },
  'look-experiment': { verb: 'Read', says: 'Arms side by side, with their intervals' },
  'look-calendar': { verb: 'Open', says: 'Campaigns, app releases, experiments and holidays' },
  'look-messages': { verb: 'Read', says: 'What other teams wrote' },
};

export const TAB_ASKS = {
  data: 'Has the data changed?',
  segments: 'Which part is different?',
  model: 'Is it the model?',
  experiment: 'What does the test say?',
  calendar: 'What happens outside the system?',
} as const;
