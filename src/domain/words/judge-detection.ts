import { inLanguage } from './language.ts';

/** Lines of the score card about taking the page, the first looks and the harm. */
const en = {
  neverAcknowledged: 'The page was never acknowledged.',
  acknowledged: (at: string, afterPage: string) => `Page acknowledged ${at}, ${afterPage}.`,
  firstLooks: { pager: 'The metric that paged, beside the others', changes: 'Recent changes' },
  notOpened: (what: string) => `${what}: not opened.`,
  read: (what: string, title: string, evidence: string, at: string) => `${what}: ${title} (${evidence}) read ${at}.`,
  impactNotOpened: 'What it cost customers and the business was not opened.',
  impactReadBefore: (at: string, evidence: string) => `Impact read ${at} (${evidence}), before the first change.`,
  impactReadAfter: (at: string, evidence: string) => `Impact read ${at} (${evidence}), only after the first change.`,
  nothingPaged: 'Nothing paged, so there was nothing to detect.',
};

export const judgeDetectionWords = inLanguage({ en });
