import { sentences } from '../../domain/sentence.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  opened: (title: string, inShort: string) => sentences([`${title} is open`, inShort]),
  firing: (alerts: string) => `Firing: ${alerts}`,
  says: (who: string, text: string) => `${who} says: ${text}`,
  effect: 'A change has taken effect',
  goingOn: 'Going on',
  paused: 'Paused',
  speed: (times: number) => `Speed ${times}×`,
  untimed: 'No-clock mode: time passes only when you act',
  timed: 'The clock runs again',
  notDone: (reason: string) => `Not done: ${reason}`,
  cannotPause: (wait: string) => `No-clock mode: time stands still until you act. Wait to let ${wait} pass.`,
};

/** What a drill says aloud while it is played. */
export const announcements = inLanguage({ en });
