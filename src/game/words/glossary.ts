import { figure } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  title: 'Glossary',
  search: 'Search the glossary',
  placeholder: 'PSI, canary, retry…',
  all: (count: number) => `${figure(count)} terms`,
  found: (found: number, all: number) => `${figure(found)} of ${figure(all)} terms`,
  none: (typed: string) => `No entry speaks of “${typed}”.`,
  showAll: 'Show all terms',
  terms: 'Terms',
  close: 'Close',
};

/** The dialog of all terms. */
export const glossaryWords = inLanguage({ en });
