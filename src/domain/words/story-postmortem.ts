import { atClock } from '../at-clock.ts';
import { inLanguage } from './language.ts';

const capitalised = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** The blameless postmortem. What stands in it is Markdown: names come in as text that holds none. */
const en = {
  title: (drill: string) => `Postmortem: ${drill}`,
  opening: (system: string) => `${system}. This review looks for conditions, not for people at fault; everyone is named by role.`,
  sections: {
    impact: 'Impact',
    timeline: 'Timeline (UTC)',
    cause: 'Cause',
    factors: 'Contributing factors',
    well: 'What went well',
    lucky: 'Where we were lucky',
    actions: 'Actions',
    again: 'Play it again',
  },
  impact: {
    notResolved: (paged: string) => `The incident paged ${atClock(paged)} UTC and was not resolved within the episode.`,
    resolved: (paged: string, resolved: string, after: string) =>
      `The incident paged ${atClock(paged)} UTC and was resolved ${atClock(resolved)} UTC, ${after} later.`,
    nothingPaged: 'Nothing paged.',
    cost: (sum: string, end: string) =>
      `It cost ${sum} in lost business value, penalties and extra cost, to the end of the episode ${atClock(end)} UTC.`,
    at: (clock: string, fact: string) => `${capitalised(atClock(clock))} UTC: ${fact}.`,
  },
  timeline: {
    time: 'UTC',
    what: 'What happened',
    fromTo: (from: string, to: string) => `${from} to ${to}`,
    times: (fact: string, count: number) => `${fact} (${count} times)`,
  },
  cause: {
    none: 'No cause was stated during the incident.',
    noEvidence: 'no evidence named',
    on: (evidence: readonly string[]) => `on ${evidence.join(', ')}`,
    evidence: (id: string, title: string) => `${id} (${title})`,
    notFound: 'not found',
    stated: (percent: number, evidence: string) => `As stated during the incident, ${percent} % sure, ${evidence}:`,
    changed: (answer: string) => `What changed: ${answer}.`,
    enters: (answer: string) => `Where it entered: ${answer}.`,
    missed: (answer: string) => `Why it was not caught: ${answer}.`,
  },
  noFactors: 'The review named no conditions.',
  noneWell: 'Nothing in the log stands out.',
  noLuck: 'Nothing in the log rested on luck.',
  actions: {
    none: 'No action was agreed.',
    action: 'Action',
    owner: 'Owner',
    cost: 'The same incident again, cost',
    lead: 'On-call lead',
    ownersOf: (station: string) => `Owners of ${station}`,
    fromTo: (before: string, after: string) => `${before} to ${after}`,
    together: (before: string, after: string) =>
      `All together: ${before} to ${after}, by playing the same seed and log again with them in place.`,
  },
  again: {
    drill: (id: string) => `Drill: ${id}`,
    seed: (seed: string) => `Seed: ${seed}`,
    link: (link: string) => `Link: ${link}`,
  },
};

export const postmortemWords = inLanguage({ en });
