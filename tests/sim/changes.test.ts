import { describe, expect, it } from 'vitest';
import type { Action, Change, LogEntry, Outcome } from '../../src/domain/action.ts';
import { setUp } from '../../src/sim/setup.ts';
import { hashParts } from '../../src/sim/world.ts';
import { aScenario, VARIANTS, withoutFaults } from '../support/a-scenario.ts';
import { paged } from '../support/play.ts';
import { playWorld } from '../support/play-world.ts';

const at = (tick: number, action: Action): LogEntry => ({ tick, action });
const reasonOf = (outcome: Outcome): string => (outcome.accepted ? 'accepted' : outcome.reason);

describe('when a change takes effect', () => {
  it('does not depend on what else was decided before it', () => {
    const words: LogEntry[] = [
      at(500, { type: 'look-alerts' }),
      at(700, { type: 'hypothesis', cause: 'heavy-model', confidence: 50, status: 'open', evidence: [] }),
      at(950, { type: 'message', to: 'checkout-lead', blocks: ['impact'] }),
    ];
    const scale = at(1000, { type: 'scale', replicas: 12 });
    const setup = setUp(aScenario(), '7', 'deploy', []);
    const plain = playWorld(setup, [scale]);
    const wordy = playWorld(setup, [...words, scale]);
    expect(wordy.outcomes[3]).toEqual(plain.outcomes[0]);
    const { stakeholder: _a, charts: _b, ...physical } = hashParts(plain.world);
    const { stakeholder: _c, charts: _d, ...other } = hashParts(wordy.world);
    expect(other).toEqual(physical);
  });

  it('is the same for two changes asked for at once, in either order', () => {
    const setup = setUp(aScenario(), '7', 'deploy', []);
    const both: LogEntry[] = [at(1000, { type: 'shed', share: 0.1 }), at(1000, { type: 'rollback' })];
    const one = playWorld(setup, both).outcomes;
    const other = playWorld(setup, [...both].reverse()).outcomes;
    expect([...other].reverse()).toEqual(one);
  });

  it('lies within the bounds of the system, for every type of change', () => {
    const { delays } = aScenario().system;
    const routes = { route: 'merchant-risk' } as const;
    const all: Change[] = [
      { type: 'rollback' },
      { type: 'shift-traffic', version: 'v41', share: 0.6 },
      { type: 'scale', replicas: 9 },
      { type: 'restart' },
      { type: 'set-breaker', ...routes, mode: 'automatic' },
      { type: 'serve-cached', on: true },
      { type: 'set-timeout', ...routes, timeoutMs: 300 },
      { type: 'set-retries', ...routes, attempts: 2 },
      { type: 'shed', share: 0.1 },
      { type: 'repoint-champion', version: 'v41' },
      { type: 'rebalance-partition' },
      { type: 'raise-max-replicas', max: 12 },
      { type: 'add-fallback', ...routes },
      { type: 'retrain' },
    ];
    for (const variant of VARIANTS)
      for (const action of all) {
        const run = paged(variant);
        const outcome = run.dispatch(action);
        if (!outcome.accepted) throw new Error(`${action.type}: ${outcome.reason}`);
        const { from, to } = delays[action.type]!;
        expect(outcome.effectTick - run.tick, action.type).toBeGreaterThanOrEqual(from);
        expect(outcome.effectTick - run.tick, action.type).toBeLessThanOrEqual(to);
      }
  });
});

describe('a change that cannot be made', () => {
  const refused = (action: Change, before: readonly Change[] = [], wait = 60): string => {
    const run = paged('traffic');
    for (const change of before) {
      expect(run.dispatch(change).accepted).toBe(true);
      run.advance(run.tick + wait);
    }
    return reasonOf(run.dispatch(action));
  };

  it('says why, and is a value', () => {
    expect(refused({ type: 'scale', replicas: 6 })).toBe('the deployment already asks for 6 replicas');
    expect(refused({ type: 'raise-max-replicas', max: 6 })).toBe('the maximum is already 6');
    expect(refused({ type: 'raise-max-replicas', max: 3 })).toBe('the maximum cannot be below the minimum, 6');
    expect(refused({ type: 'set-retries', route: 'feature-store', attempts: 2 })).toBe('feature fetches are not retried');
    expect(refused({ type: 'set-timeout', route: 'nowhere', timeoutMs: 50 })).toMatch(/^there is no route "nowhere"; expected one of /);
    expect(refused({ type: 'shift-traffic', version: 'v99', share: 0.5 })).toMatch(/^there is no version "v99"; expected one of /);
    expect(refused({ type: 'rollback' }, [{ type: 'rollback' }])).toBe('the deployment has been rolled back already');
    expect(refused({ type: 'rebalance-partition' }, [{ type: 'rebalance-partition' }], 400)).toBe('the partition has been split already');
  });

  it('is under way already, whatever its fields are called first and whatever was expected of it', () => {
    const first: Change = { type: 'set-timeout', route: 'merchant-risk', timeoutMs: 300 };
    const again = { timeoutMs: 300, expect: 'lower', route: 'merchant-risk', type: 'set-timeout' } as const;
    expect(refused(again, [first], 0)).toBe('this change is already under way');
    expect(refused({ ...first, timeoutMs: 301 }, [first], 0)).toBe('accepted');
  });
});

describe('a change that is taken back', () => {
  const settings = (run: ReturnType<typeof paged>): unknown => run.menu().changes.map(({ action, refusal }) => [action, refusal]);

  it('leaves the settings as they were, before and after its effect', () => {
    const changes: Change[] = [
      { type: 'scale', replicas: 12 },
      { type: 'serve-cached', on: true },
      { type: 'set-timeout', route: 'merchant-risk', timeoutMs: 200 },
      { type: 'set-retries', route: 'merchant-risk', attempts: 1 },
      { type: 'shed', share: 0.2 },
      { type: 'raise-max-replicas', max: 16 },
      { type: 'set-breaker', route: 'merchant-risk', mode: 'forced-open' },
    ];
    for (const change of changes)
      for (const wait of [1, 60]) {
        const run = paged('upstream');
        const before = settings(run);
        expect(run.dispatch(change).accepted).toBe(true);
        run.advance(run.tick + wait);
        expect(run.observe().pending.length).toBe(wait === 1 ? 1 : 0);
        expect(run.dispatch({ type: 'take-back' })).toEqual({ accepted: true, effectTick: run.tick });
        expect(settings(run), `${change.type} after ${wait} s`).toEqual(before);
        expect(run.observe().pending).toEqual([]);
      }
  });

  it('has then no effect on the physical world, where it was still on its way', () => {
    for (const change of [{ type: 'rollback' }, { type: 'restart' }, { type: 'repoint-champion', version: 'v41' }] as const) {
      const setup = setUp(aScenario(), '3', 'feature-store', []);
      const { world, outcomes } = playWorld(setup, [at(1000, change), at(1002, { type: 'take-back' })]);
      expect(outcomes.map(({ accepted }) => accepted)).toEqual([true, true]);
      const { charts: _a, ...physical } = hashParts(world);
      const { charts: _b, ...untouched } = hashParts(playWorld(setup, []).world);
      expect(physical).toEqual(untouched);
    }
  });

  it('is refused where there is none, or where its effect cannot be undone', () => {
    const run = paged('deploy');
    expect(reasonOf(run.dispatch({ type: 'take-back' }))).toBe('there is no change to take back');
    run.dispatch({ type: 'rollback' });
    run.advance(run.tick + 60);
    expect(reasonOf(run.dispatch({ type: 'take-back' }))).toMatch(/^"Roll back to .*" cannot be taken back once it has taken effect$/);
  });
});

describe('figures of an ordinary night', () => {
  it('read as they should from the first scrape on', () => {
    const { world } = playWorld(setUp(withoutFaults(aScenario()), '5', 'traffic', []), []);
    for (const tick of [15, 30, 45, 60, 900]) {
      expect(Math.abs(world.series.at('gateway.request_rate', tick) / 900 - 1), `request rate at ${tick}`).toBeLessThan(0.03);
      expect(world.series.at('model.replicas', tick)).toBe(6);
    }
    for (const { key, normal } of world.catalogue.metrics) {
      const values = Array.from(world.series.column(key)).filter((value) => Number.isFinite(value));
      const inside = values.filter((value) => value >= normal.low - 1e-9 && value <= normal.high + 1e-9).length;
      if (!/\{v4[02]\}|drift|false_positive/.test(key))
        expect(inside / values.length, `${key} within its normal band`).toBeGreaterThan(0.95);
    }
    expect(world.ledger.pageTick).toBeNull();
    expect(world.totals.at('impactEur', 3300)).toBeLessThan(60);
  });

  it('show trust that is gone as nought', () => {
    const run = paged('deploy');
    for (let i = 0; i < 9; i += 1) run.dispatch({ type: 'message', to: 'checkout-lead', blocks: ['known'], cause: 'heavy-model' });
    const now = run.tick;
    run.advance(now + 30);
    expect(run.observe().trust).toBe(0);
    expect(run.trace().trustAt(now + 30)).toBe(0);
    expect(run.trace().trustAt(0)).toBeGreaterThan(50);
  });
});
