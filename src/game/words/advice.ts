import { atClock } from '../../domain/at-clock.ts';
import { counted } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  shown: (evidence: string, label: string, value: string) => `${evidence}: ${label} ${value}`,
  shownBeside: (evidence: string, label: string, value: string, normal: string) => `${evidence}: ${label} ${value}, normal ${normal}`,
  actions: {
    message: (to: string) => `Update to ${to}`,
    exclude: (cause: string) => `Exclude: ${cause}`,
    support: (cause: string) => `Support: ${cause}`,
    claim: 'Claim the cause',
    leaveAlone: 'Leave it alone',
    verify: 'Verify',
    resolve: 'Resolve',
    acknowledge: 'Acknowledge',
    wait: 'Wait',
  },
  showsAt: (clock: string) => `The change shows ${atClock(clock)}. Until then nothing new can be known.`,
  isBack: 'The metric is back near normal. It has to stay there before anybody says so.',
  nothingNew: 'Nothing new can be asked. The next scrape decides.',
  firstHurt: 'First: who is hurt, and what does it cost?',
  onlyLeft: (cause: string) => `Only “${cause}” is left. This shows it directly.`,
  hurt: 'Who is hurt, and what does it cost?',
  manyFit: (open: number, some: string) =>
    `${counted(open, { other: 'causes' })} still fit, ${some} among them. For the time it takes, this look tells most of them apart.`,
  quoted: (cause: string) => `“${cause}”`,
  open: (causes: string) => `Still open: ${causes}. This tells them apart.`,
  stopsHarm: 'This stops the harm.',
  leading: (cause: string, proof: string) => `“${cause}”, by ${proof}.`,
  acknowledge: 'So that everybody knows somebody is on it.',
  asked: (who: string) => `${who} asked and waits. What users see, what it costs, what comes next, and when you write again.`,
  message: 'People decide on what they hear. What users see, what it costs, what is known, what is next.',
  against: (count: number, evidence: string) => (count === 1 ? `${evidence} speaks against it.` : `${evidence} speak against it.`),
  proof: (proof: string) => `${proof}.`,
  allExcluded: 'All others are excluded.',
  leftWith: (proof: string) => `It is all that is left, and ${proof}.`,
  noChange: 'No change would help.',
  noChangeBy: (proof: string) => `No change would help: ${proof}.`,
  held: 'It has held. A metric says so, not a feeling.',
  over: 'Verified, fixed, and everybody told.',
};

/** What an investigator does next, and why. */
export const adviceWords = inLanguage({ en });
