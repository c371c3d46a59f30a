import type { Change } from '../../domain/action.ts';
import type { NumberPattern } from '../../scenario/patterns.ts';
import type { MarkId } from './marks.ts';

/** A change that a cause asks for; a route is named by the part that it leads to, since routes have other names elsewhere. */
export interface Remedy {
  readonly type: Change['type'];
  readonly routeTo?: string; // part
  readonly mode?: readonly ('forced-open' | 'automatic')[];
  readonly on?: boolean;
  readonly share?: NumberPattern;
  readonly replicas?: NumberPattern;
  readonly max?: NumberPattern;
  readonly attempts?: NumberPattern;
  readonly when?: readonly MarkId[]; // marks that must have been seen before it is right
}

/** How a kind of fault shows itself, and what is done about it: the same in every scenario. */
export interface Signature {
  readonly inputs: readonly string[]; // physical inputs whose faults leave these marks, "part.input"
  readonly shows: readonly MarkId[]; // marks that it always leaves
  readonly may: readonly MarkId[]; // marks that it may leave; all others speak against it
  readonly words: { readonly changed: RegExp; readonly enters: RegExp; readonly missed: RegExp; readonly hypothesis: RegExp };
  readonly mitigate: readonly Remedy[]; // best first
  readonly fix: readonly Remedy[];
  readonly prevents: RegExp; // words of the preventions that are worth their effort
}

/** Marks that any fault may leave: releases go out on other nights too. */
const ANY: readonly MarkId[] = ['released-lately'];

/**
 * The one table by which an investigator reads evidence. Nothing in it knows a scenario: what a row says holds wherever the parts it
 * speaks of are in the system.
 */
export const SIGNATURES = {
  'heavy-release': {
    inputs: ['model-server.heavyCardCpuFactor'],
    shows: ['released-lately', 'version-apart', 'version-heavy'],
    may: ['pool-full', 'time-in-queue', 'time-in-model'],
    words: {
      changed: /\b(version|release|rolled)/gi,
      enters: /\b(comput|inference|version)/gi,
      missed: /\b(gate|release|by version)/gi,
      hypothesis: /\b(version|comput|release)/gi,
    },
    mitigate: [{ type: 'rollback' }],
    fix: [{ type: 'repoint-champion' }],
    prevents: /\b(canary|gate|release|burn|distil|smaller model|computing)/gi,
  },
  'hot-partition': {
    inputs: ['feature-store.hotKeyShare', 'feature-store.partitionFactor'],
    shows: ['fetch-slow', 'partition-hot', 'time-in-features', 'store-waits-logged'],
    may: [...ANY, 'pool-full'],
    words: {
      changed: /\b(keys?|partition|same few)/gi,
      enters: /\b(feature|partition|store)/gi,
      missed: /\b(partition|average|store)/gi,
      hypothesis: /\b(partition|feature|store)/gi,
    },
    mitigate: [
      { type: 'serve-cached', on: true },
      { type: 'set-breaker', routeTo: 'feature-store', mode: ['forced-open'] },
    ],
    fix: [{ type: 'rebalance-partition' }],
    prevents: /\b(breaker|partition)/gi,
  },
  surge: {
    inputs: ['traffic.rateFactor'],
    shows: ['demand-up', 'pool-full', 'time-in-queue'],
    may: [...ANY, 'time-in-model'],
    words: {
      changed: /\b(arrive|demand|traffic|busier|nights)/gi,
      enters: /\b(queue|worker|every pod)/gi,
      missed: /\b(autoscaler|ceiling|maximum|scal)/gi,
      hypothesis: /\b(arrive|demand|traffic|pool)/gi,
    },
    mitigate: [
      { type: 'scale', replicas: { atLeast: 10, atMost: 24 }, when: ['pool-full'] },
      { type: 'shed', share: { atLeast: 0.02, atMost: 0.3 } },
    ],
    fix: [{ type: 'raise-max-replicas', max: { atLeast: 10, atMost: 32 } }],
    prevents: /\b(autoscal|headroom|burn|ceiling)/gi,
  },
  'slow-supplier': {
    inputs: ['upstream.slowMedianMs', 'upstream.secondLookupShare'],
    shows: ['supplier-slow', 'calls-repeated', 'time-in-supplier', 'timeouts-logged'],
    may: [...ANY],
    words: {
      changed: /\b(service|supplier|slowly|slower|calls)/gi,
      enters: /\b(lookup|timeout|repeated|call)/gi,
      missed: /\b(retr|budget|breaker)/gi,
      hypothesis: /\b(retr|timeout|supplier|slow)/gi,
    },
    mitigate: [
      { type: 'set-breaker', routeTo: 'upstream', mode: ['forced-open', 'automatic'] },
      { type: 'set-retries', routeTo: 'upstream', attempts: 1 },
    ],
    fix: [{ type: 'add-fallback', routeTo: 'upstream' }],
    prevents: /\b(breaker|budget|fallback)/gi,
  },
} as const satisfies Record<string, Signature>;

export type SignatureId = keyof typeof SIGNATURES;
export const SIGNATURE_IDS = Object.keys(SIGNATURES) as readonly SignatureId[];

/** The signature of a fault, by the inputs that it drives; null where the table has none. */
export const signatureOfInputs = (inputs: readonly string[]): SignatureId | null =>
  SIGNATURE_IDS.find((id) => (SIGNATURES[id] as Signature).inputs.some((input) => inputs.includes(input))) ?? null;
