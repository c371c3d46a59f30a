import { figure } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  title: 'Shift',
  onCall: (system: string) => `${system}, on call`,
  drawer: (firing: number) => `Alerts (${figure(firing)}) and board`,
  settings: 'Settings',
  help: 'Help and keys',
  clock: {
    label: 'Time in the drill: ',
    beforePage: 'before the page',
    pagePlus: (since: string) => `page + ${since}`,
    onDay: (day: string, since: string) => `${day}, ${since}`,
    sincePage: (since: string) => `${since} since the page`,
    atPage: 'the page has just come',
    withSpeed: (times: number, words: string) => `${times}×, ${words}`,
  },
  time: {
    title: 'Time',
    untimed: 'Time: passes only when you act',
    wait: (step: string) => `Wait ${step}`,
    untilShows: 'Until it shows',
    passing: 'Time is passing already.',
    goOn: 'Go on',
    pause: 'Pause',
    speeds: 'Speed',
    speed: (times: number) => `${times}×`,
  },
  impact: 'Impact so far',
  impactGuessed: 'Impact, rough guess',
  roughly: (figure: string) => `≈${figure}`,
  guessedFrom: (source: string) =>
    `Guessed from ${source} alone, since that left normal: it may be several times too low or too high. Business measures it.`,
  guessWas: (guess: string) => `, guess was ≈${guess}`,
  replaced: (guess: string, source: string, measured: string) =>
    `Impact: the guess from ${source}, ≈${guess}, is replaced by what was measured, ${measured}.`,
  trust: 'Trust',
  trustOf: ' of 100',
  phases: {
    title: 'Steps of an incident',
    done: ', done',
    now: ', now',
    sentence: (title: string) => `${title}.`,
  },
};

export const topBarWords = inLanguage({ en });
