import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../src/domain/action.ts';
import { USUAL_TERMS, type Information, type Terms } from '../../src/domain/difficulty.ts';
import { hashValue } from '../../src/kernel/hash.ts';
import { decodeLink, encodeLink } from '../../src/run/link.ts';
import { recordSchema, termsAtEnd, termsOf } from '../../src/run/record.ts';
import { verify } from '../../src/run/replay.ts';
import { createRun, playRecord, replayInto, type Run } from '../../src/run/run.ts';
import { anyLog, anySeed } from '../support/any-log.ts';
import { aScenario, VARIANTS } from '../support/a-scenario.ts';

const LOGS = Math.ceil(Number(process.env['FUZZ_LOGS'] ?? 25) / 5);
const SEED = 20261126;
const scenario = aScenario();
const { ticks } = scenario.brief;

const termsWith = (some: Partial<Terms>): Terms => ({ ...USUAL_TERMS, ...some });
const begin = (some: Partial<Terms>, seed = '5', variant = 'deploy'): Run =>
  createRun(scenario, { seed, variant, terms: termsWith(some), windowHashes: true });
const played = (run: Run, log: readonly LogEntry[]): Run => {
  replayInto(run, log, Infinity);
  return run;
};
const physical = (run: Run): unknown =>
  run.windowHashes().map(({ tick, parts }) => [tick, Object.entries(parts).filter(([part]) => part !== 'alerts')]);
const lowered = fc.constantFrom<Information>('noisy', 'missing');

describe('what monitoring takes', () => {
  it(`changes nothing in the world: its hashes are those of full information, but for alerts that page nobody (${LOGS} logs)`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...VARIANTS), anySeed, anyLog, lowered, (variant, seed, log, information) => {
        const full = played(begin({}, seed, variant), log);
        const less = played(begin({ information }, seed, variant), log);
        expect(physical(less)).toEqual(physical(full));
        expect([less.pageTick, less.impactEur()]).toEqual([full.pageTick, full.impactEur()]);
      }),
      { numRuns: LOGS, seed: SEED },
    );
  }, 900_000);

  it(`at a tick depends on nothing that comes later, and is the same in a fork and in a run taken up again (${LOGS} logs)`, () => {
    const moment = fc.integer({ min: 700, max: ticks - 1 });
    fc.assert(
      fc.property(anySeed, anyLog, lowered, moment, (seed, log, information, tick) => {
        const run = begin({ information }, seed);
        replayInto(run, log, tick);
        const seen = (one: Run): string => hashValue({ observation: structuredClone(one.observe()), menu: structuredClone(one.menu()) });
        const then = seen(run);
        const fork = run.fork();
        run.dispatch({ type: 'setting', key: 'information', value: information === 'noisy' ? 'missing' : 'full' });
        run.dispatch({ type: 'restart' });
        run.advance(ticks);
        expect(seen(fork)).toBe(then);
        expect(seen(run.forkAt(tick))).toBe(then);
      }),
      { numRuns: LOGS, seed: SEED },
    );
  }, 900_000);

  it('loses stretches of some stations, never the metric that pages, and a dashboard says so', () => {
    const run = begin({ information: 'missing' });
    run.dispatch({ type: 'look-dashboard', dashboard: 'saturation' });
    run.dispatch({ type: 'look-dashboard', dashboard: 'feature-store' });
    run.advance(ticks - 1);
    const { pager, dashboards } = run.observe();
    expect(pager.values.slice(1).every(Number.isFinite)).toBe(true);
    const lost = dashboards.map(({ panels }) => panels[0]!.series[0]!.values.filter((value) => !Number.isFinite(value)).length);
    for (const count of lost) {
      expect(count).toBeGreaterThan(10);
      expect(count).toBeLessThan(pager.values.length * 0.7);
    }
    const again = begin({ information: 'missing' });
    const silences = new Set<string>();
    again.dispatch({ type: 'look-dashboard', dashboard: 'saturation' });
    for (again.advance(300); again.tick < ticks - 60; again.advance(again.tick + 60)) {
      const dashboard = again.observe().dashboards[0]!;
      const station = again.observe().stations.find(({ id }) => id === 'fraud-api')!;
      if (station.silentSince === undefined) continue;
      expect(dashboard.silent).toContain('CPU, mean of pods');
      silences.add(station.silentSince);
    }
    expect(silences.size).toBeGreaterThan(0);
  });

  it('is read at every eighth scrape where it is noisy, and of logs and traces a twentieth is kept', () => {
    const look = (information: Information) => {
      const run = begin({ information });
      run.dispatch({ type: 'look-dashboard', dashboard: 'saturation' });
      run.advance(1500);
      run.dispatch({ type: 'look-logs', station: 'gateway' });
      run.advance(run.busyUntil());
      return run.observe();
    };
    const [full, noisy] = [look('full'), look('noisy')];
    const changes = ({ dashboards }: typeof full): number => {
      const { values } = dashboards[0]!.panels[0]!.series[0]!;
      return values.filter((value, i) => i > 0 && value !== values[i - 1]).length;
    };
    expect(changes(noisy)).toBeLessThan(changes(full) / 6);
    const lines = ({ evidence }: typeof full): number => {
      const { body } = evidence.at(-1)!;
      return body.kind === 'logs' ? body.lines.length : NaN;
    };
    expect([lines(full), lines(noisy)]).toEqual([60, 5]);
    expect(noisy.evidence.at(-1)!.readings[0]!.value).not.toBe(full.evidence.at(-1)!.readings[0]!.value);
    expect(noisy.pager).toEqual(full.pager);
  });
});

describe('complications', () => {
  const paged = (some: Partial<Terms>, seed = '5'): Run => {
    const run = begin(some, seed);
    for (run.advance(600); run.pageTick === null; run.advance(run.tick + 15));
    return run;
  };

  it('of the first level make people ask sooner and lose trust faster', () => {
    const [usual, first] = [paged({}), paged({ complications: 1 })];
    for (const run of [usual, first]) run.advance(ticks);
    const asked = (run: Run): number => run.observe().conversation.find(({ options }) => options.length > 0)!.tick - run.pageTick!;
    expect(asked(first)).toBeLessThan(asked(usual));
    expect(first.observe().trust).toBeLessThan(usual.observe().trust);
  });

  it('of the second level keep a colleague away at times: lasting changes are refused until a clock that is said', () => {
    const reasons = new Set<string>();
    const run = begin({ complications: 2 });
    for (run.advance(60); run.tick < ticks - 60; run.advance(run.tick + 60)) {
      const refused = run.menu().changes.filter(({ refusal }) => refusal?.includes('colleague') === true);
      expect(refused.every(({ group }) => group === 'fix')).toBe(true);
      for (const { refusal } of refused) reasons.add(refusal!);
      if (refused[0] === undefined) continue;
      expect(run.fork().dispatch(refused[0].action)).toEqual({ accepted: false, reason: refused[0].refusal });
    }
    expect(reasons.size).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason).toMatch(/^the colleague who has to agree to this is away until \d\d:\d\d, for \d+/);
  });

  it('of the third level make changes wait in a busy queue, as their preview says', () => {
    const [usual, third] = [begin({}), begin({ complications: 3 })];
    let busy = 0;
    for (let tick = 60; tick < ticks - 400; tick += 60) {
      for (const run of [usual, third]) run.advance(tick);
      const rollback = (run: Run) => run.menu().changes.find(({ action }) => action.type === 'rollback')!;
      const [before, after] = [rollback(usual), rollback(third)];
      const took = (run: Run): number => {
        const outcome = run.fork().dispatch({ type: 'rollback' });
        return outcome.accepted ? outcome.effectTick - tick : NaN;
      };
      if (after.delaySeconds.to === before.delaySeconds.to) continue;
      busy += 1;
      expect(after.touches.at(-1)).toMatch(/^the deploy queue is busy/);
      expect(took(third)).toBeGreaterThan(took(usual) * 1.4);
      expect(took(third)).toBeLessThanOrEqual(after.delaySeconds.to + 1);
    }
    expect(busy).toBeGreaterThan(0);
  });

  it('hold from the moment at which they are set, and not before', () => {
    const [usual, later] = [begin({}), begin({})];
    for (const run of [usual, later]) run.advance(1200);
    later.dispatch({ type: 'setting', key: 'complications', value: 3 });
    expect(physical(later)).toEqual(physical(usual));
    later.advance(ticks);
    usual.advance(ticks);
    expect(later.observe().trust).toBeLessThan(usual.observe().trust);
  });
});

describe('the terms of a record', () => {
  const log: LogEntry[] = [
    { tick: 900, action: { type: 'setting', key: 'information', value: 'noisy' } },
    { tick: 1000, action: { type: 'look-dashboard', dashboard: 'saturation' } },
    { tick: 1300, action: { type: 'setting', key: 'strictness', value: 'lenient' } },
    { tick: 1400, action: { type: 'setting', key: 'complications', value: 1 } },
  ];

  it('go through a link and a replay, and the usual ones take no room in it', () => {
    const run = played(begin({ information: 'missing', complications: 3, strictness: 'strict' }), log);
    const record = run.record();
    expect(record.settings).toEqual({ untimed: false, information: 'missing', complications: 3, strictness: 'strict' });
    const decoded = decodeLink(encodeLink(record, run.finalHash()));
    expect(decoded).toEqual({ ok: true, record, finalHash: run.finalHash() });
    expect(verify(scenario, { record, finalHash: run.finalHash() })).toEqual({ verified: true, finalHash: run.finalHash() });
    const again = playRecord(scenario, record);
    again.advance(ticks);
    expect(again.observe()).toEqual(run.observe());
    expect(begin({}).record().settings).toEqual({ untimed: false });
  });

  it('are those of its log at the end; a record without them has the usual ones', () => {
    const record = played(begin({ complications: 2 }), log).record();
    expect(termsOf(record)).toEqual([
      termsWith({ complications: 2 }),
      termsWith({ complications: 2, information: 'noisy' }),
      termsWith({ complications: 2, information: 'noisy', strictness: 'lenient' }),
      termsWith({ complications: 1, information: 'noisy', strictness: 'lenient' }),
    ]);
    expect(termsAtEnd(record)).toEqual(termsWith({ complications: 1, information: 'noisy', strictness: 'lenient' }));
    expect(termsAtEnd(recordSchema.parse({ ...record, settings: { untimed: true }, log: [] }))).toEqual(USUAL_TERMS);
    const unknown = { ...record, settings: { untimed: false, information: 'none' } };
    expect(recordSchema.safeParse(unknown).success).toBe(false);
  });

  it('may only be what they can be', () => {
    const run = begin({});
    expect(run.dispatch({ type: 'setting', key: 'information', value: 'strict' })).toEqual({
      accepted: false,
      reason: 'information: expected one of full, noisy, missing, got "strict"',
    });
    expect(run.dispatch({ type: 'setting', key: 'complications', value: 4 }).accepted).toBe(false);
    expect(termsAtEnd(run.record())).toEqual(USUAL_TERMS);
  });
});
