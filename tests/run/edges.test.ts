import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashValue } from '../../src/kernel/hash.ts';
import { fromBase64Url, toBase64Url } from '../../src/run/base64url.ts';
import { decodeLink, encodeLink } from '../../src/run/link.ts';
import { recordFileSchema, recordSchema } from '../../src/run/record.ts';
import { createRun, replayInto, type Run } from '../../src/run/run.ts';
import { aScenario } from '../support/a-scenario.ts';

const scenario = aScenario();
const { ticks } = scenario.brief;
const HASH = '0123456789abcdef';
const begin = (more: Partial<Parameters<typeof createRun>[1]> = {}): Run => createRun(scenario, { seed: '3', variant: 'deploy', ...more });

describe('bytes as text', () => {
  it('are those of RFC 4648, with the letters that are safe in an address and without padding', () => {
    const vectors: [string, string][] = [['', ''], ['f', 'Zg'], ['fo', 'Zm8'], ['foo', 'Zm9v'], ['foob', 'Zm9vYg'], ['fooba', 'Zm9vYmE'], ['foobar', 'Zm9vYmFy'], ['\xfb\xff\xbf', '-_-_']]; // prettier-ignore
    for (const [text, encoded] of vectors) {
      const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
      expect([toBase64Url(bytes), fromBase64Url(encoded)]).toEqual([encoded, bytes]);
    }
  });

  it('are what Node makes of them, and come back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const text = toBase64Url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64Url(text)).toEqual(Uint8Array.from(bytes));
      }),
      { seed: 20260703 },
    );
  });

  it('are none where a letter or the length cannot be', () => {
    expect(['A', 'AAAAA', 'A=', 'AA+A', 'AA/A', 'é', 'AAAAAAAAA'].map(fromBase64Url)).toEqual(Array(7).fill(null));
    expect(fromBase64Url('AAA')).toEqual(Uint8Array.of(0, 0));
  });
});

describe('the limits of a record', () => {
  const record = {
    format: 1 as const,
    engine: '0.1.0',
    scenario: 'latency-spike',
    contentHash: HASH,
    seed: '1',
    settings: { untimed: false },
    preventions: [] as string[],
    log: [] as { tick: number; action: { type: 'restart' } }[],
  };
  const file = { ...record, finalHash: HASH, hashes: [] as unknown[] };
  const x = (length: number): string => 'x'.repeat(length);
  const entries = (length: number) => Array.from({ length }, () => ({ tick: 1, action: { type: 'restart' as const } }));
  const windows = (length: number) => Array.from({ length }, (_, i) => ({ tick: i, parts: {} }));
  const window = (tick: number, part = 'a') => [{ tick, parts: { [part]: HASH } }];

  it('are these, and not one less or more', () => {
    const limits: [what: string, within: readonly object[], beyond: readonly object[]][] = [
      ['engine', [{ engine: x(40) }, { engine: '' }], [{ engine: x(41) }]],
      ['scenario', [{ scenario: x(61) }, { scenario: 'a' }, { scenario: '9-a' }], [{ scenario: x(62) }, { scenario: '' }, { scenario: '-a' }, { scenario: 'A' }, { scenario: 'a\n' }]],
      ['seed', [{ seed: x(64) }, { seed: 'x' }], [{ seed: x(65) }, { seed: '' }]],
      ['content hash', [{ contentHash: HASH }], [{ contentHash: `${HASH}0` }, { contentHash: HASH.slice(1) }, { contentHash: HASH.toUpperCase() }]],
      ['preventions', [{ preventions: Array(8).fill('a') }], [{ preventions: Array(9).fill('a') }]],
      ['log', [{ log: entries(2000) }], [{ log: entries(2001) }]],
      ['variant', [{ variant: 'a' }, {}], [{ variant: '' }, { variant: null }]],
      ['settings', [{ settings: { untimed: true } }], [{ settings: {} }, { settings: { untimed: 1 } }]],
    ]; // prettier-ignore
    for (const [what, within, beyond] of limits) {
      for (const change of within) expect(recordSchema.safeParse({ ...record, ...change }).success, what).toBe(true);
      for (const change of beyond) expect(recordSchema.safeParse({ ...record, ...change }).success, what).toBe(false);
    }
  });

  it('of its windows are these', () => {
    const taken = (hashes: unknown): boolean => recordFileSchema.safeParse({ ...file, hashes }).success;
    expect([windows(200), window(0), window(5000), window(0, x(40))].map(taken)).toEqual([true, true, true, true]);
    expect([windows(201), window(-1), window(5001), window(0.5), window(0, x(41))].map(taken)).toEqual(Array(5).fill(false));
  });
});

describe('the limits of a link', () => {
  const record = begin().record();

  it('let it be long, but not longer', () => {
    expect(decodeLink('A'.repeat(65_536))).toEqual({ ok: false, reason: 'it is no link of this game' });
    expect(decodeLink('A'.repeat(65_537))).toEqual({ ok: false, reason: 'it has 65537 characters; a link has at most 65536' });
  });

  it('let entries share a tick', () => {
    const log = [5, 5, 6].map((tick) => ({ tick, action: { type: 'restart' as const } }));
    expect(decodeLink(encodeLink({ ...record, log }, HASH))).toMatchObject({ ok: true, record: { log } });
    const back = decodeLink(encodeLink({ ...record, log: [...log, { ...log[0]!, tick: 4 }] }, HASH));
    expect(back).toEqual({ ok: false, reason: 'its log goes back in time at entry 3' });
  });
});

describe('a run', () => {
  it('keeps hashes on the way only where that is asked for, and names its variant only where it was forced', () => {
    const plain = begin();
    const hashed = begin({ windowHashes: true });
    for (const run of [plain, hashed]) run.advance(130);
    expect([plain.windowHashes(), hashed.windowHashes().map(({ tick }) => tick)]).toEqual([[], [0, 60, 120]]);
    expect(Object.hasOwn(createRun(scenario, { seed: '3' }).record(), 'variant')).toBe(false);
    expect(plain.record()).toMatchObject({ variant: 'deploy', settings: { untimed: false }, preventions: [], format: 1 });
    expect(begin({ untimed: true, preventions: ['circuit-breaker'] }).record()).toMatchObject({ settings: { untimed: true }, preventions: ['circuit-breaker'] }); // prettier-ignore
  });

  it('is over once it is resolved, and ended at its last tick, beyond which nothing goes', () => {
    const run = begin();
    run.advance(1000);
    expect([run.over, run.ended, run.tick]).toEqual([false, false, 1000]);
    run.advance(900);
    expect(run.tick).toBe(1000);
    run.dispatch({ type: 'resolve' });
    expect([run.over, run.ended]).toEqual([true, false]);
    run.advance(ticks - 1);
    expect(run.ended).toBe(false);
    run.advance(ticks + 100);
    expect([run.over, run.ended, run.tick]).toEqual([true, true, ticks]);
    const idle = begin();
    idle.advance(ticks);
    expect([idle.over, idle.ended]).toEqual([true, true]);
  });

  it('says when its looks are back, and what was refused last', () => {
    const run = begin();
    run.advance(1000);
    expect(run.busyUntil()).toBe(1000);
    const look = run.dispatch({ type: 'look-changes' });
    expect([run.busyUntil(), look]).toEqual([1060, { accepted: true, effectTick: 1060 }]);
    const action = { type: 'set-timeout', route: 'no-such', timeoutMs: 100 } as const;
    const refused = run.dispatch(action);
    expect(refused.accepted).toBe(false);
    expect(run.observe().lastRefusal).toMatchObject({ tick: 1000, action });
    expect(run.fork().observe().lastRefusal).toMatchObject({ tick: 1000, action });
    run.advance(1001);
    run.dispatch({ type: 'acknowledge' });
    expect(run.observe().lastRefusal).toBeNull();
    expect(run.forkAt(1001).observe().lastRefusal).toMatchObject({ tick: 1000 });
  });

  it('shows at a glance what it shows when it is looked at', () => {
    const run = begin();
    run.advance(1000);
    run.dispatch({ type: 'look-dashboard', dashboard: 'service' });
    run.advance(1100);
    const { observation, menu } = run.glance();
    const { looks, changes, verifiable, colleagues, messageTo, messageBlocks } = menu;
    expect({ looks, changes, verifiable, colleagues, messageTo, messageBlocks }).toEqual(run.menu());
    expect(observation.evidence.map(({ id }) => id)).toEqual(run.observe().evidence.map(({ id }) => id));
    const types = (of: typeof changes): string[] => [...new Set(of.map(({ action }) => action.type))];
    expect([types(run.wholeMenu().changes), run.wholeMenu().changes.length > changes.length]).toEqual([types(changes), true]);
    expect(run.monitoring().gauges.length).toBeGreaterThan(5);
  });

  it('replays a log up to a tick, without what stands at that tick', () => {
    const log = [{ tick: 950, action: { type: 'restart' } as const }, { tick: 960, action: { type: 'rollback' } as const }]; // prettier-ignore
    const played = (untilTick: number): number => {
      const run = begin();
      replayInto(run, log, untilTick);
      expect(run.tick).toBe(untilTick);
      return run.record().log.length;
    };
    expect([played(950), played(951), played(960), played(961)]).toEqual([0, 1, 1, 2]);
  });

  it('goes its own way from any moment, with what it had been told by then', () => {
    const run = begin({ windowHashes: true });
    run.advance(1000);
    run.dispatch({ type: 'verify', metric: 'gateway.latency_p95_ms' });
    run.advance(1500);
    run.dispatch({ type: 'look-changes' });
    const trace = run.trace();
    expect([trace.verified.length, trace.entries.length, trace.evidence.length]).toEqual([1, 2, 1]);
    for (const tick of [1, 299, 300, 301, 999, 1000, 1001, 1500, 1501, 3000]) {
      const fork = run.forkAt(tick);
      expect([fork.tick, fork.record().log.length], String(tick)).toEqual([tick, run.record().log.filter((one) => one.tick < tick).length]);
      expect(fork.windowHashes()).toEqual(run.windowHashes().filter((window) => window.tick < tick));
      replayInto(fork, run.record().log.slice(fork.record().log.length), Infinity);
      expect([fork.finalHash(), hashValue(fork.trace().verified)]).toEqual([run.finalHash(), hashValue(trace.verified)]);
    }
  });
});

describe('a fork', () => {
  const watched = (run: Run): Run => {
    run.advance(1000);
    run.dispatch({ type: 'verify', metric: 'gateway.latency_p95_ms' });
    run.advance(1500);
    return run;
  };

  it('has in place what its run has, or what it is given instead', () => {
    const run = begin({ preventions: ['distil'] });
    run.advance(300);
    expect([run.fork(), run.fork([])].map((fork) => fork.record().preventions)).toEqual([['distil'], []]);
    expect(begin().fork(['distil']).record().preventions).toEqual(['distil']);
  });

  it('knows what came of watching a metric before it', () => {
    const run = watched(begin());
    const fork = run.fork();
    const { verified } = run.trace();
    expect(verified).toHaveLength(1);
    expect(fork.trace().verified).toEqual(verified);
  });
});

describe('a moment to fork from', () => {
  /** Windows of a fork that were taken over, not played again. */
  const takenOver = (run: Run, tick: number): number => {
    const windows = run.windowHashes();
    return run.forkAt(tick).windowHashes().filter((window, i) => window === windows[i]).length; // prettier-ignore
  };

  it('is kept every five minutes, so that a fork plays at most so much again', () => {
    const run = begin({ windowHashes: true });
    run.advance(1000);
    expect([1, 300, 301, 600, 601, 899, 900, 901, 1000].map((tick) => takenOver(run, tick))).toEqual([0, 0, 5, 5, 10, 10, 10, 15, 15]);
    expect(takenOver(run.fork(), 1000)).toBe(15);
    expect(takenOver(run.forkAt(950), 940)).toBe(15);
  });

  it('is not kept where nobody will fork', () => {
    const run = begin({ windowHashes: true, checkpoints: false });
    run.advance(1000);
    expect(takenOver(run, 1000)).toBe(0);
    expect(run.forkAt(700).finalHash()).toBe(run.finalHash());
  });
});

describe('the trace of a run', () => {
  const run = begin();
  run.advance(1000);
  run.dispatch({ type: 'set-timeout', route: 'no-such', timeoutMs: 100 });
  run.dispatch({ type: 'look-changes' });
  run.dispatch({ type: 'look-alerts' });
  run.dispatch({ type: 'restart' });
  const trace = run.trace();

  it('goes in a straight line between scrapes', () => {
    const step = trace.ticks[1]! - trace.ticks[0]!;
    const [a, b] = [1200, 1200 + step];
    const [low, high] = [trace.impactAt(a), trace.impactAt(b)];
    expect(high).toBeGreaterThan(low);
    expect(trace.impactAt(a + step / 3)).toBeCloseTo(low + (high - low) / 3, 9);
    expect(trace.impactAt(b - 1)).toBeLessThan(high);
    expect([trace.impactAt(-1), trace.impactAt(ticks), trace.impactAt(ticks + 500)]).toEqual([0, trace.impactEur, trace.impactEur]);
    expect([trace.total('impactEur', a), trace.total('no such', a)]).toEqual([low, NaN]);
  });

  it('names the red herrings that its seed has, and no others', () => {
    const herringsOf = (seed: string): unknown => begin({ seed }).trace().redHerrings;
    expect(herringsOf('6')).toEqual(['collector-pauses', 'one-restart', 'weekend-mix']);
    expect(herringsOf('7')).toEqual(['collector-pauses', 'weekend-mix']); // the restart comes in one night of two
  });

  it('has the trust that was there at the start, and at the end', () => {
    expect(trace.trustAt(-1)).toBeGreaterThan(50);
    expect(trace.trustAt(ticks)).toBeCloseTo(trace.trust, 0);
    expect(trace.trustAt(ticks)).toBeLessThan(trace.trustAt(-1));
  });

  it('gives each look what it returned, and a refused act its own tick', () => {
    expect(trace.entries.map(({ evidence, effectTick, index }) => [index, evidence?.id ?? null, effectTick])).toEqual([
      [0, null, 1000],
      [1, 'E1', 1060],
      [2, 'E2', 1075],
      [3, null, expect.any(Number)],
    ]);
    expect(trace.entries[3]!.effectTick).toBeGreaterThan(1000);
    expect(trace.entries.map(({ impactEurPerMinute }) => impactEurPerMinute > 0)).toEqual([true, true, true, true]);
  });

  it('reads a metric alike by key and as a series, and nothing under a key that nobody keeps', () => {
    for (const { key } of trace.metrics.slice(0, 5)) {
      const { ticks: at, values } = trace.series[key]!;
      expect(at).toEqual(trace.ticks);
      expect(values).toEqual(at.map((tick) => trace.metric(key, tick)));
      expect(values).toEqual(at.map((tick) => run.reading(key, tick)));
    }
    expect([trace.metric('no.such', 1000), Object.keys(trace.series).length]).toEqual([NaN, trace.metrics.length]);
  });

  it('has nothing for a look that was not back by the end', () => {
    const late = begin();
    late.advance(ticks - 1);
    late.dispatch({ type: 'look-alerts' });
    expect(late.trace().entries[0]!.evidence).toBeNull();
  });

  it('gives a colleague what was asked of them, and the player what they looked at', () => {
    const asked = begin();
    asked.advance(1000);
    asked.dispatch({ type: 'escalate', to: 'duty-manager' });
    asked.advance(1400);
    asked.dispatch({ type: 'ask-colleague', who: 'duty-manager', look: { type: 'look-changes' } });
    asked.dispatch({ type: 'look-alerts' });
    const { entries } = asked.trace();
    expect(entries.map(({ evidence }) => [evidence?.by ?? 'player', evidence?.look.type])).toEqual([
      ['player', undefined],
      ['duty-manager', 'look-changes'],
      ['player', 'look-alerts'],
    ]);
  });

  it('keeps its hash when more is decided after it was taken', () => {
    const more = begin();
    const taken = more.trace();
    const own = more.finalHash();
    more.dispatch({ type: 'acknowledge' });
    expect(more.finalHash()).not.toBe(own);
    expect(taken.finalHash).toBe(own);
  });

  it('has the hash of the run, and of no other log', () => {
    expect(trace.finalHash).toBe(run.finalHash());
    expect(begin().finalHash()).not.toBe(trace.finalHash);
    expect(trace.endTick).toBe(ticks);
  });
});
