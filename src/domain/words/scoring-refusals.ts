import { inLanguage } from './language.ts';

const en = {
  unknown: {
    field: (id: string, known: readonly string[]) => `there is no field "${id}"; expected one of ${known.join(', ')}`,
    feed: (id: string, known: readonly string[]) => `there is no feed "${id}"; expected one of ${known.join(', ')}`,
    feature: (id: string, known: readonly string[]) => `there is no feature "${id}"; expected one of ${known.join(', ')}`,
    rows: (id: string, known: readonly string[]) => `there is no choice of rows "${id}"; expected one of ${known.join(', ')}`,
    segment: (id: string, known: readonly string[]) => `there is no segment "${id}"; expected one of ${known.join(', ')}`,
    pattern: (id: string, known: readonly string[]) => `there is no pattern "${id}"; expected one of ${known.join(', ')}`,
  },
  noVersionBack: 'there is no version to go back to',
  rolledBack: 'the champion has been rolled back already',
  held: 'promotion is on hold already',
  pinned: 'the last good snapshot is pinned already',
  hasAdapter: 'that mapping has an adapter already',
  feedMended: 'that feed has been looked after already',
  noThreshold: 'the gate compares with the champion, it has no threshold',
  threshold: (threshold: number) => `the gate already asks for ${threshold}`,
  dropped: 'the model does without that feature already',
  noCutoff: 'there is no cut-off: the highest are picked, however high they are',
  cutoff: (cutoff: number) => `that cut-off is ${cutoff} already`,
  capped: 'overrides are capped there already',
  paused: 'decisions by the model are paused already',
  rule: 'that rule is in place',
  nobodyReviews: 'nobody reviews decisions here',
  staffed: 'that many people are there already',
  muted: 'the alert is muted already',
  noFallback: 'this system has no fallback model',
  fallback: (on: boolean) => `the fallback model is ${on ? 'live' : 'off'} already`,
  reverted: 'the configuration has been reverted already',
  noJob: 'there is no nightly job',
};

/** Why a change to a model that scores rows cannot be made now. */
export const scoringRefusals = inLanguage({ en });
