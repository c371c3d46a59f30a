import { inLanguage } from '../../domain/words/language.ts';

const en = {
  title: 'How a drill works',
  steps: [
    { title: 'Size up.', says: 'Open evidence. Every look costs time; the alert and its metric are free.' },
    { title: 'Stabilise.', says: 'Each action shows what it touches and how soon before you take it. The clock waits meanwhile.' },
    { title: 'Update.', says: 'People ask. Answer with what users see, what is known and what is next.' },
    { title: 'Verify.', says: 'Name the cause on the board, show recovery with a metric, then resolve. The debrief comes after.' },
  ],
  keys: 'Keys',
  keysOff: 'Keys (single keys are switched off in Settings)',
  fixed: [
    { keys: 'Ctrl+K', says: 'All commands, found by their words; ⌘ K on a Mac' },
    { keys: 'Ctrl+Z', says: 'Take back the latest change; ⌘ Z on a Mac' },
    { keys: 'F6', says: 'Next region of the screen; Shift+F6 the one before' },
    { keys: 'Arrows', says: 'Go about inside tabs, lists, buttons of a group and stations of the map' },
    { keys: 'Esc', says: 'Close what is open' },
  ],
  changeKeys: 'Change keys',
  glossary: 'Glossary',
  close: 'Close',
};

/** How a drill works, and the keys that cannot be changed. */
export const helpWords = inLanguage({ en });
