import { inLanguage } from './language.ts';

/** Lines of the score card about removing the cause and closing the incident. */
const en = {
  nonePicked: 'Nothing was picked that keeps this alarm from coming back.',
  picked: (items: string) => `Picked against its return: ${items}.`,
  removes: (done: string) => `${done}, which removes the cause.`,
  removesBy: (done: string, seen: string) => `${done}, which removes the cause: ${seen}.`,
  held: (metric: string) => `It held to the end: ${metric}.`,
  didNotHold: (metric: string) => `It did not hold to the end: ${metric}.`,
  notRemoved: 'The cause itself was not removed on evidence.',
  holdsByLuck: 'What holds without a fix made on evidence earns nothing.',
  closingCounts: 'Closing an incident counts once its cause is gone.',
  neverResolved: 'The incident was never resolved.',
  resolvedUnverified: (at: string) => `Resolved ${at} without a verification that shows the recovery.`,
  resolvedBefore: (at: string, effectAt: string) => `Resolved ${at}, before the fix took effect ${effectAt}.`,
  resolvedAfter: (at: string, verifiedAt: string) => `Resolved ${at}, after the fix and a verification ${verifiedAt}.`,
};

export const judgeFixWords = inLanguage({ en });
