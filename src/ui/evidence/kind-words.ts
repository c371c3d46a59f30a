import type { ChangeKind } from '../../domain/evidence.ts';

/** What a kind of change is called where its shape needs words. */
export const KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  'model-deploy': 'Deploy',
  config: 'Config',
  data: 'Data',
  scale: 'Scale',
  player: 'You',
  campaign: 'Campaign',
  'app-release': 'App release',
  experiment: 'Experiment',
  holiday: 'Holiday',
  season: 'Season',
  message: 'Message',
};
