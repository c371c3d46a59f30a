import { inLanguage } from './language.ts';

/** Lines of the score card about stopping the harm. */
const en = {
  onEvidence: (done: string, seen: string) => `${done}: right for this cause, on evidence: ${seen}.`,
  urgently: (done: string) => `${done}: right for this cause, as the reversible way out under high impact.`,
  needless: (done: string) => `${done} under high impact: sound, though this cause needed something else.`,
  noneOnEvidence: 'No mitigation for this cause was made on evidence.',
  wrongWay: (done: string, why: string) => `${done}: the right kind of change for this cause, but not in this way. ${why}`,
  workedWrongly: 'That it worked earns nothing where it is made in that way.',
  broughtNothingBack: (metric: string) => `It did not bring the system back and keep it there: ${metric}.`,
  cameBack: (metric: string, worst: string, back: string) => `${metric} came back from ${worst} to ${back} and held for long enough.`,
  workedByLuck: 'Whether something worked without evidence is luck, which earns nothing.',
  norInTime: 'Nor does it earn anything to be in time with it.',
  inTime: (afterPage: string) => `Asked for ${afterPage}.`,
  notInTime: 'What did not work was not in time either.',
  verified: (metric: string) => `Verified after the mitigation: ${metric}.`,
  noneVerified: 'No metric was named to verify that it worked.',
  verifiedTooSoon: (at: string, metric: string) => `Verifying ${at} counts once something was mitigated on evidence: ${metric}.`,
  verifiedNothing: (at: string, metric: string) => `Verifying ${at} did not show a recovery after an apt mitigation: ${metric}.`,
  watchingCounts: 'Watching a metric counts once leaving it alone rests on evidence that says why.',
  noneWatched: 'No metric was watched after deciding to leave it alone.',
  watched: (metric: string) => `Watched after deciding to leave it alone: ${metric}.`,
  neverLeftAlone: 'That nothing should be changed was never said.',
  leftAlone: (at: string) => `Leaving it alone ${at} was right, and the evidence named says why.`,
  leftAloneUnshown: (at: string) => `Leaving it alone ${at} was right, but the evidence named does not say why.`,
  cameLate: (afterPage: string) => `It came late, ${afterPage}.`,
};

export const judgeMitigationWords = inLanguage({ en });
