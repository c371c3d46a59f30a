import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/domain/action.ts';
import { hashValue } from '../../src/kernel/hash.ts';
import { decodeLink, encodeLink } from '../../src/run/link.ts';
import { recordFileSchema } from '../../src/run/record.ts';
import { recordFileOf, verify } from '../../src/run/replay.ts';
import { createRun, replayInto, type Run } from '../../src/run/run.ts';
import { anyLog, anySeed } from '../support/any-log.ts';
import { aScenario, VARIANTS } from '../support/a-scenario.ts';
import { playLog } from '../support/play.ts';

const LOGS = Number(process.env['FUZZ_LOGS'] ?? 25); // each is played more than once
const SEED = 20260406;
const scenario = aScenario();
const { ticks } = scenario.brief;
const variant = fc.constantFrom(...VARIANTS);
const moment = fc.integer({ min: 1, max: ticks - 1 });

/** Everything a finished run says of itself, in one hash: bit for bit, but for the order of an object's fields. */
function allOf(run: Run): string {
  const trace = run.trace();
  const { series, entries, evidence, conversation, impactEur } = trace;
  return hashValue([run.windowHashes(), run.record(), trace.finalHash, series, entries, evidence, conversation, impactEur]);
}

const finish = (run: Run, log: readonly LogEntry[]): Run => {
  replayInto(run, log, Infinity);
  return run;
};

const after = (log: readonly LogEntry[], tick: number): LogEntry[] => log.filter((entry) => entry.tick >= tick);

/** A run is forked, the one it came from goes another way for a while, and both forks end as the run does. */
function forked(cause: string, seed: string, log: readonly LogEntry[], tick: number): void {
  const run = createRun(scenario, { seed, variant: cause, windowHashes: true });
  replayInto(run, log, tick);
  const [fork, astray] = [run.fork(), run.fork()];
  astray.dispatch({ type: 'restart' });
  astray.advance(tick + 90);
  expect(fork.tick).toBe(tick);
  expect(allOf(finish(fork, after(log, tick)))).toBe(allOf(finish(run, after(log, tick))));
}

/** A finished run is taken up at an earlier tick: it stands as it stood then, and ends as it did. */
function takenUp(cause: string, seed: string, log: readonly LogEntry[], tick: number): void {
  const run = createRun(scenario, { seed, variant: cause, windowHashes: true });
  replayInto(run, log, tick);
  const then = structuredClone({ observation: run.observe(), menu: run.menu(), record: run.record() });
  const ended = allOf(finish(run, after(log, tick)));
  const again = run.forkAt(tick);
  expect({ observation: again.observe(), menu: again.menu(), record: again.record() }).toEqual(then);
  expect(allOf(finish(again, after(log, tick)))).toBe(ended);
}

/** A run goes through a link and a record file, and comes back the same. */
function kept(cause: string, seed: string, log: readonly LogEntry[]): void {
  const run = playLog(log, { seed, variant: cause });
  const trace = run.trace();
  const record = run.record();
  expect(decodeLink(encodeLink(record, trace.finalHash))).toEqual({ ok: true, record, finalHash: trace.finalHash });
  const file = recordFileSchema.parse(JSON.parse(JSON.stringify(recordFileOf(run))));
  expect(verify(scenario, file)).toEqual({ verified: true, finalHash: trace.finalHash });
}

describe('a run of any log', () => {
  it(`ends the same whether it is forked on the way, taken up at an earlier tick, or played from what was kept of it (${LOGS} logs, seed ${SEED})`, () => {
    fc.assert(
      fc.property(variant, anySeed, anyLog, moment, fc.constantFrom(forked, takenUp, kept), (cause, seed, log, tick, way) => {
        way(cause, seed, log, tick);
      }),
      { numRuns: LOGS, seed: SEED },
    );
  }, 1_800_000);

  it('taken up at a tick with a checkpoint and an action has the action still to come', () => {
    takenUp('deploy', '1', [{ tick: 600, action: { type: 'rollback' } }], 600);
  });
});
