import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action, LogEntry } from '../../src/domain/action.ts';
import { compareRuns, type Compared, type Comparison } from '../../src/judge/compare.ts';
import { scoreRun } from '../../src/judge/score.ts';
import { aScenario, VARIANTS } from '../support/a-scenario.ts';
import { anyLog, anySeed } from '../support/any-log.ts';
import { playLog } from '../support/play.ts';

const scenario = aScenario();
const LOGS = Number(process.env['FUZZ_LOGS'] ?? 25);

const run = (log: readonly LogEntry[], seed = '1', variant = 'feature-store'): Compared => {
  const trace = playLog(log, { seed, variant }).trace();
  return { record: trace.record, trace };
};
const act = (tick: number, action: Action): LogEntry => ({ tick, action });
const compared = (first: Compared, second: Compared): Comparison => compareRuns(scenario, { first, second });

const looked = act(900, { type: 'look-dashboard', dashboard: 'feature-store' });
const cached = act(1000, { type: 'serve-cached', on: true });
const left = run([looked]);
const helped = run([looked, cached]);

/** What comparing the other way round must give. */
function mirrored(of: unknown): unknown {
  if (Array.isArray(of)) return of.map(mirrored);
  if (typeof of !== 'object' || of === null) return of;
  const fields = Object.fromEntries(Object.entries(of).map(([key, value]) => [key, mirrored(value)]));
  if ('difference' in fields) fields.difference = 0 - (fields.difference as number);
  if (fields.ended === 'first' || fields.ended === 'second') fields.ended = fields.ended === 'first' ? 'second' : 'first';
  return 'first' in fields && 'second' in fields ? { ...fields, first: fields.second, second: fields.first } : fields;
}

describe('where two runs part', () => {
  it('nowhere, when they are equal', () => {
    const { parting, conditions, sameNight, cost, score, series } = compared(helped, run([looked, cached]));
    expect([parting, conditions, sameNight]).toEqual([null, [], true]);
    expect(cost).toEqual({
      impactEur: { first: helped.trace.impactEur, second: helped.trace.impactEur, difference: 0 },
      stretch: null,
    });
    expect([score.total, ...score.parts].map((one) => one.difference)).toEqual(Array(8).fill(0));
    expect(series).toEqual({ differing: [], equal: helped.trace.metrics.length });
  });

  it('at a change of another kind, or of another size', () => {
    const restarted = compared(helped, run([looked, act(1000, { type: 'restart' })]));
    expect(restarted.parting).toEqual({
      index: 1,
      tick: 1000,
      acts: { first: cached, second: act(1000, { type: 'restart' }) },
      ended: null,
    });
    const sizes = compared(run([act(950, { type: 'scale', replicas: 8 })]), run([act(950, { type: 'scale', replicas: 9 })]));
    expect([sizes.parting?.index, sizes.parting?.tick]).toEqual([0, 950]);
  });

  it('at a look, which changes nothing in the world', () => {
    const other = compared(left, run([act(900, { type: 'look-changes' })]));
    expect([other.parting?.index, other.parting?.tick]).toEqual([0, 900]);
    expect(other.series.differing).toEqual([]);
    expect(other.cost.stretch).toBeNull();
    expect(other.score.total.difference).not.toBe(0);
  });

  it('at the earlier tick, when one did the same later', () => {
    const { parting, cost, series } = compared(helped, run([looked, act(1600, cached.action)]));
    expect([parting?.index, parting?.tick, parting?.acts.second?.tick]).toEqual([1, 1000, 1600]);
    expect(cost.impactEur.difference).toBeGreaterThan(0);
    expect(cost.stretch!.toTick).toBeGreaterThan(1000);
    for (const one of series.differing) expect(one.firstTick).toBeGreaterThan(1000);
  });

  it('where one log ends and the other goes on', () => {
    expect(compared(left, helped).parting).toEqual({ index: 1, tick: 1000, acts: { first: null, second: cached }, ended: 'first' });
    expect(compared(helped, left).parting?.ended).toBe('second');
  });

  it('does not part where only the order of fields differs', () => {
    const shift = (action: Action): Compared => run([act(950, action)]);
    const there = shift({ type: 'shift-traffic', version: 'v41', share: 0.5 });
    expect(compared(there, shift({ share: 0.5, version: 'v41', type: 'shift-traffic' })).parting).toBeNull();
  });
});

describe('nights that differ', () => {
  it('says that the seed does, and still compares', () => {
    const { conditions, sameNight, parting, series } = compared(left, run([looked], '2'));
    expect([conditions, sameNight, parting]).toEqual([['seed'], false, null]);
    expect(series.differing.length).toBeGreaterThan(0);
  });

  it('says that the variant does, also where a seed picked one of them', () => {
    expect(compared(left, run([looked], '1', 'traffic')).conditions).toEqual(['variant']);
    const picked = playLog([looked], { seed: '1' }).trace();
    const same = run([looked], '1', picked.variant);
    expect(compared(same, { record: picked.record, trace: picked }).conditions).toEqual([]);
  });

  it('calls the night the same where only engine, scenario version or settings of the records differ', () => {
    const older: Compared = {
      ...left,
      record: { ...left.record, engine: '0.0.1', contentHash: '0123456789abcdef', settings: { untimed: true } },
    };
    const { conditions, sameNight } = compared(left, older);
    expect([conditions, sameNight]).toEqual([['settings', 'scenario version', 'engine'], true]);
    const prevented: Compared = { ...left, record: { ...left.record, preventions: ['circuit-breaker'] } };
    expect(compared(left, prevented)).toMatchObject({ conditions: ['preventions'], sameNight: false });
  });

  it('refuses a run of another scenario', () => {
    const other: Compared = { ...left, record: { ...left.record, scenario: 'other-night' } };
    expect(() => compared(left, other)).toThrow('expected two runs of "latency-spike", got one of "other-night"');
  });
});

describe('the figures of a comparison', () => {
  const of = compared(left, helped);

  it('are those of the two runs', () => {
    const scores = [left, helped].map(({ trace }) => scoreRun(scenario, trace));
    expect([of.score.total.first, of.score.total.second]).toEqual(scores.map(({ total }) => total));
    for (const [index, part] of of.score.parts.entries())
      expect([part.id, part.first, part.second]).toEqual([
        scores[0]!.parts[index]!.id,
        scores[0]!.parts[index]!.got,
        scores[1]!.parts[index]!.got,
      ]);
    expect(of.cost.impactEur).toEqual({
      first: left.trace.impactEur,
      second: helped.trace.impactEur,
      difference: helped.trace.impactEur - left.trace.impactEur,
    });
    const { fromTick, toTick, eurPerMinute } = of.cost.stretch!;
    expect(toTick - fromTick).toBe(60);
    expect(eurPerMinute.first).toBeCloseTo(left.trace.impactAt(toTick) - left.trace.impactAt(fromTick), 9);
  });

  it('name for each metric the first scrape that differs and the largest difference, in a unit-free order', () => {
    expect(of.series.differing.length + of.series.equal).toBe(left.trace.metrics.length);
    const spreads = of.series.differing.map(({ largest }) => largest?.spreads ?? 0);
    expect(spreads).toEqual(spreads.toSorted((a, b) => b - a));
    for (const { metric, firstTick, scrapes, largest } of of.series.differing) {
      const at = (tick: number): number[] => [left.trace.metric(metric.key, tick), helped.trace.metric(metric.key, tick)];
      const apart = left.trace.ticks.filter((tick) => at(tick)[0] !== at(tick)[1] && !at(tick).every(Number.isNaN));
      expect([firstTick, scrapes]).toEqual([apart[0], apart.length]);
      if (largest === null) continue;
      expect(at(largest.tick)).toEqual([largest.values.first, largest.values.second]);
      const most = Math.max(...apart.map((tick) => Math.abs(at(tick)[0]! - at(tick)[1]!)).filter(Number.isFinite));
      expect(Math.abs(largest.values.first - largest.values.second)).toBe(most);
    }
    expect(of.series.differing.slice(0, 12).map(({ metric }) => metric.key)).toContain('store.fetch_p95_ms');
  });

  it('says of an identified cause that it was', () => {
    const claim = { type: 'claim-cause', changed: 'hot-keys', enters: 'feature-read', missed: 'store-by-average' } as const;
    const named = run([looked, act(1000, { ...claim, confidence: 80, evidence: ['E1'] })]);
    expect(compared(left, named).identified).toEqual({ first: false, second: true });
  });
});

describe('any two runs', () => {
  const branch = fc.tuple(anyLog, anyLog, fc.nat({ max: 24 })).map(([one, other, at]) => {
    const kept = one.slice(0, at);
    const from = kept.at(-1)?.tick ?? 0;
    return { one, other: [...kept, ...other.filter((entry) => entry.tick >= from)] };
  });

  it(`are equal up to where they part, and mirror each other when compared the other way round (${LOGS} pairs)`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...VARIANTS), anySeed, branch, (variant, seed, { one, other }) => {
        const [first, second] = [run(one, seed, variant), run(other, seed, variant)];
        const there = compared(first, second);
        expect(compared(second, first)).toEqual(mirrored(there));
        expect(JSON.parse(JSON.stringify(there))).toEqual(there);
        const [a, b] = [first.record.log, second.record.log];
        if (there.parting === null) {
          expect(a).toEqual(b);
          expect(there.series.differing).toEqual([]);
          return;
        }
        const { index, tick, acts } = there.parting;
        expect(a.slice(0, index)).toEqual(b.slice(0, index));
        expect([acts.first, acts.second]).toEqual([a[index] ?? null, b[index] ?? null]);
        expect(acts.first).not.toEqual(acts.second);
        for (const { metric, firstTick } of there.series.differing) expect(firstTick, metric.key).toBeGreaterThan(tick);
        const scrape = first.trace.ticks.findLast((each) => each <= tick) ?? 0; // what is paid at once shows from the next one on
        expect(first.trace.impactAt(scrape)).toBe(second.trace.impactAt(scrape));
      }),
      { numRuns: LOGS, seed: 20260512 },
    );
  }, 1_800_000);
});
