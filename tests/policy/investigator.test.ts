import { describe, expect, it } from 'vitest';
import { investigator } from '../../src/policy/investigator.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { isIdentified } from '../../src/prove/outcome.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { aScenario, VARIANTS } from '../support/a-scenario.ts';
import { fromData, magnified, OTHER_NAMES, stripped } from '../support/copies.ts';

const SEEDS = ['1', '2', '3'];
const play = (scenario: Scenario, seed: string, variant: string) => playPolicy(scenario, investigator, { seed, variant });

describe('the investigator', () => {
  const copy = fromData(stripped());

  it.each(VARIANTS)(
    'plays the same log where tells, responses and effects are deleted and variants renamed and reordered: %s',
    (variant) => {
      for (const seed of SEEDS) {
        const own = play(aScenario(), seed, variant).record().log;
        expect(play(copy, seed, OTHER_NAMES[variant]!).record().log).toEqual(own);
        expect(own.some(({ action }) => action.type === 'claim-cause')).toBe(true);
      }
    },
  );

  it.each([
    ['weaker', { deploy: 0.93, 'feature-store': 0.8, traffic: 0.9, upstream: 0.7 }],
    ['stronger', { deploy: 1.3, 'feature-store': 1.2, traffic: 1.4, upstream: 1.05 }],
  ] as const)('names the cause in at least four of five nights on a sibling of %s faults', (_, factors) => {
    const sibling = fromData(magnified(factors));
    let paged = 0;
    let named = 0;
    for (const variant of VARIANTS)
      for (const seed of SEEDS) {
        const trace = play(sibling, seed, variant).trace();
        if (trace.pageTick === null) continue;
        paged += 1;
        if (isIdentified(sibling, trace)) named += 1;
      }
    console.log(`${named} of ${paged} nights named`);
    expect(paged).toBeGreaterThanOrEqual(9);
    expect(named / paged).toBeGreaterThanOrEqual(0.8);
  });

  it('opens nothing that could not tell causes apart before it has found the cause', () => {
    for (const variant of VARIANTS) {
      const { entries } = play(aScenario(), '4', variant).trace();
      const firstChange = entries.findIndex(({ action }) => action.type === 'set-breaker' || action.type === 'rollback' || action.type === 'scale' || action.type === 'serve-cached'); // prettier-ignore
      const [cost, ...looks] = entries.slice(0, firstChange).filter(({ action }) => action.type.startsWith('look-'));
      expect(cost?.action).toMatchObject({ dashboard: 'business' }); // what is owed to those who wait, whatever the cause
      expect(looks.length).toBeLessThanOrEqual(4);
      for (const { action } of looks) expect(action).not.toMatchObject({ dashboard: 'drift' });
    }
  });

  it('acts only on what it has seen: each change comes after a look that returned', () => {
    for (const variant of VARIANTS) {
      const trace = play(aScenario(), '5', variant).trace();
      const change = trace.entries.find(({ action }) => action.type === 'rollback' || action.type === 'serve-cached' || action.type === 'set-breaker' || action.type === 'raise-max-replicas' || action.type === 'scale')!; // prettier-ignore
      expect(trace.evidence.filter((one) => one.tick <= change.tick).length).toBeGreaterThan(0);
    }
  });
});
