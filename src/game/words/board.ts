import { atClock } from '../../domain/at-clock.ts';
import type { BeliefStatus } from '../board.ts';
import { figure, listed } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const statuses: Readonly<Record<BeliefStatus, string>> = {
  open: 'open',
  supported: 'supported',
  weakened: 'weakened',
  excluded: 'excluded',
};

const chosen: Readonly<Record<BeliefStatus, string>> = {
  open: 'Open',
  supported: 'Supported',
  weakened: 'Weakened',
  excluded: 'Excluded',
};

const subjects = {
  store: 'the feature store',
  calls: 'calls to other services',
  versions: 'versions of the model',
  quality: 'how good the answers are',
  pods: 'pods',
  demand: 'how much arrives and what the pool can take',
  settings: 'changes of settings',
  sources: 'the data that comes in',
  people: 'who comes',
  outcomes: 'what became of decisions',
  staff: 'what people decide',
  decisions: 'decisions and the cut-off',
  calendar: 'the calendar',
  chance: 'how far chance reaches',
  age: 'the age of the model',
  client: 'versions of the app',
  experiment: 'experiments',
  caches: 'caches and cold starts',
  training: 'the training',
};

/** What the words of a cause can be about. */
export type SubjectId = keyof typeof subjects;

const either = (ids: readonly SubjectId[]): string => ids.map((id) => subjects[id]).join(' or ');

const en = {
  title: 'Cause board',
  claim: 'Claim the cause',
  allStand: 'All three stand. Claim them together.',
  claimed: 'claimed',
  claimedAt: (clock: string, percent: number) => `Claimed ${atClock(clock)}, ${figure(percent)} % sure`,
  claimAgain: 'Claim again',
  filled: 'filled',
  open: 'open',
  pickOne: 'Pick one, with evidence.',
  hypotheses: 'Hypotheses',
  /** What the player holds of a hypothesis. @param percent null where it is excluded */
  belief: (status: BeliefStatus, percent: number | null) => `${statuses[status]}${percent === null ? '' : `, ${figure(percent)} %`}`,
  /** @param titles of evidence that was read */
  against: (titles: readonly string[]) => `↓ Speaks against it: ${listed(titles)}`,
  pins: 'Facts that differ',
  unpin: (text: string) => `Take off the board: ${text}`,
  slot: {
    evidence: 'Evidence for it',
    pickFirst: 'Pick one first.',
    put: 'Put it on the board',
  },
  beliefDialog: {
    status: 'What the evidence does to it',
    statuses: chosen,
    evidence: 'Because of',
    note: 'Note it',
    pickFirst: 'Pick the evidence that says so first, or leave it open.',
    noneBears:
      'Nothing that you picked bears on this cause, so its status cannot rest on it. Pick something else too, or leave it open: your picks stay.',
  },
  confidence: {
    title: 'How sure are you?',
    aloud: (percent: number) => `${figure(percent)} percent`,
    percent: (percent: number) => `${figure(percent)} %`,
  },
  claimDialog: {
    again: 'Claim another cause',
    noEvidence: 'no evidence of its own',
    againCosts: 'A second claim costs in the score: the board is not for guessing.',
    together: 'The three are claimed together. Whether they are right is said in the debrief, not before. A second claim would cost.',
  },
  noBearing: {
    /** @param about what the cause is about */
    ofOther: (title: string, about: readonly SubjectId[], supports: boolean) =>
      `this cause is about ${either(about)}, and “${title}” shows nothing of that.${supports ? ' If it rules another cause out, note that there: then it counts here too.' : ' If it speaks for another cause, note that there: then it counts here too.'}`,
    ofOtherAnswer: (title: string, about: readonly SubjectId[]) =>
      `this is about ${either(about)}, and “${title}” shows nothing of that. It may stay; the claim is yours.`,
    noFigure: 'it has no figure.',
    allNormal: 'all that it shows is normal, and normal figures support no cause.',
    beforePage: 'it was read before the page, when all could still be well.',
    afterChange: 'it was read after your own change, which may be why it is normal.',
  },
};

export const boardWords = inLanguage({ en });
