import { figure } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  filter: 'Filter the lines',
  placeholder: 'Filter: timeout, pod-3…',
  level: 'Least level shown',
  levels: { all: 'All', WARN: 'Warnings', ERROR: 'Errors' },
  title: 'Logs that can be read',
  ask: 'Read the logs of a station',
  more: 'Read more',
  read: 'Read',
  sampled: (sampled: string, shown: number, of: number) => (shown === of ? sampled : `${sampled} Showing ${shown} of ${of}.`),
  linesOf: (title: string) => `Lines of ${title}`,
  noneAtAll: 'Nothing was logged in this time.',
  noneOfLevel: 'No line is of this level.',
  noneWith: (text: string) => `No line here has “${text}”.`,
  clear: 'Clear the filter',
  pagesOf: (title: string) => `Pages of ${title}`,
  page: (first: number, last: number, of: number) => `${first} to ${last} of ${figure(of)}`,
  firstPage: 'This is the first page.',
  before: 'Before',
  lastPage: 'This is the last page.',
  after: 'After',
};

export const logsWords = inLanguage({ en });
