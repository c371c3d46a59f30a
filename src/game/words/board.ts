import type { BeliefStatus } from '../board.ts';
import { figure } from './format.ts';
import { inLanguage } from './language.ts';

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

const en = {
  title: 'Cause board',
  claim: 'Claim the cause',
  allStand: 'All three stand. Claim them together.',
  claimed: 'claimed',
  claimedAt: (clock: string, percent: number) => `Claimed at ${clock}, ${figure(percent)} % sure`,
  claimAgain: 'Claim again',
  filled: 'filled',
  open: 'open',
  pickOne: 'Pick one, with evidence.',
  hypotheses: 'Hypotheses',
  /** What the player holds of a hypothesis. @param percent null where it is excluded */
  belief: (status: BeliefStatus, percent: number | null) => `${statuses[status]}${percent === null ? '' : `, ${figure(percent)} %`}`,
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
    noFigure: 'it has no figure.',
    allNormal: 'all that it shows is normal, and normal figures support no cause.',
    beforePage: 'it was read before the page, when all could still be well.',
    afterChange: 'it was read after your own change, which may be why it is normal.',
  },
};

export const boardWords = inLanguage({ en });
