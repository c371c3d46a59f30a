import { inLanguage } from './language.ts';

const en = {
  seconds: (s: number) => `${s} s`,
  minutes: (min: number) => `${min} min`,
  hours: (h: number) => `${h} h`,
  days: (d: number) => `${d} d`,
  onDay: (day: number, time: string) => `day ${day}, ${time}`,
  at: (clock: string) => {
    const [, day, time] = /^(day \d+), (.+)$/.exec(clock) ?? [];
    return day === undefined ? `at ${clock}` : `on ${day} at ${time}`;
  },
  /** After a word of its own ("by", "until", "not"): "02:10", "day 91 at 09:00". */
  inSentence: (clock: string) => clock.replace(/^(day \d+), /, '$1 at '),
};

/** When things are and how long they last. */
export const clockWords = inLanguage({ en });
