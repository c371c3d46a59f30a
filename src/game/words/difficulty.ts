import { listed } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  presets: {
    learner: { title: 'Learner', says: 'Guided, at half the pace, with hints' },
    'on-call': { title: 'On-call', says: 'On your own, at full pace, with hints if you ask' },
    interview: { title: 'Interview', says: 'On your own, at full pace, without hints' },
    chaos: { title: 'Chaos', says: 'On your own, at full pace, without hints; telemetry gets lost, more goes wrong, judged strictly' },
  },
  asItComes: 'Guided the first time, on your own after it.',
  ownMixture: 'Your own mixture of those below.',
  pick: {
    title: 'Difficulty',
    asItComes: 'As it comes',
    ownMixture: 'Your own mixture',
    says: 'Each axis can be set by itself under Settings.',
    also: 'difficulty preset telemetry complications strict', // what it may be looked for by
  },
  silent: (titles: string) => `No figures now: ${titles}. Scrapes got lost.`,
  information: {
    title: 'Telemetry',
    full: { title: 'Full', says: 'Monitoring takes everything.' },
    noisy: {
      title: 'Noisy',
      says: 'One in twenty log lines, traces and sampled rows is kept, and most figures are read at every eighth scrape only.',
    },
    missing: { title: 'Missing', says: 'Scrapes of some stations get lost for a while. The metric that pages always comes.' },
  },
  complications: {
    title: 'Complications',
    0: { title: 'None', says: 'Nothing but the incident.' },
    1: { title: '1', says: 'Those who wait for word ask sooner, and lose trust sooner and faster when they hear nothing.' },
    2: { title: '2', says: 'As 1, and the colleague who has to agree to lasting changes is away at times.' },
    3: { title: '3', says: 'As 2, and the deploy queue is busy at times: changes take up to three times as long.' },
  },
  strictness: {
    title: 'Judged',
    lenient: { title: 'Leniently', says: 'More time for each act, and more points for what is right in part.' },
    standard: { title: 'As usual', says: 'As the published baselines are judged.' },
    strict: {
      title: 'Strictly',
      says: 'Less time for each act, few points for what is right in part, and a confidence that is not borne out costs points.',
    },
  },
  judged: { lenient: 'judged leniently', strict: 'judged strictly' },
  terms: {
    noisy: 'with noisy telemetry',
    missing: 'with missing telemetry',
    complications: (level: number) => (level === 1 ? 'with one complication' : `with ${level === 2 ? 'two' : 'three'} complications`),
  },
  notUsual: (terms: string) =>
    `This run was played on other terms than usual: ${terms}. Published averages are of the usual terms, so they are not shown; nothing, random, runbook and expert here began the same incident on the same terms.`,
  playedOn: (terms: readonly string[]) => `This shift: ${listed(terms)}.`,
  changedOnTheWay: 'terms that changed on the way',
};

export const difficultyWords = inLanguage({ en });
