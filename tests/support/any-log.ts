import fc from 'fast-check';
import { DASHBOARDS, MESSAGE_BLOCKS, type Action, type Change, type LogEntry, type Look } from '../../src/domain/action.ts';
import { aScenario } from './a-scenario.ts';

const { brief, system } = aScenario();
const idOf = (list: readonly { readonly id: string }[]): fc.Arbitrary<string> => fc.constantFrom(...list.map(({ id }) => id));
const evidence = fc.uniqueArray(
  fc.integer({ min: 1, max: 9 }).map((n) => `E${n}`),
  { maxLength: 4 },
);
const confidence = fc.integer({ min: 0, max: 100 });
const expect = fc.constantFrom<Change['expect'][]>('lower', 'same', 'higher', undefined, undefined);
const route = idOf(system.routes);
const version = idOf(system.versions);

const looks: fc.Arbitrary<Look> = fc.oneof(
  fc
    .constantFrom(...DASHBOARDS.slice(0, DASHBOARDS.indexOf('drift') + 1))
    .map((dashboard): Look => ({ type: 'look-dashboard', dashboard })),
  idOf(system.stations).map((station): Look => ({ type: 'look-logs', station })),
  fc.constantFrom<Look>(
    { type: 'look-trace', pick: 'slow' },
    { type: 'look-trace', pick: 'typical' },
    { type: 'look-changes' },
    { type: 'look-alerts' },
  ),
);

const plain = fc.constantFrom<Change>({ type: 'rollback' }, { type: 'restart' }, { type: 'rebalance-partition' }, { type: 'retrain' });
const changes: fc.Arbitrary<Change> = fc
  .tuple(
    fc.oneof(
      { weight: 4, arbitrary: plain },
      { weight: 1, arbitrary: fc.tuple(version, fc.double({ min: 0, max: 1, noNaN: true })).map(([id, share]): Change => ({ type: 'shift-traffic', version: id, share })) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }).map((replicas): Change => ({ type: 'scale', replicas })) },
      { weight: 1, arbitrary: fc.tuple(route, fc.constantFrom('forced-open', 'automatic', 'off')).map(([id, mode]): Change => ({ type: 'set-breaker', route: id, mode: mode as 'off' })) },
      { weight: 2, arbitrary: fc.boolean().map((on): Change => ({ type: 'serve-cached', on })) },
      { weight: 1, arbitrary: fc.tuple(route, fc.integer({ min: 10, max: 4000 })).map(([id, timeoutMs]): Change => ({ type: 'set-timeout', route: id, timeoutMs })) },
      { weight: 3, arbitrary: fc.tuple(route, fc.integer({ min: 1, max: 5 })).map(([id, attempts]): Change => ({ type: 'set-retries', route: id, attempts })) },
      { weight: 1, arbitrary: fc.double({ min: 0, max: 0.95, noNaN: true }).map((share): Change => ({ type: 'shed', share })) },
      { weight: 1, arbitrary: version.map((id): Change => ({ type: 'repoint-champion', version: id })) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 32 }).map((max): Change => ({ type: 'raise-max-replicas', max })) },
      { weight: 1, arbitrary: route.map((id): Change => ({ type: 'add-fallback', route: id })) },
    ),
    expect,
  )
  .map(([change, expected]) => (expected === undefined ? change : { ...change, expect: expected })); // prettier-ignore

const judgements: fc.Arbitrary<Action> = fc.oneof(
  fc
    .tuple(idOf(brief.causes), confidence, fc.constantFrom('open', 'supported', 'weakened', 'excluded'), evidence)
    .map(([cause, sure, status, ids]): Action => ({ type: 'hypothesis', cause, confidence: sure, status: status as 'open', evidence: ids })),
  fc
    .tuple(idOf(brief.board.changed), idOf(brief.board.enters), idOf(brief.board.missed), confidence, evidence)
    .map(([changed, enters, missed, sure, ids]): Action => ({ type: 'claim-cause', changed, enters, missed, confidence: sure, evidence: ids })),
  fc.constantFrom('gateway.latency_p95_ms', 'store.fetch_p95_ms', 'no.such').map((metric): Action => ({ type: 'verify', metric })),
  evidence.map((ids): Action => ({ type: 'leave-alone', evidence: ids })),
  fc.constantFrom<Action>({ type: 'take-back' }, { type: 'take-back' }, { type: 'setting', key: 'speed', value: 4 }),
); // prettier-ignore

const words: fc.Arbitrary<Action> = fc.oneof(
  fc.constant<Action>({ type: 'acknowledge' }),
  idOf(brief.system.colleagues).map((to): Action => ({ type: 'escalate', to })),
  fc.tuple(idOf(brief.system.colleagues), looks).map(([who, look]): Action => ({ type: 'ask-colleague', who, look })),
  fc
    .tuple(fc.subarray([...MESSAGE_BLOCKS], { minLength: 1 }), fc.option(idOf(brief.causes), { nil: undefined }), fc.option(idOf(brief.questions[0]!.options), { nil: undefined }))
    .map(([blocks, cause, option]): Action => ({
      type: 'message',
      to: 'checkout-lead',
      blocks,
      ...(cause === undefined ? {} : { cause }),
      ...(option === undefined ? {} : { option }),
    })),
); // prettier-ignore

const afterwards: fc.Arbitrary<Action> = fc.oneof(
  fc.subarray(brief.preventions.map(({ id }) => id), { maxLength: 3 }).map((items): Action => ({ type: 'pick-preventions', items })),
  fc.constantFrom('person', 'condition').map((side): Action => ({
    type: 'review',
    statements: Object.fromEntries(brief.review.map(({ id }) => [id, side as 'person'])),
  })),
  fc.constant<Action>({ type: 'resolve' }),
); // prettier-ignore

/** Anything that a player could decide, also what will be refused. */
export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: changes },
  { weight: 3, arbitrary: looks },
  { weight: 2, arbitrary: judgements },
  { weight: 1, arbitrary: words },
);

const tick = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 0, max: brief.ticks + 50 }) },
  { weight: 3, arbitrary: fc.integer({ min: 480, max: 2600 }) },
);

const entry = fc.tuple(tick, anyAction).map(([at, action]): LogEntry => ({ tick: at, action }));
const lateEntry = fc
  .tuple(fc.integer({ min: 1500, max: brief.ticks + 50 }), afterwards)
  .map(([at, action]): LogEntry => ({ tick: at, action }));

/** A log in order of ticks: acts at any time, and sometimes an end with what comes after it. */
export const anyLog: fc.Arbitrary<LogEntry[]> = fc
  .tuple(fc.array(entry, { minLength: 1, maxLength: 24, size: 'max' }), fc.array(lateEntry, { maxLength: 3 }))
  .map(([acts, late]) => [...acts, ...late].sort((a, b) => a.tick - b.tick));

export const anySeed: fc.Arbitrary<string> = fc.integer({ min: 1, max: 100_000 }).map(String);
