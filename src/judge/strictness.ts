import { type Strictness } from '../domain/difficulty.ts';

/**
 * How the judge reads a run. Only what is given for an act changes, never on what ground it stood: so of the same run a lenient reading
 * is worth no less than the standard one, and a strict one no more.
 */
export interface Reading {
  readonly grace: number; // × the time in which an act earns in full
  readonly lateDetection: number; // share that a late first look still earns
  readonly impactAfterChange: number; // share for impact that was read only after the first change
  readonly ungrounded: number; // share of a cause rightly named that no cited evidence shows
  readonly furtherClaim: number; // × what every further claim costs
  readonly confidence: number; // points × the Brier score of the last claim: (confidence − right)²
  readonly alternative: number; // share of a means that stands further down the list of alternatives
  readonly lateMitigation: number; // share of timeliness that is left however late, as long as it worked
  readonly lateUpdate: number; // share of a first update within twice its time
  readonly answerWithoutOption: number; // share of an answer in time that chooses no option
  readonly patience: number; // × the time without a word before it costs
}

export const READINGS: Readonly<Record<Strictness, Reading>> = {
  lenient: {
    grace: 1.5,
    lateDetection: 1 / 2,
    impactAfterChange: 5 / 6,
    ungrounded: 0.75,
    furtherClaim: 0.5,
    confidence: 0,
    alternative: 0.9,
    lateMitigation: 0.4,
    lateUpdate: 0.75,
    answerWithoutOption: 0.75,
    patience: 1.5,
  },
  standard: {
    grace: 1,
    lateDetection: 1 / 3,
    impactAfterChange: 2 / 3,
    ungrounded: 0.5,
    furtherClaim: 1,
    confidence: 0,
    alternative: 0.8,
    lateMitigation: 0.2,
    lateUpdate: 0.5,
    answerWithoutOption: 0.5,
    patience: 1,
  },
  strict: {
    grace: 0.7,
    lateDetection: 0,
    impactAfterChange: 1 / 3,
    ungrounded: 0.2,
    furtherClaim: 1,
    confidence: 4,
    alternative: 0.6,
    lateMitigation: 0,
    lateUpdate: 0,
    answerWithoutOption: 0,
    patience: 0.75,
  },
};
