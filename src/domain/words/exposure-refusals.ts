import { inLanguage } from './language.ts';

const en = {
  expected: (field: string, known: readonly string[], got: string) => `${field}: expected ${known.join(' or ') || 'none'}, got "${got}"`,
  allStable: 'everything is on the stable version already',
  nobodyExposed: 'nobody is exposed to the candidate',
  noOtherSide: 'there is no other side to compare with: everyone has the candidate',
  noneReady: 'no other version is ready',
};

/** Why a change to a release cannot be made now. */
export const exposureRefusals = inLanguage({ en });
