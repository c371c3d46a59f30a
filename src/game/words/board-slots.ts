import { inLanguage } from '../../domain/words/language.ts';

const en = {
  titles: { changed: 'What changed', enters: 'Where it enters', missed: 'Why the gates missed it' },
  stillOpen: (titles: readonly string[]) => `Still open: ${titles.map((title) => title.toLowerCase()).join(', ')}.`,
  attach: 'Attach at least one piece of evidence.',
};

/** What the cause board itself says, wherever it is read. */
export const slotWords = inLanguage({ en });
