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
    words: {
      changed: /\b(model itself|version|reads)/gi,
      enters: /\b(one kind|scores|segment)/gi,
      missed: /\b(evaluation|rows of that kind|slice)/gi,
      hypothesis: /\b(worse|one kind)/gi,
    },
    mitigate: [{ type: 'rollback' }],
    fix: [{ type: 'retrain', data: ['with-segment', 'reweighted'] }],
    prevents: /\b(automatic rollback|segment|shadow|slices?|evaluation)/gi,
  },
  'cold-start': {
    inputs: ['release.coldTimeoutShare'],
    shows: ['fallbacks-up', 'fallbacks-logged'],
    may: [],
    words: {
      changed: /\b(pod|started)/gi,
      enters: /\b(cold|cache|run out of time|lookups)/gi,
      missed: /\b(caches|filled|warm)/gi,
      hypothesis: /\b(cold|caches?)/gi,
    },
    mitigate: [{ type: 'warm-pods' }],
    fix: [{ type: 'extend-sample' }],
    prevents: /\b(warm|minimum sample|new pod)/gi,
  },
  'unfair-split': {
    inputs: ['release.originWeight'],
    shows: ['mix-apart', 'shares-apart'],
    may: [],
    words: {
      changed: /\b(split|routed)/gi,
      enters: /\b(mix|country|unequal)/gi,
      missed: /\b(same kinds|both sides|mix)/gi,
      hypothesis: /\b(mix|split)/gi,
    },
    mitigate: [{ type: 'rerandomise' }],
    fix: [{ type: 'extend-sample' }],
    prevents: /\b(hash|split|mix|minimum sample)/gi,
  },
  chance: {
    inputs: ['release.coldStartShare'],
    shows: [],
    may: ['slice-apart'], // in some nights: few of a kind were served, and a page by chance is drawn from the unlucky ones
    words: {
      changed: /\b(chance|nothing but)/gi,
      enters: /\b(interval|width)/gi,
      missed: /\b(minimum sample|speaks before)/gi,
      hypothesis: /\b(chance|small sample)/gi,
    },
    mitigate: [],
    fix: [],
    leaveAlone: true,
    prevents: /\b(minimum sample|interval|second signal)/gi,
  },
  'poor-tail': {
    inputs: ['release.expiredListShare'],
    shows: ['segment-fell', 'slice-poor', 'answers-apart', 'answers-uniform'],
    may: [],
    words: {
      changed: /\b(recommender|other lists|serves)/gi,
      enters: /\b(lists|rare)/gi,
      missed: /\b(evaluation)/gi,
      hypothesis: /\b(rare|badly)/gi,
    },
    mitigate: [{ type: 'rollback' }],
    fix: [{ type: 'retrain', data: ['reweighted'] }],
    prevents: /\b(evaluation|slices?|canary|shadow|tail)/gi,
  },
  'hidden-on-client': {
    inputs: ['audience.hiddenShare'],
    shows: ['client-fell'],
    may: [],
    words: {
      changed: /\b(app)/gi,
      enters: /\b(layout|out of view|fold)/gi,
      missed: /\b(version of the app|by version)/gi,
      hypothesis: /\b(app|hides)/gi,
    },
    mitigate: [],
    fix: [{ type: 'set-flag', on: false }],
    prevents: /\b(version|calendar|interval|baseline|app)/gi,
  },
  'parallel-test': {
    inputs: ['audience.treatedLoss'],
    shows: ['arm-fell', 'arm-apart'],
    may: [],
    words: {
      changed: /\b(parallel|shipping costs)/gi,
      enters: /\b(arm|checkout)/gi,
      missed: /\b(experiments of other|calendar)/gi,
      hypothesis: /\b(test|shipping)/gi,
    },
    mitigate: [],
    fix: [{ type: 'pause-experiment', ask: true }],
    prevents: /\b(experiments?|calendar|interval|baseline)/gi,
  },
  season: {
    inputs: ['audience.seasonDrop'],
    shows: ['last-year-too'],
    may: [],
    words: {
      changed: /\b(season|sale week)/gi,
      enters: /\b(every order|alike)/gi,
      missed: /\b(no season|fixed number)/gi,
      hypothesis: /\b(every year|sale week|season)/gi,
    },
    mitigate: [],
    fix: [],
    leaveAlone: true,
    prevents: /\b(season|baseline|last year)/gi,
  },
} as const satisfies Record<string, Signature>;
