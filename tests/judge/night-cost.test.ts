import { expect, it } from 'vitest';
import { avoidableEur, nightCost } from '../../src/judge/night-cost.ts';
import { SPIKE_DRILL, VARIANTS } from './scripted.ts';

const SEED = '11';

it('what could be avoided of a night is what doing nothing costs more than the recommended response', () => {
  for (const variant of VARIANTS) {
    const night = { seed: SEED, variant };
    const [nothing, expert] = [nightCost(SPIKE_DRILL, 'none', night), nightCost(SPIKE_DRILL, 'expert', night)];
    expect(nothing, variant).toBeGreaterThan(expert);
    expect(avoidableEur(SPIKE_DRILL, night), variant).toBe(nothing - expert);
  }
});

it('never less than the floor of the scenario', () => {
  const floorEur = 1e6;
  const dear = { ...SPIKE_DRILL, brief: { ...SPIKE_DRILL.brief, floorEur } };
  expect(avoidableEur(dear, { seed: SEED, variant: 'deploy' })).toBe(floorEur);
});
