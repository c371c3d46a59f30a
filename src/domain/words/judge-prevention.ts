import { inLanguage } from './language.ts';

/** Lines of the score card about what was picked so that it does not happen again. */
const en = {
  nonePicked: 'Nothing was picked to prevent it.',
  pickedAgain: 'Items were picked again after that; only the first pick counts.',
  tooMuch: (points: string, most: string) => `The items picked take ${points} effort points; there are ${most}.`,
  togetherSame: (after: string, before: string) => `Together they change nothing: the same incident costs ${after}, not ${before}.`,
  togetherLess: (after: string, before: string, share: string) =>
    `Together, the same incident costs ${after}, not ${before}: ${share} less.`,
  togetherMore: (after: string, before: string, share: string) =>
    `Together, the same incident costs ${after}, not ${before}: ${share} more.`,
  item: (title: string, after: string, before: string) => `${title}: the same incident with it costs ${after}, not ${before}.`,
  itemNoPage: (title: string, after: string, before: string) =>
    `${title}: the same incident with it costs ${after}, not ${before}; nothing pages.`,
  itemOtherPage: (title: string, after: string, before: string, at: string, clockBefore: string) =>
    `${title}: the same incident with it costs ${after}, not ${before}; first alert ${at}, not ${clockBefore}.`,
  wastedForWorse: (points: string, all: string) => `${points} of ${all} effort points made it worse.`,
  wastedForLittle: (points: string, all: string) => `${points} of ${all} effort points saved too little.`,
};

export const judgePreventionWords = inLanguage({ en });
