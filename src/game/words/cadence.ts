import { atClock } from '../../domain/at-clock.ts';
import type { UpdateNeed } from '../../domain/full-update.ts';
import { listed } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

interface First {
  readonly within: string; // of the page
  readonly left: string | null; // null: overdue
  readonly since: string;
}

interface Next {
  readonly clock: string;
  readonly since: string;
  readonly from: string;
  readonly until: string;
}

const needs: Readonly<Record<UpdateNeed, string>> = {
  cost: 'what it costs',
  step: 'what comes next',
  when: 'when the next word comes',
};

const en = {
  title: 'Time for an update',
  states: { soon: 'Not yet', 'in-time': 'In time', overdue: 'Overdue' },
  good: 'best',
  stands: (state: string) => `${state}.`,
  first: ({ within, left, since }: First) =>
    left === null
      ? `The first update was due within ${within} of the page, which came ${since} ago. A late one still helps.`
      : `The first update is due within ${within} of the page: ${left} left.`,
  next: ({ clock, since, from, until }: Next) =>
    `The last update went ${atClock(clock)}, ${since} ago. The next one is best between ${from} and ${until} after it.`,
  afterThin: ({ clock, since, from, until }: Next, leftOut: readonly UpdateNeed[]) =>
    `The last update went ${atClock(clock)}, ${since} ago, and did not say ${listed(
      leftOut.map((need) => needs[need]),
      'or',
    )}: it is worth little. A full one counts from ${from} after it, and is due by ${until}.`,
  falling: 'People have waited too long: trust falls until they hear from you.',
  answerNow: 'You were asked something: an answer need not wait.',
  value: (state: string, since: string) => `${state}, ${since} so far`,
};

/** How often those who wait like to hear from the player, and how it stands. */
export const cadenceWords = inLanguage({ en });
