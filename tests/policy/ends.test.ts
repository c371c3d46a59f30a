import { describe, expect, it } from 'vitest';
import { shipped } from '../../src/cli/library.ts';
import { policyOf } from '../../src/policy/policies.ts';
import { playPolicy } from '../../src/policy/policy.ts';
import { openTruth } from '../../src/scenario/truth.ts';

const SEED = '11';

describe('whoever responds rightly', () => {
  for (const scenario of shipped())
    it.each(openTruth(scenario.sealed).variants.map((variant) => [scenario.brief.id, variant.id, variant.recommended.leaveAlone !== null]))(
      'is told in %s, %s, that it is over, and can end the incident',
      (_id, variant, leftAlone) => {
        const run = playPolicy(scenario, policyOf('expert', scenario, variant), { seed: SEED, variant });
        const { resolvedTick, verified } = run.glance().observation;
        const asked = run.record().log.filter(({ action }) => action.type === 'verify').length;
        expect(resolvedTick, `seed ${SEED}`).not.toBeNull();
        expect(asked).toBeLessThanOrEqual(4);
        if (!leftAlone) expect(verified, `seed ${SEED}`).toMatchObject({ recovered: true });
      },
    );
});
