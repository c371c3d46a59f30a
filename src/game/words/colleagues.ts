import { atClock } from '../../domain/at-clock.ts';
import type { ColleagueView } from '../../domain/observation.ts';
import { roleInSentence } from '../../domain/role-words.ts';
import { inSentence, listed } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  title: 'Call in and ask',
  says: 'Whoever is here looks on their own, while you go on. What they find joins your evidence.',
  nobody: 'Nobody can be called in on this system.',
  states: {
    away: 'not called',
    'on-the-way': 'on the way',
    here: 'here',
    looking: 'looking',
  } satisfies Record<ColleagueView['state'], string> as Record<ColleagueView['state'], string>,
  expected: (clock: string, left: string) => `expected ${atClock(clock)}, in ${left}`,
  until: (clock: string, left: string) => `until ${clock}, ${left} more`,
  reads: (looks: readonly string[]) => `Reads: ${listed(looks.map(inSentence))}.`,
  decides: 'May agree to lasting changes, and brings changes forward when the deploy queue is busy.',
  comes: (from: string, to: string) => (from === to ? `here in ${from}` : `here in ${from} to ${to}`),
  call: 'Call in',
  callWho: (who: string, terms: string) => `Call in: ${who}, ${terms}`,
  terms: (comes: string, cost: string) => `${comes}, ${cost}`,
  ask: 'Ask',
  again: 'Ask again',
  askWho: (who: string, look: string, time: string) => `Ask the ${roleInSentence(who)}: ${look}, takes ${time}`,
  open: 'open and live',
  seen: (clock: string) => `seen ${atClock(clock)}`,
  underWay: 'under way',
  wait: 'Wait for them',
  waitWho: (who: string) => `Wait for the ${roleInSentence(who)}`,
  commands: {
    open: 'Call in and ask a colleague',
    openAlso: (people: string) => `escalate colleague people help page wake ${people}`,
    call: (who: string) => `Call in: ${who}`,
    callAlso: (reads: string) => `escalate colleague page wake ${reads}`,
    ask: (who: string, look: string) => `Ask the ${roleInSentence(who)}: ${look}`,
    askAlso: 'colleague look delegate',
  },
};

/** Who can be called in, and what they can be asked for. */
export const colleagueWords = inLanguage({ en });
