import { inLanguage } from './language.ts';

/** What lines of the score card of every part have in common. No number stands in these words: each is put in, so that it can be looked up. */
const en = {
  titles: {
    detect: 'Detection and impact assessed',
    evidence: 'Evidence before irreversible change',
    cause: 'Cause named, with its discriminating evidence',
    mitigation: 'Mitigation, apt and in time',
    fix: 'Fix, for good',
    prevention: 'Prevention, proved by a re-run',
    communication: 'Communication and blameless review',
  },
  listed: (items: readonly string[]) => (items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`),
  /** What stands between clauses that are told one after the other. */
  betweenClauses: '; ',
  betweenTitles: ', ',
  doneAt: (done: string, at: string) => `${done} ${at}`,
  withPage: 'with the page',
  afterPage: (time: string) => `${time} after the page`,
  noData: 'no data',
  valueAt: (value: string, at: string) => `${value} ${at}`,
  metricAt: (metric: string, value: string, at: string) => `${metric} ${value} ${at}`,
  showed: (evidence: string, label: string, value: string, at: string) => `${evidence} showed ${label} ${value} ${at}`,
  /** @param many how many changes there are, as a number @param names of them @param more whether there are others than those */
  scatter: (count: string, names: string, many: number, more: boolean) =>
    `${count} other ${many === 1 ? 'change' : 'changes'} that evidence did not support (${names}${more ? '; and more' : ''}): the right one was not singled out.`,
};

export const judgeLineWords = inLanguage({ en });
