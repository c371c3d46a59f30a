import { inLanguage } from '../../domain/words/language.ts';

const en = {
  title: 'Commands',
  button: 'Commands (Ctrl or ⌘ with K)',
  close: 'Close',
  how: 'Enter does it, Esc closes',
  field: 'Find a command',
  placeholder: 'What do you want to do?',
  list: 'Commands',
  found: (count: number) => `${count} found`,
  foundNone: 'Nothing is called that',
  none: (typed: string) => `Nothing here is called “${typed}”. Fewer or other words may find it.`,
  notNow: (reason: string) => `Not now: ${reason}`,
  notDone: (reason: string) => `Not done: ${reason}`,
  term: {
    words: (name: string) => `What is ${name}?`,
    also: (forms: string) => `glossary term meaning means explain what does mean ${forms}`,
  },
  groups: {
    Look: 'Look',
    Mitigate: 'Mitigate',
    Fix: 'Fix',
    Tell: 'Tell',
    Prove: 'Prove',
    Board: 'Board',
    Time: 'Time',
    Show: 'Show',
    Go: 'Go',
    Settings: 'Settings',
    Terms: 'Terms',
  },
};

/** The list of all commands, and the headings that they stand under. */
export const paletteWords = inLanguage({ en });
