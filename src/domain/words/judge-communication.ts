import { inLanguage } from './language.ts';

/** Lines of the score card about who was told what, and about the review. */
const en = {
  nobodyTold: 'Nobody was told anything.',
  noneComplete: 'No message said impact, next step and time of the next update together.',
  noneFurtherCounted: 'So no further update counted.',
  firstUpdate: (at: string, afterPage: string) => `First full update ${at}, ${afterPage}: impact, next step, next update.`,
  noneFurther: (minutes: string) => `No further full update at least ${minutes} minutes later.`,
  /** @param many the same count, as a number */
  further: (count: string, minutes: string, lastAt: string, many: number) =>
    `${count} further full ${many === 1 ? 'update' : 'updates'} at least ${minutes} minutes apart, the last ${lastAt}.`,
  nobodyHadToAsk: 'Kept informed, nobody had to ask.',
  nobodyInformed: 'Nobody was kept informed.',
  noAnswer: (askedAt: string) => `the question asked ${askedAt} got no answer`,
  answered: (askedAt: string, answeredAt: string, inTime: boolean, withOption: boolean) =>
    `the question asked ${askedAt} was answered ${answeredAt}${inTime ? '' : ', too late'}${withOption ? ', with an option' : ', without choosing an option'}`,
  trust: (points: string, most: string, at: string) => `Trust stood at ${points} of ${most} ${at}.`,
  trustUnheard: (points: string, most: string, at: string) => `Trust stood at ${points} of ${most} ${at}, and nobody had been written to.`,
  baseless: (at: string, cause: string) => `A cause was told ${at} (${cause}) that nothing opened by then supports.`,
  silence: (time: string, clock: string) => `No word for ${time} until ${clock}.`,
  noReview: 'No blameless review was held.',
  reviewedAgain: 'Another review was added after that; only the first one counts.',
  review: (conditions: string, factors: string) => `${conditions} of ${factors} contributing factors were said as conditions, not persons.`,
};

export const judgeCommunicationWords = inLanguage({ en });
