import { describe, expect, it } from 'vitest';
import type { Action, LogEntry } from '../../src/domain/action.ts';
import { setUp } from '../../src/sim/setup.ts';
import type { Settings } from '../../src/scenario/system.ts';
import { aScenario, withoutFaults, withRoute, withSettings } from '../support/a-scenario.ts';
import { playWorld } from '../support/play-world.ts';

const TRIGGER_TICK = 300;
const calm = withRoute(withoutFaults(aScenario()), { id: 'fraud-api', name: 'Scoring', station: 'fraud-api' });
const IMPATIENT: Settings = { 'gateway.clientTimeoutMs': 1000, 'gateway.retryBudgetShare': null }; // they give up before the queue's deadline

interface Second {
  readonly goodput: number; // clients answered in time, per client; as far as the gateway tries again
  readonly p95Ms: number;
}

/** What a second of a world looks like. */
function secondAt(settings: Settings, log: readonly LogEntry[], tick: number): Second {
  let goodput = NaN;
  let before = { first: 0, inTime: 0 };
  const { world } = playWorld(
    setUp(withSettings(calm, { ...IMPATIENT, ...settings }), '1', 'traffic', []),
    log,
    ({ state }) => {
      const { first, inTime } = state.parts.serving.totals;
      goodput = (inTime - before.inTime) / (first - before.first);
      before = { first, inTime };
    },
    tick,
  );
  return { goodput, p95Ms: world.series.at('gateway.latency_p95_ms', tick) };
}
const goodputAt = (settings: Settings, log: readonly LogEntry[], tick: number): number => secondAt(settings, log, tick).goodput;

const at = (tick: number, action: Action): LogEntry => ({ tick, action });
const TRIGGER = at(TRIGGER_TICK, { type: 'restart' }); // every pod away for a minute; nothing else is ever wrong

describe('a retry storm in the whole world', () => {
  it('stays when its trigger is over: the same load is served before and not after', () => {
    const four: Settings = { 'gateway.attempts': 4 };
    expect(goodputAt(four, [TRIGGER], TRIGGER_TICK)).toBeGreaterThan(0.99);
    expect(goodputAt(four, [TRIGGER], 1500)).toBeLessThan(0.2);
    expect(goodputAt(four, [TRIGGER], 3300)).toBeLessThan(0.2);
  });

  it('does not stay without retries, with a retry budget, or without its trigger', () => {
    expect(goodputAt({ 'gateway.attempts': 4 }, [], 1500)).toBeGreaterThan(0.99);
    expect(goodputAt({ 'gateway.attempts': 4, 'gateway.retryBudgetShare': 0.1 }, [TRIGGER], 1500)).toBeGreaterThan(0.99);
    expect(secondAt({ 'gateway.attempts': 1 }, [TRIGGER], 1500).p95Ms).toBeLessThan(200);
  });

  it('ends when the gateway is told to ask once, and does not come back', () => {
    const cured = [TRIGGER, at(1500, { type: 'set-retries', route: 'fraud-api', attempts: 1 })];
    const back = [...cured, at(2000, { type: 'set-retries', route: 'fraud-api', attempts: 4 })];
    expect(goodputAt({ 'gateway.attempts': 4 }, back, 1500)).toBeLessThan(0.2);
    expect(goodputAt({ 'gateway.attempts': 4 }, back, 3300)).toBeGreaterThan(0.99);
  });
});
