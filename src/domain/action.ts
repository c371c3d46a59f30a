import { z } from 'zod';
import { INFORMATION, STRICTNESS, TERM_KEYS } from './difficulty.ts';
import { CLOCKS, GUIDANCE } from './guidance.ts';
import type { Tick } from './time.ts';

/**
 * Everything a player decides. One log of these, with ticks, is the whole input of a run.
 * `kind` of an action: looks cost time, changes touch the system, words and judgements go to people and to the board.
 */
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'expected a lower-case slug such as "feature-store"');
const evidenceIds = z.array(z.string().regex(/^E\d{1,3}$/, 'expected an evidence id such as "E3"')).max(12);
const expectation = z.enum(['lower', 'same', 'higher']).optional();
const confidence = z.number().int().min(0).max(100); // percent

export const DASHBOARDS = [
  'service', 'versions', 'saturation', 'feature-store', 'upstream', 'business', 'drift', // of a serving path
  'model', 'data', 'decisions', 'audience', 'release', // of models whose trouble is not latency
] as const; // prettier-ignore
export type DashboardId = (typeof DASHBOARDS)[number];

const looks = [
  z.strictObject({ type: z.literal('look-dashboard'), dashboard: z.enum(DASHBOARDS) }),
  z.strictObject({ type: z.literal('look-logs'), station: slug }),
  z.strictObject({ type: z.literal('look-trace'), pick: z.enum(['slow', 'typical']) }),
  z.strictObject({ type: z.literal('look-changes') }),
  z.strictObject({ type: z.literal('look-alerts') }),
  z.strictObject({ type: z.literal('look-lineage') }), // where the training data came from, with versions and what differs
  z.strictObject({ type: z.literal('look-distributions') }), // every feature against its reference, most changed first
  z.strictObject({ type: z.literal('look-segments'), by: slug }), // figures by segment, version, client or arm
  z.strictObject({ type: z.literal('look-registry') }), // versions, aliases, the model card
  z.strictObject({ type: z.literal('look-evaluation') }), // what the model was evaluated on against what it meets
  z.strictObject({ type: z.literal('look-backtest') }), // versions scored again on the same pinned rows
  z.strictObject({ type: z.literal('look-experiment') }), // arms side by side, with intervals
  z.strictObject({ type: z.literal('look-sample'), of: slug }), // decisions checked by people: a sample of one kind
  z.strictObject({ type: z.literal('look-calendar') }), // campaigns, app releases, experiments, holidays
  z.strictObject({ type: z.literal('look-messages') }), // what other teams wrote
] as const;

/** On which rows a model is trained, or judged before it may go out. */
export const TRAINING_DATA = ['all', 'recent', 'with-segment', 'reweighted', 'reviewed'] as const;
export type TrainingData = (typeof TRAINING_DATA)[number];

const changes = [
  z.strictObject({ type: z.literal('rollback'), expect: expectation }), // to the last stable model version
  z.strictObject({ type: z.literal('shift-traffic'), version: slug, share: z.number().min(0).max(1), expect: expectation }),
  z.strictObject({ type: z.literal('scale'), replicas: z.number().int().min(1).max(64), expect: expectation }),
  z.strictObject({ type: z.literal('restart'), expect: expectation }),
  z.strictObject({ type: z.literal('set-breaker'), route: slug, mode: z.enum(['forced-open', 'automatic', 'off']), expect: expectation }),
  z.strictObject({ type: z.literal('serve-cached'), on: z.boolean(), expect: expectation }), // cut feature fetches early, score with cached or default features
  z.strictObject({ type: z.literal('set-timeout'), route: slug, timeoutMs: z.number().int().min(10).max(30_000), expect: expectation }),
  z.strictObject({ type: z.literal('set-retries'), route: slug, attempts: z.number().int().min(1).max(5), expect: expectation }), // attempts in all, 1 = no retry
  z.strictObject({ type: z.literal('shed'), share: z.number().min(0).max(0.95), expect: expectation }), // refuse this share of requests at the gateway
  z.strictObject({ type: z.literal('repoint-champion'), version: slug, expect: expectation }), // move the registry alias the deploy controller follows
  z.strictObject({ type: z.literal('rebalance-partition'), expect: expectation }),
  z.strictObject({ type: z.literal('raise-max-replicas'), max: z.number().int().min(1).max(64), expect: expectation }),
  z.strictObject({ type: z.literal('add-fallback'), route: slug, expect: expectation }), // score without the field when the call exceeds its budget
  z.strictObject({ type: z.literal('retrain'), data: z.enum(TRAINING_DATA).optional(), expect: expectation }),
  z.strictObject({ type: z.literal('hold-promotion'), expect: expectation }), // no new model goes live; what is live stays
  z.strictObject({ type: z.literal('pin-snapshot'), expect: expectation }), // the last good model, on the last good data
  z.strictObject({ type: z.literal('fix-mapping'), feature: slug, expect: expectation }), // an adapter at the boundary, then the rows read again
  z.strictObject({ type: z.literal('rerun-job'), expect: expectation }),
  z.strictObject({ type: z.literal('set-gate'), threshold: z.number().min(0).max(1), expect: expectation }), // what a candidate must reach
  z.strictObject({ type: z.literal('drop-feature'), feature: slug, expect: expectation }), // train and score without it
  z.strictObject({ type: z.literal('repair-feed'), feed: slug, expect: expectation }),
  z.strictObject({ type: z.literal('set-cutoff'), cutoff: z.number().min(0).max(1), segment: slug.optional(), expect: expectation }),
  z.strictObject({ type: z.literal('cap-overrides'), share: z.number().min(0).max(1), expect: expectation }), // decisions that staff may turn round
  z.strictObject({ type: z.literal('pause-decisions'), expect: expectation }), // decide nothing by model until further notice
  z.strictObject({ type: z.literal('add-rule'), segment: slug, expect: expectation }), // a rule beside the model, for one pattern
  z.strictObject({ type: z.literal('staff-queue'), factor: z.number().min(1).max(10), expect: expectation }), // people at the review queue, × normal
  z.strictObject({ type: z.literal('mute-alert'), hours: z.number().min(1).max(720).nullable(), expect: expectation }), // null: until someone remembers
  z.strictObject({ type: z.literal('use-fallback-model'), on: z.boolean(), expect: expectation }), // a model without the features in doubt
  z.strictObject({ type: z.literal('revert-config'), expect: expectation }), // the configuration before its last change
  z.strictObject({ type: z.literal('set-flag'), flag: slug, on: z.boolean(), expect: expectation }), // a switch of another team's product
  z.strictObject({ type: z.literal('pause-experiment'), experiment: slug, ask: z.boolean(), expect: expectation }), // ask: with its owner's consent
  z.strictObject({ type: z.literal('set-ramp'), share: z.number().min(0).max(1), expect: expectation }), // of requests, to the canary
  z.strictObject({ type: z.literal('extend-sample'), expect: expectation }), // hold the ramp until the agreed sample is there
  z.strictObject({ type: z.literal('warm-pods'), expect: expectation }),
  z.strictObject({ type: z.literal('rerandomise'), expect: expectation }), // split by the unit, not by where it comes from
  z.strictObject({ type: z.literal('move-guardrail'), threshold: z.number().min(-1).max(1), expect: expectation }),
  z.strictObject({ type: z.literal('ship-next'), expect: expectation }), // another version on top
] as const;

export const MESSAGE_BLOCKS = ['users-see', 'impact', 'known', 'unknown', 'next-step', 'next-update', 'options'] as const;
export type MessageBlock = (typeof MESSAGE_BLOCKS)[number];

export const lookSchema = z.discriminatedUnion('type', looks);

const words = [
  z.strictObject({ type: z.literal('acknowledge') }),
  z.strictObject({ type: z.literal('escalate'), to: slug }), // call a colleague in, who comes when they can
  z.strictObject({ type: z.literal('ask-colleague'), who: slug, look: lookSchema }), // have one who is there make a look, beside the player's own
  z.strictObject({
    type: z.literal('message'),
    to: slug,
    blocks: z.array(z.enum(MESSAGE_BLOCKS)).min(1).max(7),
    option: slug.optional(),
    cause: slug.optional(),
  }),
] as const;

const judgements = [
  z.strictObject({
    type: z.literal('hypothesis'),
    cause: slug,
    confidence,
    status: z.enum(['open', 'supported', 'weakened', 'excluded']),
    evidence: evidenceIds,
  }),
  z.strictObject({ type: z.literal('claim-cause'), changed: slug, enters: slug, missed: slug, confidence, evidence: evidenceIds }),
  z.strictObject({ type: z.literal('leave-alone'), evidence: evidenceIds }), // say that no change is right, with what excludes the rest
  z.strictObject({ type: z.literal('verify'), metric: z.string().max(80) }),
  z.strictObject({ type: z.literal('take-back') }), // the latest change, while it can be undone
  z.strictObject({ type: z.literal('resolve') }),
  z.strictObject({
    type: z.literal('setting'),
    key: z.enum(['untimed', 'speed', 'guidance', 'clock', 'hints', ...TERM_KEYS]),
    value: z.union([z.boolean(), z.number(), z.enum([...GUIDANCE, ...CLOCKS, ...INFORMATION, ...STRICTNESS])]),
  }),
  z.strictObject({ type: z.literal('hint'), rung: z.number().int().min(1).max(4), why: z.string().max(160).optional() }), // why: the player's reason for the last rung
] as const;

const afterwards = [
  z.strictObject({ type: z.literal('pick-preventions'), items: z.array(slug).max(3) }),
  z.strictObject({ type: z.literal('review'), statements: z.record(slug, z.enum(['person', 'condition'])) }),
] as const;

export const changeSchema = z.discriminatedUnion('type', changes);
export const actionSchema = z.discriminatedUnion('type', [...looks, ...changes, ...words, ...judgements, ...afterwards]);

export type Look = z.infer<typeof lookSchema>;
export type Change = z.infer<typeof changeSchema>;
export type Action = z.infer<typeof actionSchema>;
export type ActionType = Action['type'];

export const CHANGE_TYPES: readonly Change['type'][] = changes.map((schema) => schema.shape.type.value);
export const LOOK_TYPES: readonly Look['type'][] = looks.map((schema) => schema.shape.type.value);

export const isLook = (action: Action): action is Look => (LOOK_TYPES as readonly string[]).includes(action.type);
export const isChange = (action: Action): action is Change => (CHANGE_TYPES as readonly string[]).includes(action.type);

export const logEntrySchema = z.strictObject({ tick: z.number().int().min(0).max(5000), action: actionSchema });
export type LogEntry = { tick: Tick; action: Action };

/** What came of an action: a refusal is a value that says why, never an exception. */
export type Outcome =
  | { readonly accepted: true; readonly effectTick: Tick } // when it starts to show (a look: when it returns)
  | { readonly accepted: false; readonly reason: string };
