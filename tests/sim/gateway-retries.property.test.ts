import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/domain/action.ts';
import { cellAt, SUM, WIDTH } from '../../src/parts/model-server/cells.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { setUp } from '../../src/sim/setup.ts';
import type { World } from '../../src/sim/serving/world.ts';
import { anyLog, anySeed } from '../support/any-log.ts';
import { aScenario, VARIANTS, withoutFaults, withRoute, withSettings } from '../support/a-scenario.ts';
import { playWorld, waiting } from '../support/play-world.ts';

const LOGS = Math.round(Number(process.env['FUZZ_LOGS'] ?? 300) / 20);
const SEED = 20260407;
const PATIENCE_MS = fc.constantFrom(900, 1700, 3000); // below and above the queue's own deadline of 1.8 s

/** The shipped scenario, where the gateway may be told to try again. */
const open = withRoute(aScenario(), { id: 'fraud-api', name: 'Scoring', station: 'fraud-api' });
const retrying = (attempts: number, clientTimeoutMs: number, scenario: Scenario = open): Scenario =>
  withSettings(scenario, { 'gateway.attempts': attempts, 'gateway.clientTimeoutMs': clientTimeoutMs, 'gateway.retryBudgetShare': null });

const anyRetries: fc.Arbitrary<LogEntry> = fc
  .tuple(fc.integer({ min: 0, max: 2600 }), fc.integer({ min: 1, max: 5 }))
  .map(([tick, attempts]) => ({ tick, action: { type: 'set-retries', route: 'fraud-api', attempts } }));
const anyRetryLog = fc
  .tuple(anyLog, fc.array(anyRetries, { maxLength: 5 }))
  .map(([log, more]) => [...log, ...more].sort((a, b) => a.tick - b.tick));

const onTheirWay = (world: World): number => world.state.parts.serving.ring.due.reduce((sum, amount) => sum + amount, 0);

function check(ok: boolean, says: () => string): void {
  if (!ok) throw new Error(says());
}

describe('a gateway that tries again', () => {
  it(`accounts for every attempt, however often it is told how many to make (${LOGS} logs, seed ${SEED})`, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VARIANTS),
        anySeed,
        anyRetryLog,
        fc.integer({ min: 1, max: 4 }),
        PATIENCE_MS,
        (variant, seed, log, attempts, patience) => {
          playWorld(setUp(retrying(attempts, patience), seed, variant, []), log, (world) => {
            const { totals } = world.state.parts.serving;
            const failed = totals.shedDeadline + totals.shedFull + totals.storeRefused + totals.noBackend + totals.lostAtRestart;
            const ended = totals.answered + failed + totals.expired + waiting(world);
            const came = totals.first - totals.shedAtGateway + totals.retries;
            const at = `tick ${world.state.tick}`;
            check(
              Math.abs(totals.attempts - ended) <= 1e-6 * totals.attempts,
              () => `${totals.attempts} attempts, ${ended} accounted for at ${at}`,
            );
            check(
              Math.abs(totals.attempts - came) <= 1e-6 * totals.attempts,
              () => `${totals.attempts} attempts of ${came} that came at ${at}`,
            );
          });
        },
      ),
      { numRuns: LOGS, seed: SEED },
    );
  }, 1_800_000);

  it(`answers every client in time, gives up on it, tries again or still waits (${LOGS} logs, seed ${SEED})`, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VARIANTS),
        anySeed,
        anyLog,
        fc.integer({ min: 2, max: 4 }),
        PATIENCE_MS,
        (variant, seed, log, attempts, patience) => {
          playWorld(
            setUp(retrying(attempts, patience, aScenario()), seed, variant, []),
            log.filter(({ action }) => action.type !== 'restart'),
            (world) => {
              const { totals, groups } = world.state.parts.serving;
              let watched = 0; // what waits and whose client waits too
              for (const { cells, count } of groups)
                for (let k = 0; k < cells.count; k += 1) {
                  const i = cellAt(cells, k);
                  if (cells.fired[i] === 0) watched += cells.edges[i * WIDTH + SUM]! * count;
                }
              const clients = totals.first - totals.shedAtGateway;
              const ended = totals.inTime + totals.abandoned + onTheirWay(world) + watched;
              check(
                Math.abs(clients - ended) <= 1e-6 * clients,
                () => `${clients} clients, ${ended} accounted for at tick ${world.state.tick}`,
              );
            },
          );
        },
      ),
      { numRuns: LOGS, seed: SEED },
    );
  }, 1_800_000);

  it('lets retries that are on their way arrive, also when it has been told to make no more', () => {
    const log: LogEntry[] = [
      { tick: 100, action: { type: 'restart' } },
      { tick: 150, action: { type: 'set-retries', route: 'fraud-api', attempts: 1 } },
    ];
    const { world } = playWorld(setUp(retrying(3, 3000, withoutFaults(open)), '1', 'traffic', []), log);
    expect(onTheirWay(world)).toBe(0);
    expect(world.state.parts.serving.totals.retries).toBeGreaterThan(1000);
  });
});
