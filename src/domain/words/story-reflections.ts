import { roleInSentence } from '../role-words.ts';
import { inLanguage } from './language.ts';

/** What a postmortem says to have gone well, and where it was lucky. */
const en = {
  takenAtOnce: 'The page was taken at once.',
  takenAfter: (time: string) => `The page was taken after ${time}.`,
  aLook: 'a look',
  evidenceFirst: (look: string, change: string, at: string) =>
    `Evidence came before the change: ${look} was read before deciding to ${change} ${at}.`,
  evidenceFirstBy: (look: string, role: string, change: string, at: string) =>
    `Evidence came before the change: ${look} was read by the ${roleInSentence(role)} before deciding to ${change} ${at}.`,
  wayOut: (at: string) => `With high impact shown, a reversible way out was taken ${at} without waiting for the cause.`,
  turn: (turn: string) => `${turn}.`,
  takenOut: (at: string) => `A change that did not help was noticed and taken back out ${at}.`,
  verified: (at: string) => `The recovery was verified on a metric, ${at}.`,
  heard: (messages: number) => `Those concerned heard ${messages} times what was happening.`,
  actionHelps: 'At least one agreed action was shown to help by playing the incident again.',
  nothingPointedTo: (done: string, at: string) => `It got better after this, though nothing read before pointed to it: ${done} ${at}.`,
  beforeTheCause: (done: string, at: string) => `It got better after this, before the cause was known: ${done} ${at}.`,
  closedUnseen: (at: string) => `It was closed ${at} before any metric had been seen to recover, and ended well.`,
  causeInPlace: 'The cause was still in place when it was closed, and did not bring it back before the episode ended.',
  nobodyAsked: (time: string) => `Nobody asked during ${time} without an update.`,
};

export const storyReflectionWords = inLanguage({ en });
