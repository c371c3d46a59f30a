import { inLanguage } from './language.ts';

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

const en = {
  title: 'Time for an update',
  states: { soon: 'Too soon', 'in-time': 'In time', overdue: 'Overdue' },
  stands: (state: string) => `${state}.`,
  first: ({ within, left, since }: First) =>
    left === null
      ? `The first update was due within ${within} of the page, which came ${since} ago. A late one still helps.`
      : `The first update is due within ${within} of the page: ${left} left.`,
  next: ({ clock, since, from, until }: Next) =>
    `The last update went at ${clock}, ${since} ago. The next one is best between ${from} and ${until} after it.`,
  answerNow: 'You were asked something: an answer need not wait.',
  value: (state: string, since: string) => `${state}, ${since} so far`,
};

/** How often those who wait like to hear from the player, and how it stands. */
export const cadenceWords = inLanguage({ en });
