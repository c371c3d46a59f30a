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
    words: {
      changed: /\b(unit|cents)/gi,
      enters: /\b(band|highest|scale)/gi,
      missed: /\b(range|unit)/gi,
      hypothesis: /\b(cents|unit|euros)/gi,
    },
    mitigate: [{ type: 'pin-snapshot' }],
    fix: [{ type: 'fix-mapping', target: 'feature', namedBy: 'units-changed' }],
    prevents: /\b(contract|range|distribution|snapshot)/gi,
  },
  'changed-type': {
    inputs: ['pipeline.operator.kind=recoded'],
    shows: ['types-changed', 'values-unknown', 'levels-unread', 'spread-apart', 'worse-on-pinned', 'coercions-logged'],
    may: [],
    words: {
      changed: /\b(type|level)/gi,
      enters: /\b(unknown|other)/gi,
      missed: /\b(coerced|info line|unknown)/gi,
      hypothesis: /\b(number now|names|recoded|type)/gi,
    },
    mitigate: [{ type: 'pin-snapshot' }],
    fix: [{ type: 'fix-mapping', target: 'feature', namedBy: 'types-changed' }],
    prevents: /\b(contract|types|distribution|snapshot)/gi,
  },
  'lost-keys': {
    inputs: ['pipeline.operator.kind=keyless'],
    shows: ['keys-changed', 'values-missing', 'matches-lost', 'spread-apart', 'worse-on-pinned', 'unmatched-logged'],
    may: ['means-apart', 'values-multiplied'],
    words: {
      changed: /\b(number comes in another form|key|prefix)/gi,
      enters: /\b(join)/gi,
      missed: /\b(join|match)/gi,
      hypothesis: /\b(match|keys?|join)/gi,
    },
    mitigate: [{ type: 'pin-snapshot' }],
    fix: [{ type: 'fix-mapping', target: 'feature', namedBy: 'keys-changed' }],
    prevents: /\b(keys?|join|match|snapshot)/gi,
  },
  'changed-world': {
    inputs: ['population.movedShare'],
    shows: ['labels-up'],
    may: [],
    words: {
      changed: /\b(who leaves|why|relation|behaviour)/gi,
      enters: /\b(rows from before|relation|old)/gi,
      missed: /\b(looks back|months|label rate)/gi,
      hypothesis: /\b(leave|market|other customers|world)/gi,
    },
    mitigate: [],
    fix: [{ type: 'retrain', data: ['recent'] }],
    leaveAlone: true,
    prevents: /\b(forget|sooner|window|recent)/gi,
  },
  'new-technique': {
    inputs: [],
    shows: ['cluster-near'],
    may: [],
    words: {
      changed: /\b(fraudsters|did not do before|technique)/gi,
      enters: /\b(pattern|hardly seen)/gi,
      missed: /\b(below the|nobody looks)/gi,
      hypothesis: /\b(technique|gets through)/gi,
    },
    mitigate: [{ type: 'add-rule' }],
    fix: [{ type: 'retrain', data: ['reviewed'] }],
    prevents: /\b(below the cut-off|sample|rule)/gi,
  },
  'benign-mix': {
    inputs: [],
    shows: ['spread-apart', 'campaign-on'],
    may: [],
    words: {
      changed: /\b(other customers|other days|campaign)/gi,
      enters: /\b(mix)/gi,
      missed: /\b(calendar|second signal)/gi,
      hypothesis: /\b(campaign|as good as)/gi,
    },
    mitigate: [],
    fix: [{ type: 'mute-alert', hours: { atMost: 168 }, when: ['campaign-on'] }],
    leaveAlone: true,
    prevents: /\b(second signal|calendar|campaigns?)/gi,
  },
  'filled-feature': {
    inputs: ['pipeline.operator.kind=filled'],
    shows: ['spread-apart', 'values-missing', 'nulls-up', 'defaults-logged', 'mostly-wrong'],
    may: ['means-apart', 'values-multiplied'],
    words: {
      changed: /\b(service answers|answers|device)/gi,
      enters: /\b(default|missing)/gi,
      missed: /\b(filled|without a check)/gi,
      hypothesis: /\b(default|filled)/gi,
    },
    mitigate: [{ type: 'use-fallback-model', on: true }],
    fix: [{ type: 'repair-feed', target: 'feed' }],
    prevents: /\b(check|feature|missing|filled)/gi,
  },
  'moved-cut-off': {
    inputs: ['decisions.changedShare'],
    shows: ['cutoff-moved', 'mostly-wrong'],
    may: [],
    words: {
      changed: /\b(cut-off)/gi,
      enters: /\b(after the score|compared)/gi,
      missed: /\b(configuration|at once)/gi,
      hypothesis: /\b(cut-off|lowered)/gi,
    },
    mitigate: [{ type: 'revert-config' }],
    fix: [{ type: 'revert-config' }],
    prevents: /\b(configuration|canary)/gi,
  },
  'new-segment': {
    inputs: [],
    shows: ['spread-apart', 'segment-worse'],
    may: ['means-apart', 'values-multiplied'],
    words: {
      changed: /\b(who applies|new customers|channel)/gi,
      enters: /\b(small group|hardly seen)/gi,
      missed: /\b(who applies with|compares|mix)/gi,
      hypothesis: /\b(channel|never learnt)/gi,
    },
    mitigate: [{ type: 'set-cutoff', target: 'segment', namedBy: 'segment-worse', cutoff: { atMost: 0.3 } }],
    fix: [{ type: 'retrain', data: ['with-segment'] }],
    prevents: /\b(drift|mix|retrain)/gi,
  },
  'harder-times': {
    inputs: ['population.movedShare'],
    shows: ['all-worse'],
    may: [],
    words: {
      changed: /\b(same people|economy|can pay)/gi,
      enters: /\b(every segment)/gi,
      missed: /\b(labels come|45 days|sooner)/gi,
      hypothesis: /\b(pay less|harder|less often)/gi,
    },
    mitigate: [{ type: 'set-cutoff', cutoff: { atLeast: 0.24, atMost: 0.28 } }],
    fix: [{ type: 'retrain', data: ['recent'] }],
    prevents: /\b(early|sooner|business|outcome|retrain)/gi,
  },
  'frozen-feed': {
    inputs: ['pipeline.operator.kind=frozen'],
    shows: ['feed-stale', 'spread-flat', 'spread-apart', 'all-worse'],
    may: [],
    words: {
      changed: /\b(feed)/gi,
      enters: /\b(one feature|repeats)/gi,
      missed: /\b(how old|age of)/gi,
      hypothesis: /\b(stands still|frozen|still)/gi,
    },
    mitigate: [{ type: 'repair-feed', target: 'feed', namedBy: 'spread-flat' }],
    fix: [{ type: 'repair-feed', target: 'feed', namedBy: 'spread-flat' }],
    prevents: /\b(fresh|stand still|varies|age of)/gi,
  },
  overrides: {
    inputs: ['decisions.overrideShare'],
    shows: ['overrides-up', 'estimate-up'],
    may: ['mostly-wrong'],
    words: {
      changed: /\b(staff|against the model)/gi,
      enters: /\b(turned round|refusals)/gi,
      missed: /\b(overrides|counted)/gi,
      hypothesis: /\b(staff|refuses)/gi,
    },
    mitigate: [],
    fix: [{ type: 'cap-overrides', share: { atMost: 0.05 } }],
    leaveAlone: true,
    prevents: /\b(overrides?|staff)/gi,
  },
} as const satisfies Record<string, Signature>;
