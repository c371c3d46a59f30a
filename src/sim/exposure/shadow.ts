import { binomialQuantile } from '../../kernel/binomial.ts';
import { keyedDraw } from '../../kernel/streams.ts';
import { createExposure, expose } from '../../parts/successes/exposure.ts';
import { exposureInputs } from './inputs.ts';
import type { World } from './world.ts';

const DISAGREEMENT = 0.005; // of paired decisions, in each direction, that come of nothing but rounding and timing

/**
 * Both versions have scored the same requests, and the pairs are compared: McNemar's test on the decisions in which they differ.
 * Nobody was exposed. @returns whether the candidate turns away so many more that the release stops
 */
export function shadowObjects(world: World): boolean {
  const { setup, state } = world;
  const { params, cells, seed } = setup;
  const { shadow } = params.release;
  const out = createExposure(cells);
  const { tickSeconds } = setup.scenario.brief;
  const arrivals = (state.parts.audience.arrivals * shadow.seconds) / tickSeconds;
  const who = { ...state.parts.audience, arrivals };
  const version = { ...state.parts.release, share: 0.5, cold: 0, byUnit: true, listsCopied: false };
  expose(out, cells, params.audience, params.release, params.successes, who, version, exposureInputs(state.inputs));
  let [worse, better] = [0, 0]; // pairs in which only the candidate turned away, only the stable version
  for (let cell = 0; cell + 1 < cells.count; cell += 2) {
    const n = Math.round(out.arrivals[cell]! + out.arrivals[cell + 1]!);
    const apart = out.success[cell]! - out.success[cell + 1]!;
    const draw = (k: number): number => keyedDraw(seed, 'release', 'shadow', state.tick, cell + k);
    worse += binomialQuantile(draw(0), n, Math.min(1, DISAGREEMENT + Math.max(0, apart)));
    better += binomialQuantile(draw(1), n, Math.min(1, DISAGREEMENT + Math.max(0, -apart)));
  }
  return worse + better > 0 && (worse - better) / Math.sqrt(worse + better) > shadow.z;
}
