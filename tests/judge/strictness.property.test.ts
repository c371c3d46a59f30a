import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STRICTNESS, type Strictness } from '../../src/domain/difficulty.ts';
import { judgeCause } from '../../src/judge/cause.ts';
import { scoreRun } from '../../src/judge/score.ts';
import { policyOf } from '../../src/policy/policies.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { playRecord, type RunTrace } from '../../src/run/run.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { openTruth } from '../../src/scenario/truth.ts';
import { shipped } from '../scenario/shipped.ts';
import { unaccounted } from './line-check.ts';
import { actions } from './any-action.ts';
import { caseOf, RED, rows, type Entry } from './made-up.ts';
import { played, SPIKE_DRILL, VARIANTS, type Act } from './scripted.ts';

const LOGS = Math.ceil(Number(process.env['FUZZ_LOGS'] ?? 30) / 3);
const DRILLS = ['latency-spike', 'bad-canary', 'slow-fade', 'prediction-drift-alarm', 'silent-schema', 'gates-green-72h'] as const;

const read = (trace: RunTrace, strictness: Strictness): RunTrace => ({
  ...trace,
  record: { ...trace.record, settings: { ...trace.record.settings, strictness } },
});

/** The same run read in each way: no part is worth more the stricter it is read. */
function inOrder(scenario: Scenario, trace: RunTrace): void {
  const cards = STRICTNESS.map((strictness) => scoreRun(scenario, read(trace, strictness)));
  for (const card of cards) {
    expect(card.total).toBeGreaterThanOrEqual(0);
    expect(card.total).toBeLessThanOrEqual(100);
    for (const part of card.parts) for (const line of part.lines) expect(unaccounted(line), line.text).toBeNull();
  }
  for (const [i, card] of cards.slice(1).entries()) {
    const before = cards[i]!;
    expect(card.total).toBeLessThanOrEqual(before.total);
    card.parts.forEach((part, p) => expect(part.got, part.id).toBeLessThanOrEqual(before.parts[p]!.got));
  }
  expect(cards.map(({ strictness }) => strictness)).toEqual(STRICTNESS);
}

describe('a reading of a run', () => {
  it(`is worth no more the stricter it is, whatever was done (${LOGS} logs)`, () => {
    const acts: fc.Arbitrary<Act[]> = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 1800 }), actions), { maxLength: 25 })
      .map((list) => list.sort((a, b) => a[0] - b[0]));
    fc.assert(
      fc.property(fc.constantFrom(...VARIANTS), fc.integer({ min: 1, max: 1000 }), acts, (variant, seed, list) => {
        inOrder(SPIKE_DRILL, played(variant, list, String(seed)));
      }),
      { numRuns: LOGS, seed: 20261126 },
    );
  }, 900_000);

  it.each(DRILLS)(
    'is worth no more the stricter it is, for those who know what they do in %s',
    (id) => {
      const scenario = shipped(id);
      const variant = openTruth(scenario.sealed).variants[0]!.id;
      for (const policy of ['expert', 'runbook'])
        inOrder(scenario, playPolicy(scenario, policyOf(policy, scenario, variant), { seed: '2', variant }).trace());
    },
    600_000,
  );

  it('is the one that the run ended with, also where it was changed on the way', () => {
    const { record } = played('deploy', [[60, { type: 'setting', key: 'strictness', value: 'lenient' }]]);
    const lenient = { ...record, settings: { ...record.settings, strictness: 'strict' as const } };
    expect(scoreRun(SPIKE_DRILL, playRecord(SPIKE_DRILL, lenient).trace()).strictness).toBe('lenient');
  });

  it('asks a strict reader for a confidence that is borne out', () => {
    const claim = (confidence: number, changed: string): Entry => ({
      tick: 80,
      action: { type: 'claim-cause', changed, enters: 'red-enters', missed: 'red-missed', confidence, evidence: ['E1'] },
    });
    const file = (confidence: number, changed: string) => {
      const made = caseOf({ entries: [RED, claim(confidence, changed)] });
      return rows(judgeCause(caseOf({ entries: [RED, claim(confidence, changed)], strictness: 'strict' }))).slice(
        rows(judgeCause(made)).length,
      );
    };
    expect(file(100, 'red-changed')).toEqual([]);
    expect(file(50, 'red-changed')).toEqual([[-1, 0, 80, 'The claim was right, with a confidence of only 50 %.']]);
    expect(file(90, 'blue-changed')).toEqual([[-3.2, 0, 80, 'The claim was wrong, with a confidence of 90 %.']]);
  });
});
