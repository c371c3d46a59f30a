import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isChange, type LogEntry } from '../../src/domain/action.ts';
import { hashValue } from '../../src/kernel/hash.ts';
import { at as counterAt, BUCKETS } from '../../src/sim/serving/counters.ts';
import { setUp } from '../../src/sim/setup.ts';
import type { World } from '../../src/sim/serving/world.ts';
import { hashParts } from '../../src/sim/world.ts';
import { anyLog, anySeed } from '../support/any-log.ts';
import { aScenario, VARIANTS } from '../support/a-scenario.ts';
import { playWorld, waiting } from '../support/play-world.ts';
import { FOUND } from './found.ts';

const LOGS = Number(process.env['FUZZ_LOGS'] ?? 300);
const SEED = 20260405;
const scenario = aScenario();

/** Series that always have a reading; the others have none while nothing is answered, called or served by a version. */
const ALWAYS =
  /^(gateway\.|model\.(cpu_share|workers_busy_share|queue_wait_ms|replicas|pods\{.*\})$|autoscaler\.|store\.(fetch_p95_ms|pool_wait_ms|connections|load_factor)|business\.|drift\.)/;
const SHARE = /_share(\{|$)/;

// Millions of checks: an `expect` for each would take longer than the worlds.
function check(ok: boolean, says: () => string): void {
  if (!ok) throw new Error(says());
}

const near = (a: number, b: number, of: number): boolean => Math.abs(a - b) <= 1e-6 * of;

/** Every attempt is answered, has failed in one way, or waits; every request that came is an attempt or was shed. */
function conserved(world: World): void {
  const { totals } = world.state.parts.serving;
  const failed = totals.shedDeadline + totals.shedFull + totals.storeRefused + totals.noBackend + totals.lostAtRestart;
  const ended = totals.answered + failed + waiting(world);
  check(
    near(totals.attempts, ended, totals.attempts),
    () => `${totals.attempts} attempts, ${ended} accounted for at tick ${world.state.tick}`,
  );
  const came = totals.first - totals.shedAtGateway + totals.retries;
  check(near(came, totals.attempts, totals.attempts), () => `${came} came, ${totals.attempts} attempts at tick ${world.state.tick}`);
}

/** What a scrape has just written, and the histogram it read it from. */
function scraped(world: World): void {
  const { state, series, totals, catalogue } = world;
  const { serving, stakeholder } = state.parts;
  const at = `tick ${state.tick}`;
  for (const { key } of catalogue.metrics) {
    const value = series.at(key, state.tick);
    const reads = (): string => `${key} reads ${value} at ${at}`;
    check(ALWAYS.test(key) ? Number.isFinite(value) : Math.abs(value) !== Infinity, reads);
    check(!(value < 0), reads);
    if (SHARE.test(key)) check(!(value > 1 + 1e-9), reads);
  }
  const p = (q: number): number => series.at(`gateway.latency_p${q}_ms`, state.tick);
  check(p(50) <= p(95) && p(95) <= p(99), () => `p50 ${p(50)}, p95 ${p(95)}, p99 ${p(99)} at ${at}`);
  const { data, newest, width } = world.rig.counters;
  const row = data.subarray(newest * width, (newest + 1) * width);
  const monotone = (from: number): number => {
    for (let b = from + 1; b < from + BUCKETS; b += 1)
      check(row[b]! >= row[b - 1]! - 1e-6, () => `bucket ${b - from} falls from ${row[b - 1]} to ${row[b]} at ${at}`);
    return row[from + BUCKETS - 1]!;
  };
  monotone(counterAt.failures);
  let answered = 0;
  serving.meters.forEach((_, m) => (answered += monotone(counterAt.meter(m))));
  check(near(answered, serving.totals.answered, answered), () => `${serving.totals.answered} answered, ${answered} in buckets at ${at}`);
  check(stakeholder.trust >= 0 && stakeholder.trust <= 100, () => `trust ${stakeholder.trust} at ${at}`);
  const impact = totals.column('impactEur');
  const last = impact.length - 1;
  check(Number.isFinite(impact[last]) && (last === 0 || impact[last]! >= impact[last - 1]!), () => `impact ${impact[last]} at ${at}`);
}

/** What has been recorded and seen so far: later ticks add to it and never change it. */
const past = (world: World, tick: number): unknown => {
  const rows = world.series.countTo(tick);
  return {
    series: world.series.keys.map((key) => Array.from(world.series.column(key).subarray(0, rows))),
    totals: world.totals.keys.map((key) => Array.from(world.totals.column(key).subarray(0, rows))),
    evidence: world.ledger.evidence.filter((piece) => piece.tick < tick),
    happened: world.ledger.happened.filter((entry) => entry.tick < tick),
    conversation: world.ledger.conversation.filter((line) => line.tick < tick),
  };
};

describe('a world under any log', () => {
  it(`keeps every request, orders its percentiles, never loses a number and never changes the past (${LOGS} logs, seed ${SEED})`, () => {
    const changes = { all: 0, accepted: 0 };
    const logsWith = new Map<string, number>(Object.keys(aScenario().system.delays).map((type) => [type, 0]));
    let logs = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...VARIANTS),
        anySeed,
        anyLog,
        fc.integer({ min: 1, max: scenario.brief.ticks }),
        (variant, seed, log: LogEntry[], tick) => {
          let then = '';
          const setup = setUp(scenario, seed, variant, []);
          const { world, outcomes } = playWorld(setup, log, (now) => {
            conserved(now);
            if (now.state.tick % now.scrapeTicks === 0) scraped(now);
            if (now.state.tick === tick) then = hashValue(past(now, tick));
          });
          expect(world.state.tick).toBe(scenario.brief.ticks);
          expect(hashValue(past(world, tick)), `what was recorded before tick ${tick} has changed since`).toBe(then);
          expect(outcomes).toHaveLength(log.length);
          for (const hash of Object.values(hashParts(world))) expect(hash).toMatch(/^[0-9a-f]{16}$/);
          logs += 1;
          const taken = new Set<string>();
          log.forEach(({ action }, i) => {
            if (!isChange(action)) return;
            changes.all += 1;
            if (!outcomes[i]!.accepted) return;
            changes.accepted += 1;
            taken.add(action.type);
          });
          for (const type of taken) logsWith.set(type, logsWith.get(type)! + 1);
        },
      ),
      { numRuns: LOGS, seed: SEED, examples: [...FOUND] },
    );
    const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
    const occurs = [...logsWith].map(([type, count]) => ({ type, share: count / logs }));
    console.log(
      `${logs} logs, ${changes.all} changes, ${percent(changes.accepted / changes.all)} accepted; logs with an accepted one: ${occurs.map(({ type, share }) => `${type} ${percent(share)}`).join(', ')}`,
    );
    expect(changes.accepted / changes.all).toBeGreaterThanOrEqual(0.5);
    for (const { type, share } of occurs) expect(share, type).toBeGreaterThanOrEqual(0.05);
  }, 1_800_000);
});
