import type { LookPattern } from '../../scenario/patterns.ts';
import type { Mark, Signature } from './signature.ts';

const lineage: LookPattern = { type: 'look-lineage' };
const distributions: LookPattern = { type: 'look-distributions' };
const backtest: LookPattern = { type: 'look-backtest' };
const logs: LookPattern = { type: 'look-logs' };
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
  'unmatched-logged': { look: logs, reading: 'logs.unmatched.count', above: 5000 },
} as const satisfies Record<string, Mark>;

/** Faults of data, and changes of the world that models were trained on. */
export const SCORING_SIGNATURES = {
  'changed-unit': {
    inputs: ['pipeline.operator.kind=scaled'],
    shows: ['units-changed', 'means-apart', 'spread-apart', 'worse-on-pinned'],
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
    shows: ['types-changed', 'values-unknown', 'spread-apart', 'worse-on-pinned', 'coercions-logged'],
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
    may: ['means-apart'],
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
} as const satisfies Record<string, Signature>;
