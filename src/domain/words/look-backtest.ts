import { inLanguage } from './language.ts';

const en = {
  names: { stable: 'stable', champion: 'champion', candidate: 'candidate' },
  pinned: (name: string) => `${name} on pinned clean rows`,
  tonight: (name: string) => `${name} on tonight's rows`,
  pinnedDrop: 'What the candidate has lost on clean rows',
  stableDrop: 'What the stable version loses on tonight’s rows',
  columns: { version: 'Version', pinned: 'On pinned clean rows', tonight: "On tonight's rows" },
  finding: 'A version that is as good as ever on the pinned rows and worse on tonight’s has not changed; its rows have.',
};

/** What versions show that are scored again on the same rows. */
export const backtestLook = inLanguage({ en });
