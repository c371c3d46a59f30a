import { inLanguage } from '../../domain/words/language.ts';

const en = {
  waits: 'clock waits',
  cancel: 'Cancel',
  close: 'Close',
  done: 'Done',
};

/** What the dialogs of a drill share. */
export const dialogWords = inLanguage({ en });
