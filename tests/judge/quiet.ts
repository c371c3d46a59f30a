import { openTruth, seal } from '../../src/scenario/truth.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { SPIKE_DRILL } from './scripted.ts';

/** The latency spike with one variant, "upstream", in which nothing should be done: its truth says so, its world is as it was. */
export const QUIET: Scenario = (() => {
  const truth = openTruth(SPIKE_DRILL.sealed);
  const variants = truth.variants.map((variant) =>
    variant.id === 'upstream'
      ? {
          ...variant,
          recommended: {
            ...variant.recommended,
            withoutCause: [],
            mitigate: [],
            fix: [],
            leaveAlone: { needs: ['repeated-calls'], says: 'It passes by itself.', cites: ['g1-q10-calm-triage'] },
          },
        }
      : { ...variant, recommended: { ...variant.recommended, withoutCause: [] } },
  );
  return { ...SPIKE_DRILL, sealed: seal({ ...truth, variants }) };
})();
