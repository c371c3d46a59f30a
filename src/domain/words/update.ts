import { atClock } from '../at-clock.ts';
import { inLanguage } from './language.ts';

const en = {
  noReading: (who: string, metric: string) => `${who}: ${metric} cannot be read now.`,
  usersSee: (who: string, metric: string, value: string, normal: string) => `${who}: ${metric} ${value} (normal ${normal}).`,
  impact: (sum: string, rate: string, estimatedFrom: string | null) =>
    estimatedFrom === null
      ? `Impact so far ${sum}, now ${rate}.`
      : `Impact so far very roughly ${sum}, now ${rate}: a guess from ${estimatedFrom}, not measured yet.`,
  nothingKnown: 'We know that the page is real; nothing else is confirmed.',
  lookedAt: (titles: readonly string[]) => `We have looked at: ${titles.join(', ')}.`,
  known: (label: string, value: string, normal: string) => `We know: ${label} reads ${value} (normal ${normal}).`,
  causeUnknown: 'We do not know the cause yet.',
  gatesUnknown: 'We do not know yet why our checks let it through.',
  narrowing: 'Next we narrow down the cause.',
  onItsWay: (clock: string) => `A change is on its way, effect about ${clock}; then we verify it.`,
  inPlace: 'A change is in place; next we verify it.',
  nextUpdate: (clock: string, wait: string) => `Next update ${atClock(clock)}, in ${wait}.`,
  noDecision: 'No decision is needed from you now.',
  options: (all: readonly string[]) => `Options: ${all.map((option) => `“${option}”`).join(' or ')}.`,
  proposal: (option: string) => `We propose: ${option}`,
  likelyCause: (cause: string) => `We believe the cause is: ${cause}`,
};

/** What an update says to those who wait: the same while it is written and once it is sent. */
export const updateWords = inLanguage({ en });
