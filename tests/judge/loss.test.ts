import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarioOf } from '../../src/cli/library.ts';
import type { Action, Change } from '../../src/domain/action.ts';
import { costUnder } from '../../src/judge/loss/continuation.ts';
import { analyseLoss, lossReport, type ActionLoss, type LossReport } from '../../src/judge/loss/loss.ts';
import { costsOf } from '../../src/judge/loss/variant-costs.ts';
import { openVariants } from '../../src/judge/loss/open-variants.ts';
import { markOf } from '../../src/judge/loss/mark.ts';
import { nightCost } from '../../src/judge/night-cost.ts';
import { planOf } from '../../src/policy/expert.ts';
import { createRun } from '../../src/run/run.ts';
import type { RunRecord } from '../../src/run/record.ts';
import { aScenario, VARIANTS, type VariantId } from '../support/a-scenario.ts';
import { paged } from '../support/play.ts';

const scenario = aScenario();
const SEEDS = ['1', '77'];
const trace: Action = { type: 'look-trace', pick: 'slow' };
const scale: Action = { type: 'scale', replicas: 16 };

/** A night in which these acts follow one another from the page on: a look is waited for, and so are `gapSeconds` after each act. */
function night(variant: VariantId, seed: string, acts: readonly Action[], gapSeconds = 10): RunRecord {
  const run = createRun(scenario, { seed, variant, checkpoints: false });
  while (run.pageTick === null) run.advance(run.tick + 15);
  for (const act of acts) {
    const outcome = run.dispatch(act);
    run.advance(Math.max(run.tick + gapSeconds, outcome.accepted && act.type.startsWith('look-') ? outcome.effectTick : 0));
  }
  return run.record();
}

const lossesOf = (variant: VariantId, seed: string, ...acts: Action[]): readonly ActionLoss[] =>
  lossReport(scenario, night(variant, seed, acts)).actions;

describe('loss of a decision', () => {
  it.each(VARIANTS)('asks little for looks that tell open causes apart: %s', (variant) => {
    for (const seed of SEEDS) {
      const looks: Action[] = [
        { type: 'look-dashboard', dashboard: 'service' },
        { type: 'look-changes' },
        { type: 'look-dashboard', dashboard: 'versions' },
        { type: 'look-dashboard', dashboard: 'feature-store' },
        { type: 'look-dashboard', dashboard: 'upstream' },
        trace,
      ];
      const actions = lossesOf(variant, seed, ...looks);
      const telling = actions.filter((one, i) => one.open.length > (actions[i + 1]?.open.length ?? 1));
      expect(telling.length, `seed ${seed}`).toBeGreaterThan(0);
      for (const { loss, mark, action } of telling)
        expect([loss < 0.1, mark], `seed ${seed}, ${JSON.stringify(action)}`).toEqual([true, '']);
    }
  });

  it.each(VARIANTS)('carries no mark for rolling back under high impact while the cause is not known: %s', (variant) => {
    for (const seed of SEEDS) {
      const [, , rollback] = lossesOf(
        variant,
        seed,
        { type: 'acknowledge' },
        { type: 'look-dashboard', dashboard: 'business' },
        { type: 'rollback' },
      );
      expect(rollback!.open.length, `seed ${seed}`).toBeGreaterThan(1);
      expect([rollback!.recommended, ['', '!'].includes(rollback!.mark)], `seed ${seed}`).toEqual([true, true]);
    }
  });

  it('marks scaling the pool as a mistake or worse once a trace has shown that the store is what is slow', () => {
    for (const seed of [...SEEDS, '5', '8', '1234']) {
      const [, , after] = lossesOf('feature-store', seed, { type: 'acknowledge' }, trace, scale, { type: 'serve-cached', on: true });
      expect(after!.open, `seed ${seed}`).toEqual(['feature-store']);
      expect(['?', '??'], `seed ${seed}, loss ${after!.loss}`).toContain(after!.mark);
      expect(after!.luck).toBe(0);
    }
  });

  it('asks nothing for settings that move nothing, however many follow one another', () => {
    for (const seed of SEEDS) {
      const idle: Action[] = [
        { type: 'raise-max-replicas', max: 9 },
        { type: 'set-timeout', route: 'merchant-risk', timeoutMs: 530 },
        { type: 'set-retries', route: 'merchant-risk', attempts: 2 },
        { type: 'add-fallback', route: 'merchant-risk' },
      ];
      const [, , ...settings] = lossesOf('feature-store', seed, { type: 'acknowledge' }, trace, ...idle);
      expect(settings.map(({ accepted, mark }) => [accepted, mark]), `seed ${seed}`).toEqual(idle.map(() => [true, ''])); // prettier-ignore
      for (const { loss, action } of settings) expect(Math.abs(loss), `seed ${seed}, ${action.type}`).toBeLessThan(0.02);
    }
  });

  it('shows as luck what the same scaling costs or saves under the true cause before anything was seen', () => {
    for (const seed of SEEDS) {
      const [before, ...others] = (['feature-store', 'deploy', 'traffic', 'upstream'] as const).map(
        (variant) => lossesOf(variant, seed, scale)[0]!,
      );
      expect(before!.open).toEqual([...VARIANTS]);
      expect(before!.luck, `seed ${seed}`).toBeGreaterThan(0.1); // harmful here
      expect(others[1]!.luck, `seed ${seed}`).toBeLessThan(-0.1); // and right under a surge
      for (const other of others) expect(Math.abs(other.loss - before!.loss), `seed ${seed}`).toBeLessThan(0.05); // blame is alike: nobody knew
    }
  });

  it('praises the right change, and does not blame it for waiting', () => {
    for (const seed of SEEDS) {
      const actions = lossesOf('feature-store', seed, trace, { type: 'serve-cached', on: true }, { type: 'rebalance-partition' });
      expect(actions.slice(1).map(({ recommended, mark }) => [recommended, mark]), `seed ${seed}`).toEqual([[true, '!'], [true, '!']]); // prettier-ignore
    }
  });

  it('charges a look for its time once the cause is known', () => {
    const [, idle] = lossesOf('feature-store', '1', trace, { type: 'look-logs', station: 'fraud-api' });
    expect([idle!.open, idle!.variants.map(({ variant }) => variant)]).toEqual([['feature-store'], ['feature-store']]);
    expect(idle!.variants[0]!.afterEur).toBeGreaterThan(1.1 * idle!.variants[0]!.beforeEur);
  });

  it('is reckoned under those causes alone that something was priced under', () => {
    const priced = (...acts: Action[]): string[] => Object.keys(lossReport(scenario, night('feature-store', '1', acts)).avoidableEur);
    expect([priced(), priced(trace, scale)]).toEqual([[], ['feature-store']]);
  });

  it('names what the evidence excluded, and by which mark of which piece', () => {
    const [first, second] = lossesOf('upstream', '1', trace, scale);
    expect(first!.excluded).toEqual([]);
    expect(second!.excluded.map(({ variant }) => variant).sort()).toEqual(['deploy', 'feature-store', 'traffic']);
    for (const { by } of second!.excluded) expect(by[0]).toMatchObject({ evidence: 'E1' });
  });

  it('counts a cause as excluded by a dashboard that stays open, once that shows it', () => {
    const run = createRun(scenario, { seed: '3', variant: 'deploy' });
    run.advance(600);
    run.dispatch({ type: 'look-dashboard', dashboard: 'upstream' });
    const played = run.trace();
    const open = openVariants(scenario, played);
    expect([700, played.pageTick! + 60].map((tick) => open(tick).open)).toEqual([[...VARIANTS], ['deploy', 'feature-store', 'traffic']]);
  });

  it('asks for what it costs to leave too early, and what it saves to take a wrong change back', () => {
    const [, , resolve] = lossesOf('feature-store', '1', { type: 'acknowledge' }, trace, { type: 'resolve' });
    expect([resolve!.accepted, resolve!.mark, resolve!.loss > 0.3]).toEqual([true, '??', true]);
    const [, , back] = lossesOf('feature-store', '1', trace, scale, { type: 'take-back' });
    expect([back!.accepted, back!.variants.map(({ variant }) => variant)]).toEqual([true, ['feature-store']]);
    expect(back!.variants[0]!.afterEur).toBeLessThan(back!.variants[0]!.beforeEur);
  });

  it('asks nothing for what was refused, said or judged', () => {
    const words: Action[] = [
      { type: 'acknowledge' },
      { type: 'acknowledge' },
      { type: 'message', to: 'checkout-lead', blocks: ['users-see', 'next-update'] },
      { type: 'hypothesis', cause: scenario.brief.causes[0]!.id, confidence: 30, status: 'open', evidence: [] },
      { type: 'take-back' },
    ];
    for (const { loss, luck, mark, variants } of lossesOf('traffic', '2', ...words))
      expect([loss, luck, mark, variants]).toEqual([0, 0, '', []]);
  });

  it('is the mean over the open causes, each as a share of what could be avoided under it', () => {
    const report = lossReport(scenario, night('upstream', '3', [scale, { type: 'restart' }]));
    for (const { loss, luck, open, variants } of report.actions) {
      expect(variants.map(({ variant }) => variant)).toEqual(open);
      for (const { variant, beforeEur, afterEur, share } of variants)
        expect(share).toBeCloseTo((afterEur - beforeEur) / report.avoidableEur[variant]!, 12);
      const own = variants.find(({ variant }) => variant === 'upstream')!.share;
      expect(loss).toBeCloseTo(variants.reduce((sum, one) => sum + one.share, 0) / variants.length, 12);
      expect(loss + luck).toBeCloseTo(own, 12);
    }
  });

  it('does not depend on anything that was done later', () => {
    const later = fc.constantFrom<Action>(
      trace,
      scale,
      { type: 'rollback' },
      { type: 'restart' },
      { type: 'shed', share: 0.2 },
      { type: 'resolve' },
    );
    fc.assert(
      fc.property(fc.constantFrom(...VARIANTS), fc.integer({ min: 1, max: 999 }).map(String), later, (variant, seed, act) => {
        const start: Action[] = [{ type: 'look-changes' }, { type: 'restart' }];
        const alone = lossesOf(variant, seed, ...start);
        expect(lossesOf(variant, seed, ...start, act).slice(0, 2)).toEqual(alone);
      }),
      { numRuns: 4 },
    );
  });

  it('is asked for one by one as well as together', () => {
    const record = night('traffic', '2', [{ type: 'restart' }, { type: 'shed', share: 0.5 }, { type: 'shed', share: 0.1 }]);
    const priced = (...wanted: number[]): unknown[] => [...costsOf(scenario, record, 'traffic', wanted)];
    const all = priced(0, 1, 2);
    expect(all).toHaveLength(3);
    expect(priced(0, 2)).toEqual([all[0], all[2]]);
    expect(priced(1)).toEqual([all[1]]);
  });

  it('lets a wrong change stand for as long as one is given to work and to hold, to the nearest tick', () => {
    const record = night('feature-store', '1', [scale]);
    const held = (more: number): unknown => {
      const { brief } = scenario;
      const longer = { ...brief, recovery: { ...brief.recovery, holdSeconds: brief.recovery.holdSeconds + more } };
      return [...costsOf({ ...scenario, brief: longer }, record, 'feature-store', [0])];
    };
    expect([held(0.4), held(0.6)]).toEqual([held(0), held(1)]);
    expect(held(1)).not.toEqual(held(0));
  });

  it('lets it stand as long where a tick is longer', () => {
    const canary = scenarioOf('bad-canary'); // of 10 s
    const { recovery, tickSeconds } = canary.brief;
    const run = paged('worse', '1', canary);
    const change: Change = { type: 'shift-traffic', version: 'v42', share: 0.05 };
    const outcome = run.dispatch(change);
    const effectTick = outcome.accepted ? outcome.effectTick : NaN;
    const [wrong] = [...costsOf(canary, run.record(), 'worse', [0])];
    run.advance(effectTick + (recovery.withinSeconds + recovery.holdSeconds) / tickSeconds);
    expect(wrong!.costs.afterEur).toBe(costUnder(run, planOf(canary, 'worse'), [{ change, effectTick }]));
    expect(wrong!.costs.afterEur).toBeGreaterThan(2 * wrong!.costs.beforeEur);
  });

  it('lets what the response would do itself not stand, even where it is needed no more', () => {
    const record = night(
      'traffic',
      '1',
      [
        { type: 'scale', replicas: 20 },
        { type: 'shed', share: 0.3 },
      ],
      30,
    );
    const { beforeEur, afterEur } = [...costsOf(scenario, record, 'traffic', [1])][0]!.costs;
    expect(afterEur).toBeGreaterThan(beforeEur);
    expect(afterEur).toBeLessThan(1.3 * beforeEur); // standing, it would more than double
    const run = paged('feature-store', '1');
    const acts: Change[] = [{ type: 'rebalance-partition' }, { type: 'set-breaker', route: 'feature-store', mode: 'forced-open' }];
    const made = acts.map((change, i) => {
      run.advance(run.tick + 900 * i);
      const outcome = run.dispatch(change);
      return { change, effectTick: outcome.accepted ? outcome.effectTick : NaN };
    });
    const [, second] = [...costsOf(scenario, run.record(), 'feature-store', [0, 1])];
    expect(second!.costs.afterEur).toBe(costUnder(run, planOf(scenario, 'feature-store'), made)); // one of those that would do
  });

  it('lets a wrong change stand for a while, but charges a look and a right change for their own time alone', () => {
    const acts: Action[] = [{ type: 'look-dashboard', dashboard: 'service' }, { type: 'restart' }, { type: 'serve-cached', on: true }];
    const costs = [...costsOf(scenario, night('feature-store', '2', acts), 'feature-store', [0, 1, 2])].map((one) => one.costs);
    expect(costs[0]!.afterEur).toBe(costs[1]!.beforeEur); // the next was decided as the look returned
    const [look, wrong, right] = costs.map(({ beforeEur, afterEur }) => afterEur - beforeEur) as [number, number, number];
    expect(look).toBeGreaterThan(0);
    expect(wrong).toBeGreaterThan(10 * look);
    expect(Math.abs(right)).toBeLessThan(look / 100); // the response would do the same next
  });

  it('is reckoned from a response that costs, from the page on, what the recommended night costs', () => {
    for (const variant of VARIANTS) {
      const taken = costUnder(paged(variant, '2'), planOf(scenario, variant), []);
      expect(taken / nightCost(scenario, 'expert', { seed: '2', variant }), variant).toBeCloseTo(1, 1);
    }
  });

  it('counts the reversible way out as recommended by what the pager alone shows, while more than one cause is open', () => {
    const [rollback] = lossesOf('upstream', '1', { type: 'rollback' });
    expect([rollback!.open.length, rollback!.recommended]).toEqual([4, true]);
  });

  it('tells how far it has come, and can be given up at any step', () => {
    const record = night('deploy', '4', [scale, { type: 'restart' }]);
    const steps = analyseLoss(scenario, record);
    const seen: number[] = [];
    for (let step = steps.next(); !step.done; step = steps.next()) {
      seen.push(step.value.done);
      expect(step.value.of).toBe(8); // two changes under four causes
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const givenUp = analyseLoss(scenario, record);
    givenUp.next();
    expect(givenUp.return(undefined as unknown as LossReport).done).toBe(true);
    expect(givenUp.next().done).toBe(true);
  });

  it('says of a record of another scenario that it is one', () => {
    const record = { ...night('deploy', '4', []), scenario: 'another-night' };
    expect(() => lossReport(scenario, record)).toThrow('expected a run of "latency-spike", got one of "another-night"');
  });
});

describe('marks', () => {
  it.each([
    [0.0999, '', ''],
    [0.1, '?!', ''],
    [0.1999, '?!', ''],
    [0.2, '?', ''],
    [0.2999, '?', ''],
    [0.3, '??', ''],
    [5, '??', ''],
    [0, '', '!'],
    [-1, '', '!'],
  ] as const)('a loss of %f is marked "%s", and "%s" where the playbook recommends the change', (loss, plain, recommended) => {
    expect(markOf(loss, false, true)).toBe(plain);
    expect(markOf(loss, true, true)).toBe(recommended);
    expect(markOf(loss, false, false)).toBe(plain);
    expect(markOf(loss, true, false)).toBe('');
  });
});
