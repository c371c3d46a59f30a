import { inLanguage } from './language.ts';

const en = {
  here: 'I am here. What should I look at?',
  noneToCall: 'this system has nobody who could be called in',
  noneToAsk: 'this system has nobody who could be asked',
  called: (role: string, when: string) => `the ${role} has been called and is expected ${when}`,
  hereAlready: (role: string) => `the ${role} is here already`,
  notCalled: (role: string) => `the ${role} has not been called in`,
  onTheWay: (role: string, when: string) => `the ${role} is on the way, expected ${when}`,
  readsOther: (role: string, reads: readonly string[]) => `the ${role} does not read that; they read ${reads.join(', ')}`,
  noEntries: 'no entries',
  entries: (count: number, newest: string) => (count === 1 ? `one entry: ${newest}` : `${count} entries, the newest: ${newest}`),
  nothingOdd: 'nothing in it is out of the ordinary',
  reading: (label: string, value: string, normal: string | null) => `${label} ${value}${normal === null ? '' : ` (normal ${normal})`}`,
};

/** What colleagues say, and why one cannot be called or asked now. */
export const colleagueLines = inLanguage({ en });
