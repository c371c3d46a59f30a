import fc from 'fast-check';
import { DASHBOARDS, MESSAGE_BLOCKS, type Action, type Look } from '../../src/domain/action.ts';
import { SPIKE_DRILL } from './scripted.ts';

const { brief } = SPIKE_DRILL;
const idOf = (list: readonly { readonly id: string }[]): fc.Arbitrary<string> => fc.constantFrom(...list.map((one) => one.id));
const evidence = fc.uniqueArray(fc.constantFrom('E1', 'E2', 'E3', 'E4', 'E5'), { maxLength: 4 });
const confidence = fc.integer({ min: 0, max: 100 });
const route = idOf(brief.system.routes);

const looks: fc.Arbitrary<Look> = fc.oneof(
  fc
    .constantFrom(...DASHBOARDS.slice(0, DASHBOARDS.indexOf('drift') + 1))
    .map((dashboard): Look => ({ type: 'look-dashboard', dashboard })),
  fc.constantFrom<Look>(
    { type: 'look-trace', pick: 'slow' },
    { type: 'look-changes' },
    { type: 'look-alerts' },
    { type: 'look-logs', station: 'fraud-api' },
  ),
);

const changes: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom<Action>(
    { type: 'rollback' },
    { type: 'restart' },
    { type: 'rebalance-partition' },
    { type: 'retrain' },
    { type: 'take-back' },
  ),
  fc.integer({ min: 1, max: 24 }).map((replicas): Action => ({ type: 'scale', replicas })),
  fc.integer({ min: 6, max: 24 }).map((max): Action => ({ type: 'raise-max-replicas', max })),
  fc.boolean().map((on): Action => ({ type: 'serve-cached', on })),
  fc.constantFrom('v40', 'v41', 'v42').map((version): Action => ({ type: 'repoint-champion', version })),
  fc
    .tuple(route, fc.constantFrom('forced-open', 'automatic', 'off'))
    .map(([id, mode]): Action => ({ type: 'set-breaker', route: id, mode: mode as 'off' })),
  fc.tuple(route, fc.integer({ min: 1, max: 4 })).map(([id, attempts]): Action => ({ type: 'set-retries', route: id, attempts })),
  fc.tuple(route, fc.constantFrom(200, 1000, 2000)).map(([id, timeoutMs]): Action => ({ type: 'set-timeout', route: id, timeoutMs })),
  route.map((id): Action => ({ type: 'add-fallback', route: id })),
  fc.constantFrom(0, 0.2, 0.5).map((share): Action => ({ type: 'shed', share })),
);

const judgements: fc.Arbitrary<Action> = fc.oneof(
  fc
    .tuple(idOf(brief.causes), confidence, fc.constantFrom('open', 'supported', 'weakened', 'excluded'), evidence)
    .map(([cause, sure, status, ids]): Action => ({
      type: 'hypothesis',
      cause,
      confidence: sure,
      status: status as 'open',
      evidence: ids,
    })),
  fc
    .tuple(idOf(brief.board.changed), idOf(brief.board.enters), idOf(brief.board.missed), confidence, evidence)
    .map(([changed, enters, missed, sure, ids]): Action => ({
      type: 'claim-cause',
      changed,
      enters,
      missed,
      confidence: sure,
      evidence: ids,
    })),
  fc.constantFrom('gateway.latency_p95_ms', 'store.fetch_p95_ms', 'no.such').map((metric): Action => ({ type: 'verify', metric })),
  evidence.map((ids): Action => ({ type: 'leave-alone', evidence: ids })),
);

const words: fc.Arbitrary<Action> = fc.oneof(
  fc.constant<Action>({ type: 'acknowledge' }),
  idOf(brief.system.colleagues).map((to): Action => ({ type: 'escalate', to })),
  fc.tuple(idOf(brief.system.colleagues), looks).map(([who, look]): Action => ({ type: 'ask-colleague', who, look })),
  fc
    .tuple(fc.subarray([...MESSAGE_BLOCKS], { minLength: 1 }), fc.option(idOf(brief.causes), { nil: undefined }))
    .map(([blocks, cause]): Action => ({ type: 'message', to: 'checkout-lead', blocks, ...(cause === undefined ? {} : { cause }) })),
);

/** Anything that a player could decide during an episode, also what will be refused. */
export const actions: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: looks },
  { weight: 3, arbitrary: changes },
  { weight: 2, arbitrary: judgements },
  { weight: 1, arbitrary: words },
);
