import type { LookPattern } from '../../scenario/patterns.ts';
import type { Mark, Signature } from './signature.ts';

const lineage: LookPattern = { type: 'look-lineage' };
const distributions: LookPattern = { type: 'look-distributions' };
const backtest: LookPattern = { type: 'look-backtest' };
const logs: LookPattern = { type: 'look-logs' };
const segments: LookPattern = { type: 'look-segments' };
const declined: LookPattern = { type: 'look-sample', of: 'selected' };
const near: LookPattern = { type: 'look-sample', of: 'near' };
const calendar: LookPattern = { type: 'look-calendar' };
const model: LookPattern = { type: 'look-dashboard', dashboard: 'model' };
const decisions: LookPattern = { type: 'look-dashboard', dashboard: 'decisions' };
const data: LookPattern = { type: 'look-dashboard', dashboard: 'data' };

/** What evidence of models and their data can show. */
export const SCORING_MARKS = {
  'units-changed': { look: lineage, reading: 'lineage.changed_units', above: 0.5 },
  'types-changed': { look: lineage, reading: 'lineage.changed_types', above: 0.5 },
  'keys-changed': { look: lineage, reading: 'lineage.changed_keys', above: 0.5 },
  'means-apart': { look: distributions, reading: 'distributions.mean_factor', above: 3 },
  'values-unknown': { look: distributions, reading: 'distributions.unknown_share', above: 0.1 },
  'values-missing': { look: distributions, reading: 'distributions.missing_share', above: 0.1 },
  'spread-apart': { look: distributions, reading: 'distributions.worst_psi', above: 0.1 },
  'matches-lost': { look: data, reading: 'data.match_share', below: 0.9 },
  'labels-up': { look: data, reading: 'data.label_share', timesAbove: 1.3 },
  'worse-on-pinned': { look: backtest, reading: 'backtest.pinned_drop', above: 0.015 },
  'coercions-logged': { look: logs, reading: 'logs.coerced.count', above: 1000 },
  'values-multiplied': { look: data, reading: 'data.mean_factor', above: 3 },
  'levels-unread': { look: data, reading: 'data.unknown_share', above: 0.1 },
  'nulls-up': { look: data, reading: 'data.null_share', above: 0.1 },
  'defaults-logged': { look: logs, reading: 'logs.defaulted.count', above: 1000 },
  'mostly-wrong': { look: declined, reading: 'sample.positive_share', above: 0.1, below: 0.4 },
  'cluster-near': { look: near, reading: 'sample.cluster_share', above: 0.03 },
  'campaign-on': { look: calendar, reading: 'calendar.campaign.count', above: 0.5 },
  'cutoff-moved': { look: decisions, reading: 'decisions.cutoff_score', timesBelow: 0.95 },
  'overrides-up': { look: decisions, reading: 'decisions.override_share', timesAbove: 3 },
  'estimate-up': { look: model, reading: 'model.estimated_positive_share', timesAbove: 1.4 },
  'segment-worse': { look: segments, reading: 'segments.observed_expected', above: 2.5 },
  'all-worse': { look: segments, reading: 'segments.narrowest', above: 1.15 },
  'feed-stale': { look: lineage, reading: 'lineage.stale_feed_days', above: 10 },
  'spread-flat': { look: distributions, reading: 'distributions.spread_factor', below: 0.8 },
  'unmatched-logged': { look: logs, reading: 'logs.unmatched.count', above: 5000 },
} as const satisfies Record<string, Mark>;

/** Faults of data, and changes of the world that models were trained on. */
export const SCORING_SIGNATURES = {
  'changed-unit': {
    inputs: ['pipeline.operator.kind=scaled'],
    shows: ['units-changed', 'means-apart', 'values-multiplied', 'spread-apart', 'worse-on-pinned'],
    may: [],
    says: {
      changed: ['unit'],
      enters: ['band', 'scale'],
      missed: ['range'],
      hypothesis: ['cents', 'unit'],
    },
    mitigate: [{ type: 'pin-snapshot' }],
    fix: [{ type: 'fix-mapping', target: 'feature', namedBy: 'units-changed' }],
    prevents: ['contract', 'range', 'distribution', 'snapshots'],
  },
  'changed-type': {
    inputs: ['pipeline.operator.kind=recoded'],
    shows: ['types-changed', 'values-unknown', 'levels-unread', 'spread-apart', 'worse-on-pinned', 'coercions-logged'],
    may: [],
    says: {
      changed: ['type'],
      enters: ['unknown', 'level'],
      missed: ['coerced'],
      hypothesis: ['recoded', 'type'],
    },
    mitigate: [{ type: 'pin-snapshot' }],
    fix: [{ type: 'fix-mapping', target: 'feature', namedBy: 'types-changed' }],
    prevents: ['contract', 'types', 'distribution', 'snapshots'],
  },
  'lost-keys': {
    inputs: ['pipeline.operator.kind=keyless'],
    shows: ['keys-changed', 'values-missing', 'matches-lost', 'spread-apart', 'worse-on-pinned', 'unmatched-logged'],
    may: ['means-apart', 'values-multiplied'],
    says: {
      changed: ['key', 'keys'],
      enters: ['join'],
      missed: ['join'],
      hypothesis: ['keys', 'unmatched'],
    },
    mitigate: [{ type: 'pin-snapshot' }],
    fix: [{ type: 'fix-mapping', target: 'feature', namedBy: 'keys-changed' }],
    prevents: ['referential', 'keys', 'join', 'snapshots'],
  },
  'changed-world': {
    inputs: ['population.movedShare'],
    shows: ['labels-up'],
    may: [],
    says: {
      changed: ['customers', 'behaviour'],
      enters: ['relation'],
      missed: ['window'],
      hypothesis: ['market', 'world'],
    },
    mitigate: [],
    fix: [{ type: 'retrain', data: ['recent'] }],
    leaveAlone: true,
    prevents: ['window', 'recent'],
  },
  'new-technique': {
    inputs: [],
    shows: ['cluster-near'],
    may: [],
    says: {
      changed: ['fraudsters', 'technique'],
      enters: ['pattern'],
      missed: ['unsampled', 'below'],
      hypothesis: ['technique'],
    },
    mitigate: [{ type: 'add-rule' }],
    fix: [{ type: 'retrain', data: ['reviewed'] }],
    prevents: ['sample'],
  },
  'benign-mix': {
    inputs: [],
    shows: ['spread-apart', 'campaign-on'],
    may: [],
    says: {
      changed: ['shoppers', 'campaign'],
      enters: ['mix'],
      missed: ['alarm', 'calendar'],
      hypothesis: ['campaign'],
    },
    mitigate: [],
    fix: [{ type: 'mute-alert', hours: { atMost: 168 }, when: ['campaign-on'] }],
    leaveAlone: true,
    prevents: ['campaign', 'calendar', 'team'],
  },
  'filled-feature': {
    inputs: ['pipeline.operator.kind=filled'],
    shows: ['spread-apart', 'values-missing', 'nulls-up', 'defaults-logged', 'mostly-wrong'],
    may: ['means-apart', 'values-multiplied'],
    says: {
      changed: ['answers', 'device'],
      enters: ['default', 'missing'],
      missed: ['unchecked'],
      hypothesis: ['filled', 'default'],
    },
    mitigate: [{ type: 'use-fallback-model', on: true }],
    fix: [{ type: 'repair-feed', target: 'feed' }],
    prevents: ['feature', 'validation'],
  },
  'moved-cut-off': {
    inputs: ['decisions.changedShare'],
    shows: ['cutoff-moved', 'mostly-wrong'],
    may: [],
    says: {
      changed: ['cut', 'cutoff'],
      enters: ['score'],
      missed: ['config'],
      hypothesis: ['cut', 'cutoff', 'lowered'],
    },
    mitigate: [{ type: 'revert-config' }],
    fix: [{ type: 'revert-config' }],
    prevents: ['config'],
  },
  'new-segment': {
    inputs: [],
    shows: ['spread-apart', 'segment-worse'],
    may: ['means-apart', 'values-multiplied'],
    says: {
      changed: ['applicants', 'channel'],
      enters: ['cell', 'unknown'],
      missed: ['mix'],
      hypothesis: ['channel'],
    },
    mitigate: [{ type: 'set-cutoff', target: 'segment', namedBy: 'segment-worse', cutoff: { atMost: 0.3 } }],
    fix: [{ type: 'retrain', data: ['with-segment'] }],
    prevents: ['drift', 'mix', 'retraining'],
  },
  'harder-times': {
    inputs: ['population.movedShare'],
    shows: ['all-worse'],
    may: [],
    says: {
      changed: ['economy'],
      enters: ['segment'],
      missed: ['labels'],
      hypothesis: ['harder'],
    },
    mitigate: [{ type: 'set-cutoff', cutoff: { atLeast: 0.24, atMost: 0.28 } }],
    fix: [{ type: 'retrain', data: ['recent'] }],
    prevents: ['retraining', 'early'],
  },
  'frozen-feed': {
    inputs: ['pipeline.operator.kind=frozen'],
    shows: ['feed-stale', 'spread-flat', 'spread-apart', 'all-worse'],
    may: [],
    says: {
      changed: ['feed'],
      enters: ['feature'],
      missed: ['age'],
      hypothesis: ['frozen'],
    },
    mitigate: [{ type: 'repair-feed', target: 'feed', namedBy: 'spread-flat' }],
    fix: [{ type: 'repair-feed', target: 'feed', namedBy: 'spread-flat' }],
    prevents: ['freshness'],
  },
  overrides: {
    inputs: ['decisions.overrideShare'],
    shows: ['overrides-up', 'estimate-up'],
    may: ['mostly-wrong'],
    says: {
      changed: ['staff'],
      enters: ['refusal'],
      missed: ['overrides'],
      hypothesis: ['overrides'],
    },
    mitigate: [],
    fix: [{ type: 'cap-overrides', share: { atMost: 0.05 } }],
    leaveAlone: true,
    prevents: ['override', 'staff'],
  },
} as const satisfies Record<string, Signature>;
