import { atClock } from '../../domain/at-clock.ts';
import { inSentence } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

/** The debrief's two questions about one decision. */
const en = {
  why: (clock: string, decision: string) => `${clock}, “${decision}”. What were you looking at that made you choose this?`,
  seen: (evidence: string, finding: string) => `${evidence}: ${finding}`,
  impact: 'The impact: something had to be done',
  guess: 'Nothing in particular, I tried it',
  whatElse: 'What else you considered (optional)',
  stayed: (metric: string, value: string, clock: string) => `${metric} was still ${value} ${atClock(clock)}.`,
  went: (metric: string, from: string, to: string, clock: string) => `${metric} went from ${from} to ${to} by ${clock}.`,
  youSaid: {
    lower: (after: string) => `You said that in ${after} it would be lower.`,
    same: (after: string) => `You said that in ${after} it would be about the same.`,
    higher: (after: string) => `You said that in ${after} it would be higher.`,
  },
  endedBefore: (metric: string, value: string, clock: string) =>
    `The drill ended before that could be seen: ${inSentence(metric)} was ${value} ${atClock(clock)}, its end.`,
  anotherChange: 'Another change of yours took effect in that time.',
  explain: 'What explains that, as you see it now?',
  cannotTell: 'I cannot tell',
  inYourWords: 'In your words (optional)',
  heldBack: 'You changed nothing. What held you back?',
  heldBackBy: {
    looking: 'I was still looking',
    'no-pointer': 'Nothing pointed to one change',
    risk: 'Every change looked riskier than waiting',
    wait: 'I expected it to pass',
    how: 'I did not see how',
  },
  openFirst: 'What would you open first if the same page came again?',
  openFirstOf: {
    service: 'The service dashboard',
    changes: 'The change history',
    trace: 'A slow trace',
    saturation: 'Saturation',
    business: 'Business impact',
    unknown: 'I cannot tell',
  },
};

export const questionWords = inLanguage({ en });
