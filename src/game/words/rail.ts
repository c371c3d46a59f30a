import { atClock } from '../../domain/at-clock.ts';
import { counted } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  title: 'Time rail',
  earlier: (changes: number) => counted(changes, { one: 'earlier change', other: 'earlier changes' }),
  before: (change: string) => `Before the shift: ${change}`,
  at: (clock: string, what: string) => `${clock}: ${what}`,
  page: 'page',
  asks: (who: string) => `${who} asks`,
  calledIn: (who: string) => `called in: ${who}`,
  asked: (who: string, look: string) => `${who}: ${look}`,
  due: 'answer due',
  look: 'look',
  update: 'update sent',
  verify: 'verify',
  takenBack: 'taken back',
  leftAlone: 'left alone',
  spans: {
    /** Beside the end of what is under way. */
    ends: { change: (change: string) => `${change} carried out`, look: (look: string) => look },
    more: (count: number) => `+${count} more`,
    change: (change: string, from: string, to: string) => `${change}: decided ${atClock(from)}, carried out ${atClock(to)}`,
    look: (look: string, from: string, to: string) => `${look}: asked for ${atClock(from)}, back ${atClock(to)}`,
  },
};

export const railWords = inLanguage({ en });
