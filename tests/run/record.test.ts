import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/domain/action.ts';
import { hashValue } from '../../src/kernel/hash.ts';
import { decodeLink, encodeLink } from '../../src/run/link.ts';
import { recordFileSchema, type RecordFile, type RunRecord } from '../../src/run/record.ts';
import { playedElsewhere, recordFileOf, verify } from '../../src/run/replay.ts';
import { createRun, playRecord } from '../../src/run/run.ts';
import { aScenario } from '../support/a-scenario.ts';
import { playLog } from '../support/play.ts';

const scenario = aScenario();
const LOG: LogEntry[] = [
  { tick: 905, action: { type: 'acknowledge' } },
  { tick: 910, action: { type: 'look-dashboard', dashboard: 'feature-store' } },
  { tick: 1000, action: { type: 'serve-cached', on: true } },
  { tick: 1300, action: { type: 'rebalance-partition' } },
  { tick: 2000, action: { type: 'resolve' } },
  { tick: 2000, action: { type: 'pick-preventions', items: ['circuit-breaker'] } },
];
const run = playLog(LOG, { seed: 'a-seed', variant: 'feature-store' });
const file: RecordFile = recordFileOf(run);
const copy = (): RecordFile => structuredClone(file);

describe('a record file', () => {
  it('has one hash a part every 60 ticks, and the form that files are checked for', () => {
    expect(recordFileSchema.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
    expect(file.hashes.map(({ tick }) => tick)).toEqual(Array.from({ length: 55 }, (_, i) => i * 60));
    for (const { parts } of file.hashes) expect(Object.keys(parts).sort()).toEqual(Object.keys(file.hashes[0]!.parts).sort());
    expect(Object.keys(file.hashes[0]!.parts)).toEqual(
      expect.arrayContaining(['traffic', 'serving', 'autoscaler', 'alerts', 'rollout', 'business']),
    );
  });

  it('verifies, again and again', () => {
    for (let i = 0; i < 2; i += 1) expect(verify(scenario, file)).toEqual({ verified: true, finalHash: file.finalHash });
  });

  it.each(['', 'a b', 'a\nVerified', 'ü', 'x'.repeat(65)])('is none with the seed %j, which nobody could play', (seed) => {
    const checked = recordFileSchema.safeParse({ ...copy(), seed });
    expect(checked.error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['seed'], 'expected 1 to 64 letters, digits, ".", "_" or "-"'],
    ]);
  });

  it('verifies where it says that it was played elsewhere, and says so', () => {
    const odd = { ...copy(), engine: '9.9.9', contentHash: '0000000000000000' };
    expect(verify(scenario, odd).verified).toBe(true);
    expect(playedElsewhere(scenario, odd)).toEqual({ engine: true, content: true });
    expect(playedElsewhere(scenario, { ...odd, engine: file.engine })).toEqual({ engine: false, content: true });
    expect(playedElsewhere(scenario, file)).toEqual({ engine: false, content: false });
  });

  it('names the first window and the part that were written otherwise', () => {
    for (const [window, part] of [[0, 'traffic'], [17, 'serving'], [54, 'business']] as const) {
      const tampered = copy();
      tampered.hashes[window]!.parts[part] = '0123456789abcdef';
      if (window < 54) tampered.hashes[54]!.parts['alerts'] = '0123456789abcdef';
      expect(verify(scenario, tampered)).toEqual({ verified: false, finalHash: file.finalHash, divergedAt: { tick: window * 60, part } });
    }
  }); // prettier-ignore

  it('names the window after the tick at which the log was changed', () => {
    const later = copy();
    later.log[2]!.tick = 1003;
    expect(verify(scenario, later)).toMatchObject({ verified: false, divergedAt: { tick: 1020 } });
    const without = copy();
    without.log.splice(3, 1);
    expect(verify(scenario, without)).toMatchObject({ verified: false, divergedAt: { tick: 1320, part: 'inputs' } });
    const other = copy();
    other.log[3]!.action = { type: 'rollback' };
    expect(verify(scenario, other)).toMatchObject({ verified: false, divergedAt: { tick: 1320 } });
  });

  it('names the first window of all where seed or cause were changed', () => {
    for (const change of [{ seed: 'another seed' }, { variant: 'upstream' }]) {
      const { verified, divergedAt } = verify(scenario, { ...copy(), ...change });
      expect(verified).toBe(false);
      expect(divergedAt!.tick).toBeLessThanOrEqual(540);
    }
    expect(verify(scenario, { ...copy(), seed: 'another seed' }).divergedAt).toEqual({ tick: 0, part: 'inputs' });
  });

  it('names the end where only that differs: what was decided after the last window', () => {
    const other = copy();
    other.log[5]!.action = { type: 'pick-preventions', items: [] };
    expect(verify(scenario, other).divergedAt).toEqual({ tick: 3300, part: 'final state' });
    expect(verify(scenario, { ...copy(), finalHash: '0000000000000000' }).divergedAt).toEqual({ tick: 3300, part: 'final state' });
  });

  it('cannot have fewer windows, or windows of another run, and still verify', () => {
    const cut = copy();
    cut.hashes.length = 0;
    cut.log[2]!.tick = 1003;
    expect(verify(scenario, cut).verified).toBe(false);
    const odd = copy();
    odd.hashes[3]!.tick = 181;
    expect(verify(scenario, odd)).toMatchObject({ verified: false, divergedAt: { tick: 181 } });
  });

  it('is of this scenario, its variants and its preventions, or says in one sentence what is wrong', () => {
    const wrong: [Partial<RunRecord>, RegExp][] = [
      [{ scenario: 'silent-schema' }, /^record: expected a run of "latency-spike", got one of "silent-schema"$/],
      [{ variant: 'sabotage' }, /^variant: expected one of deploy, .* for scenario "latency-spike", got "sabotage"$/],
      [{ preventions: ['prayer'] }, /^prevention: expected one of canary-latency-gate, .* for scenario "latency-spike", got "prayer"$/],
      [
        {
          log: [
            { tick: 900, action: { type: 'acknowledge' } },
            { tick: 3301, action: { type: 'rollback' } },
          ],
        },
        /^record log\[1\]\.tick: expected at most 3300, the last tick of "latency-spike", got 3301$/,
      ],
    ];
    for (const [change, says] of wrong) expect(() => playRecord(scenario, { ...run.record(), ...change })).toThrow(says);
  });
});

describe('the form of a record file', () => {
  const faulty: Readonly<Record<string, unknown>> = {
    nothing: undefined,
    null: null,
    'a list': [],
    'another format': { ...file, format: 2 },
    'a seed that is no text': { ...file, seed: 7 },
    'an empty seed': { ...file, seed: '' },
    'a field too many': { ...file, cheat: true },
    'a tick that is no whole number': { ...file, log: [{ tick: 0.5, action: { type: 'rollback' } }] },
    'a tick below zero': { ...file, log: [{ tick: -1, action: { type: 'rollback' } }] },
    'a tick beyond any episode': { ...file, log: [{ tick: 5001, action: { type: 'rollback' } }] },
    'an action that is none': { ...file, log: [{ tick: 1, action: { type: 'pray' } }] },
    'an action with a field too many': { ...file, log: [{ tick: 1, action: { type: 'rollback', now: true } }] },
    'a number that is none': { ...file, log: [{ tick: 1, action: { type: 'scale', replicas: NaN } }] },
    'more entries than anyone makes': { ...file, log: Array.from({ length: 2001 }, () => ({ tick: 1, action: { type: 'rollback' } })) },
    'a hash that is none': { ...file, finalHash: 'f00' },
    'a window hash that is none': { ...file, hashes: [{ tick: 0, parts: { traffic: 'zz' } }] },
  };
  for (const [what, value] of Object.entries(faulty))
    it(`does not take ${what}, and says where`, () => {
      const checked = recordFileSchema.safeParse(value);
      expect(checked.success).toBe(false);
      expect(checked.error!.issues[0]!.message.length).toBeGreaterThan(5);
    });
});

describe('a run and its record', () => {
  it('do not depend on how it was played: in one go, tick by tick, or watched all the time', () => {
    const watched = playLog([], { seed: 'a-seed', variant: 'feature-store' }).forkAt(0);
    for (const { tick, action } of LOG) {
      while (watched.tick < tick) {
        watched.advance(watched.tick + 1);
        if (watched.tick % 50 === 0) hashValue([watched.observe(), watched.menu(), watched.monitoring().gauges.map(({ value }) => value)]);
      }
      watched.dispatch(action);
      watched.observe();
    }
    expect(recordFileOf(watched)).toEqual(file);
  });

  it('have the final hash in a link, and nothing on the way', () => {
    const decoded = decodeLink(encodeLink(run.record(), file.finalHash));
    if (!decoded.ok) throw new Error(decoded.reason);
    expect(verify(scenario, decoded)).toEqual({ verified: true, finalHash: file.finalHash });
    const wrong = { record: { ...decoded.record, log: decoded.record.log.slice(1) }, finalHash: decoded.finalHash };
    expect(verify(scenario, wrong)).toMatchObject({ verified: false, divergedAt: { tick: 3300, part: 'final state' } });
  });

  it('keep what was refused, and refuse it again', () => {
    const log: LogEntry[] = [...LOG.slice(0, 3), { tick: 1100, action: { type: 'serve-cached', on: true } }];
    const first = playLog(log, { seed: '1', variant: 'traffic' });
    expect(first.trace().entries.map(({ outcome }) => outcome.accepted)).toEqual([true, true, true, false]);
    expect(playRecord(scenario, first.record()).finalHash()).toBe(first.finalHash());
    expect(playLog(log.slice(0, 3), { seed: '1', variant: 'traffic' }).finalHash()).not.toBe(first.finalHash());
  });

  it('without a forced variant are of the one that the seed picks, as often as any other', () => {
    const counts = new Map<string, number>();
    for (let seed = 1; seed <= 400; seed += 1) {
      const { variant } = createRun(scenario, { seed: String(seed) });
      counts.set(variant, (counts.get(variant) ?? 0) + 1);
    }
    expect(counts.size).toBe(4);
    for (const count of counts.values()) expect(Math.abs(count - 100)).toBeLessThan(30);
  });
});

describe('the costliest records that the form allows', () => {
  const full = (action: (i: number) => LogEntry['action']): LogEntry[] => Array.from({ length: 2000 }, (_, i) => ({ tick: 1 + Math.floor(i * 1.6), action: action(i) })); // prettier-ignore
  const costly: Readonly<Record<string, LogEntry[]>> = {
    'a new timeout every two seconds': full((i) => ({ type: 'set-timeout', route: 'merchant-risk', timeoutMs: 10 + ((i * 13) % 29_000) })),
    'another number of pods every two seconds': full((i) => ({ type: 'scale', replicas: 1 + ((i * 37) % 64) })),
    'look after look': full(() => ({ type: 'look-trace', pick: 'slow' })),
  };
  for (const [what, log] of Object.entries(costly))
    it(`play to their end: ${what}`, () => {
      const played = playLog(log, { seed: '1', variant: 'upstream' });
      expect(played.trace().entries).toHaveLength(2000);
      expect(Number.isFinite(played.trace().impactEur)).toBe(true);
    }, 10_000);
});
