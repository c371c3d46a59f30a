import { atClock } from '../../domain/at-clock.ts';
import { listed } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

/** The debrief: its steps, and what a player says there before and after the verdict. */
const en = {
  title: (drill: string) => `Debrief: ${drill}`,
  opening: 'Playing it again…',
  cannotBeOpened: 'This debrief cannot be opened',
  judging: 'Judging the run, and playing it in four other hands…',
  stepsLabel: 'Steps of the debrief',
  steps: {
    view: 'Your view',
    questions: 'Two questions',
    score: 'Score',
    prevention: 'Prevention',
    'take-away': 'Take-away',
  },
  headings: {
    view: {
      title: 'How did it look to you?',
      says: 'Tag up to three moments that went well and three that were hard. Nobody has judged anything yet.',
    },
    questions: { title: 'Two questions about one decision', says: 'What did it look like then? Nothing here is right or wrong.' },
    score: {
      title: 'What the incident cost, and what your decisions were worth',
      says: 'Two figures, never merged: a good decision can meet bad luck.',
    },
    prevention: {
      title: 'What would have spared you this incident?',
      says: 'Pick at most three items within ten points of effort. The same incident is then played again with them, your moves included.',
    },
    'take-away': { title: 'What stays', says: 'A review that blames nobody, and one line for yourself.' },
  },
  stepDone: ', done',
  stepCommand: (step: string) => `Step: ${step}`,
  stepCommandAlso: 'debrief step',
  firstComes: (step: string) => `First comes “${step}”.`,
  tagFirst: 'Tag at least one moment first: your own view comes before any verdict.',
  answerFirst: 'Answer both questions first: one tap each is enough.',
  help: { none: '', guided: 'Guided. ', watched: 'Partly played by an expert. ' },
  resolved: (help: string, seed: string, clock: string) => `${help}Seed ${seed}, resolved ${clock}`,
  notResolved: (help: string, seed: string) => `${help}Seed ${seed}, not resolved`,
  causeTonight: (help: string, cause: string) => `${help}The cause this time: ${cause.charAt(0).toLowerCase()}${cause.slice(1)}`,
  open: { prevention: 'prevention', review: 'the review' },
  soFar: (open: readonly string[]) => `so far; ${listed(open)} still open`,
  seen: 'What you had seen',
  seenBy: (clock: string) => `What you had seen by ${clock}`,
  nothingSeen: 'Only the page and its metric: no evidence was opened before.',
  seenAt: (clock: string) => `seen ${atClock(clock)}`,
  noFigures: 'It showed no figures.',
  own: {
    title: 'Your run, moment by moment',
    tag: { good: 'Well', hard: 'Hard' },
    tagMoment: {
      good: (clock: string, moment: string) => `Went well: ${clock} ${moment}`,
      hard: (clock: string, moment: string) => `Was hard: ${clock} ${moment}`,
    },
    tagFull: {
      good: 'Three moments are tagged “well” already. Take one back first.',
      hard: 'Three moments are tagged “hard” already. Take one back first.',
    },
    tagged: (good: number, hard: number) => `${good} of 3 well, ${hard} of 3 hard`,
    refused: '(refused)',
    takenBack: '(taken back before it took effect)',
    feelingAsked: 'How did that feel?',
    feelings: { calm: 'calm', 'in control': 'in control', rushed: 'rushed', lost: 'lost' },
  },
  takeAway: {
    factor: (number: number) => `Contributing factor ${number}`,
    namesPerson: 'This names a person. A condition can be changed; naming a person ends the question.',
    namesCondition: 'This names a condition, which can be changed.',
    reviewTitle: 'For the postmortem: which statement would you write?',
    pairsLeft: (left: number) => `Choose one statement of each pair first: ${left} left.`,
    addReview: 'Add the review to the record',
    reviewFinal: 'It is added once: what you choose then is final.',
    reviewAdded: 'The review is part of the record.',
    reviewNotAdded: 'The review could not be added.',
    oneThing: 'One thing you take away',
    placeholder: 'Next time I will …',
    kept: 'Kept on this device, beside the run.',
    onward: 'From here',
    anotherSeed: 'Another seed',
    sameSeed: 'The same seed again',
    seedsDiffer: 'The same page can have another cause: another seed may need another answer.',
  },
};

export const debriefWords = inLanguage({ en });
