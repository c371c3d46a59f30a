import type { LookPattern } from '../../scenario/patterns.ts';
import type { Mark, Signature } from './signature.ts';

const segments: LookPattern = { type: 'look-segments' };
const bySegment: LookPattern = { type: 'look-segments', by: 'segment' };
const byClient: LookPattern = { type: 'look-segments', by: 'client' };
const byArm: LookPattern = { type: 'look-segments', by: 'arm' };
const evaluation: LookPattern = { type: 'look-evaluation' };
const calendar: LookPattern = { type: 'look-calendar' };
const model: LookPattern = { type: 'look-dashboard', dashboard: 'model' };
const experiment: LookPattern = { type: 'look-experiment' };
const sample: LookPattern = { type: 'look-sample' };
const logs: LookPattern = { type: 'look-logs' };
const release: LookPattern = { type: 'look-dashboard', dashboard: 'release' };

/** What evidence of versions side by side can show. */
export const EXPOSURE_MARKS = {
  'slice-apart': { look: segments, reading: 'segments.gap_pp', below: -3.5 },
  'shares-apart': { look: segments, reading: 'segments.share_gap_pp', above: 8 },
  'answers-apart': { look: sample, reading: 'sample.changed_share', above: 0.25 },
  'mix-apart': { look: experiment, reading: 'experiment.mix_gap_pp', above: 8 },
  'fallbacks-up': { look: release, reading: 'release.fallback_peak_share', above: 0.006 },
  'segment-fell': { look: bySegment, reading: 'segments.contrast', below: -0.2 },
  'client-fell': { look: byClient, reading: 'segments.contrast', below: -0.2 },
  'arm-fell': { look: byArm, reading: 'segments.contrast', below: -0.2 },
  'arm-apart': { look: experiment, reading: 'experiment.arm_change', below: -0.2 },
  'slice-poor': { look: evaluation, reading: 'evaluation.worst_slice', below: 0.8 },
  'answers-uniform': { look: model, reading: 'model.entropy_bits', timesBelow: 0.94 },
  'last-year-too': { look: calendar, reading: 'calendar.last_year_change', below: -0.08 },
  'fallbacks-logged': { look: logs, reading: 'logs.fallback-timeout.count', above: 6.5 },
} as const satisfies Record<string, Mark>;

/** What can be behind a gap between two versions. */
export const EXPOSURE_SIGNATURES = {
  'worse-slice': {
    inputs: ['release.weakFactor'],
    shows: ['slice-apart', 'answers-apart'],
    may: ['slice-poor', 'segment-fell', 'answers-uniform'],
    says: {
      changed: ['version'],
      enters: ['segment', 'slice'],
      missed: ['slice', 'evaluation'],
      hypothesis: ['worse'],
    },
    mitigate: [{ type: 'rollback' }],
    fix: [{ type: 'retrain', data: ['with-segment', 'reweighted'] }],
    prevents: ['slice', 'segment', 'shadow'],
  },
  'cold-start': {
    inputs: ['release.coldTimeoutShare'],
    shows: ['fallbacks-up', 'fallbacks-logged'],
    may: [],
    says: {
      changed: ['pod'],
      enters: ['lookups', 'cold', 'caches'],
      missed: ['warm'],
      hypothesis: ['cold', 'caches'],
    },
    mitigate: [{ type: 'warm-pods' }],
    fix: [{ type: 'extend-sample' }],
    prevents: ['warm', 'sample', 'slice'],
  },
  'unfair-split': {
    inputs: ['release.originWeight'],
    shows: ['mix-apart', 'shares-apart'],
    may: [],
    says: {
      changed: ['gets', 'split'],
      enters: ['unequal'],
      missed: ['mix'],
      hypothesis: ['split'],
    },
    mitigate: [{ type: 'rerandomise' }],
    fix: [{ type: 'extend-sample' }],
    prevents: ['split', 'mix', 'sample', 'slice'],
  },
  chance: {
    inputs: ['release.coldStartShare'],
    shows: [],
    may: ['slice-apart'], // in some nights: few of a kind were served, and a page by chance is drawn from the unlucky ones
    says: {
      changed: ['nothing', 'chance'],
      enters: ['interval'],
      missed: ['sample'],
      hypothesis: ['chance'],
    },
    mitigate: [],
    fix: [],
    leaveAlone: true,
    prevents: ['sample', 'interval', 'slice'],
  },
  'poor-tail': {
    inputs: ['release.expiredListShare'],
    shows: ['segment-fell', 'slice-poor', 'answers-apart', 'answers-uniform'],
    may: [],
    says: {
      changed: ['recommender'],
      enters: ['tail', 'lists'],
      missed: ['unlike', 'evaluation'],
      hypothesis: ['tail'],
    },
    mitigate: [{ type: 'rollback' }],
    fix: [{ type: 'retrain', data: ['reweighted'] }],
    prevents: ['evaluation', 'canary', 'shadow'],
  },
  'hidden-on-client': {
    inputs: ['audience.hiddenShare'],
    shows: ['client-fell'],
    may: [],
    says: {
      changed: ['app', 'client'],
      enters: ['fold', 'layout'],
      missed: ['blind'],
      hypothesis: ['hidden'],
    },
    mitigate: [],
    fix: [{ type: 'set-flag', on: false }],
    prevents: ['groups', 'lists', 'baseline'],
  },
  'parallel-test': {
    inputs: ['audience.treatedLoss'],
    shows: ['arm-fell', 'arm-apart'],
    may: [],
    says: {
      changed: ['test', 'parallel'],
      enters: ['arm'],
      missed: ['calendar'],
      hypothesis: ['price', 'test'],
    },
    mitigate: [],
    fix: [{ type: 'pause-experiment', ask: true }],
    prevents: ['baseline', 'calendar', 'groups'],
  },
  season: {
    inputs: ['audience.seasonDrop'],
    shows: ['last-year-too'],
    may: [],
    says: {
      changed: ['season'],
      enters: ['every'],
      missed: ['baseline', 'season'],
      hypothesis: ['sale', 'season'],
    },
    mitigate: [],
    fix: [],
    leaveAlone: true,
    prevents: ['seasonal', 'baseline'],
  },
} as const satisfies Record<string, Signature>;
