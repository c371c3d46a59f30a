import type { LookPattern } from '../../scenario/patterns.ts';
import type { Mark, Signature } from './signature.ts';

const segments: LookPattern = { type: 'look-segments' };
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
  'fallbacks-up': { look: release, reading: 'release.fallback_peak_share', above: 0.0065 },
  'fallbacks-logged': { look: logs, reading: 'logs.fallback-timeout.count', above: 6.5 },
} as const satisfies Record<string, Mark>;

/** What can be behind a gap between two versions. */
export const EXPOSURE_SIGNATURES = {
  'worse-slice': {
    inputs: ['release.weakFactor'],
    shows: ['slice-apart', 'answers-apart'],
    may: [],
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
    may: [],
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
} as const satisfies Record<string, Signature>;
