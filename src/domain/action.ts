import { z } from 'zod';
import type { Tick } from './time.ts';

/**
 * Everything a player decides. One log of these, with ticks, is the whole input of a run.
 * `kind` of an action: looks cost time, changes touch the system, words and judgements go to people and to the board.
 */
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'expected a lower-case slug such as "feature-store"');
const evidenceIds = z.array(z.string().regex(/^E\d{1,3}$/, 'expected an evidence id such as "E3"')).max(12);
const expectation = z.enum(['lower', 'same', 'higher']).optional();
const confidence = z.number().int().min(0).max(100); // percent

export const DASHBOARDS = ['service', 'versions', 'saturation', 'feature-store', 'upstream', 'business', 'drift'] as const;
export type DashboardId = (typeof DASHBOARDS)[number];

const looks = [
  z.strictObject({ type: z.literal('look-dashboard'), dashboard: z.enum(DASHBOARDS) }),
  z.strictObject({ type: z.literal('look-logs'), station: slug }),
  z.strictObject({ type: z.literal('look-trace'), pick: z.enum(['slow', 'typical']) }),
  z.strictObject({ type: z.literal('look-changes') }),
  z.strictObject({ type: z.literal('look-alerts') }),
] as const;

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
  z.strictObject({ type: z.literal('retrain'), expect: expectation }),
] as const;

export const MESSAGE_BLOCKS = ['users-see', 'impact', 'known', 'unknown', 'next-step', 'next-update', 'options'] as const;
export type MessageBlock = (typeof MESSAGE_BLOCKS)[number];

const words = [
  z.strictObject({ type: z.literal('acknowledge') }),
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
  z.strictObject({ type: z.literal('setting'), key: z.enum(['untimed', 'speed']), value: z.union([z.boolean(), z.number()]) }),
] as const;

const afterwards = [
  z.strictObject({ type: z.literal('pick-preventions'), items: z.array(slug).max(3) }),
  z.strictObject({ type: z.literal('review'), statements: z.record(slug, z.enum(['person', 'condition'])) }),
] as const;

export const lookSchema = z.discriminatedUnion('type', looks);
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
