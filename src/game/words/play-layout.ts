import { counted } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  closeDrawer: 'Close alerts and board',
  notes: 'Notes',
  notesOf: (words: number) => `Notes (${counted(words, { one: 'word', other: 'words' })})`,
  views: { title: 'Views', map: 'Map', evidence: 'Evidence', board: 'Board', tell: 'People', more: 'More' },
  waits: 'somebody waits for an answer',
  news: 'somebody has written',
  commands: 'All commands',
  help: 'How a drill works',
  captions: 'Sound captions',
};

/** What a drill's screen is put together from, above all on a phone. */
export const layoutWords = inLanguage({ en });
