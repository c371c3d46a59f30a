import { counted, figure } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const runForms = { one: 'run', other: 'runs' };

const en = {
  none: 'None yet. A drill that you finish is kept here, in this browser only, with its debrief, story and replay.',
  noneUnkept: 'None yet. This browser keeps nothing just now: a drill that you finish is here until this tab is closed.',
  count: (all: number) => counted(all, runForms),
  found: (found: number, all: number) => `${found} of ${figure(all)} runs`,
  noneLike: 'No run is like that.',
  showAll: 'Show all runs',
  showMore: 'Show more',
  about: (title: string, day: string, seed: string) => `${title}, ${day}, seed ${seed}`,
  daySeed: (day: string, seed: string) => `${day}, seed ${seed}`,
  notRead: 'debrief not read',
  score: '{score} {most}',
  most: 'of 100',
  debrief: 'Debrief',
  story: 'Story',
  replay: 'Replay',
  opens: (place: string, about: string) => `${place}: ${about}`,
  deletes: (about: string) => `Delete: ${about}`,
  deleteAll: 'Delete all runs…',
  deletedAll: 'All runs are deleted.',
  deletedOne: 'The run is deleted.',
  filter: {
    title: 'Which runs are listed',
    drill: 'Drill',
    everyDrill: 'Every drill',
    result: 'Result',
    results: {
      any: 'Any result',
      strong: (score: number) => `${score} and more`,
      weak: (score: number) => `Under ${score}`,
      judged: 'Judged',
      unjudged: 'Debrief not read',
    },
    played: 'Played',
    anyDay: 'Any day',
    today: 'Today',
    lastDays: (days: number) => `Last ${counted(days, { one: 'day', other: 'days' })}`,
    order: 'Order',
    orders: { newest: 'Newest first', best: 'Best first', drill: 'By drill' },
  },
  forget: {
    titleAll: 'Delete all runs?',
    titleOne: 'Delete this run?',
    all: (count: number) =>
      count === 1
        ? 'The run kept in this browser and the best scores go, for good. Settings and a shift that is under way stay.'
        : `All ${counted(count, runForms)} kept in this browser and the best scores go, for good. Settings and a shift that is under way stay.`,
    one: (title: string, day: string, seed: string) =>
      `${title}, ${day}, seed ${seed}, goes with its notes, for good. A link to it that you copied still opens.`,
    cancel: 'Cancel',
    doAll: 'Delete all',
    doOne: 'Delete',
  },
};

/** What this browser keeps of its own runs: the list, its filter, and the question before something is deleted. */
export const runsWords = inLanguage({ en });
