import { inLanguage } from './language.ts';

const en = {
  wasChampion: 'was champion',
  neverLive: 'never live',
  ageDays: 'Champion: days since it was trained',
  championAuc: 'Champion: AUC as its run measured it',
  stableAuc: 'Last stable version: AUC as its run measured it',
  promotedRuns: 'Runs of the last four days that went live',
  libraryChanged: 'Training libraries that changed',
  columns: {
    daysOld: 'Days old',
    auc: 'AUC',
    rows: 'Rows',
    features: 'Features',
    artifact: 'Artifact',
    alias: 'Alias',
    usedAs: 'Used as',
    serves: 'Serves',
    card: 'Card',
  },
  gate: (gate: string) => `A candidate goes live with ${gate}.`,
  gatePassed: 'The evaluation gate was passed before release.',
  uses: { serves: 'serves', warm: 'kept warm', training: 'in training', registered: 'registered' },
  servedBy: (version: string) => `Share served by ${version}`,
  versions: 'Versions',
};

/** What a registry of models shows. */
export const registryLook = inLanguage({ en });
