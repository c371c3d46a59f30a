import type { ChangeKind } from '../../domain/evidence.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en: Readonly<Record<ChangeKind, string>> = {
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

/** What a kind of change is called where its shape needs words. */
export const changeKinds = inLanguage({ en });
