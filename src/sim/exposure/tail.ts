import { normalQuantile } from '../../kernel/math.ts';
import { drawAt } from '../../kernel/streams.ts';
import { mixtureQuantile, type AnswerKind } from '../../parts/release/latency.ts';
import type { ReleaseParams } from '../../parts/release/params.ts';
import { responseFactorOf } from '../../parts/release/worth.ts';
import type { World } from './world.ts';

const COLD_STEPS = 400; // cold misses are read to within a quarter of a percent, so that most quantiles are known already
const MIX_STEPS = 200;
const KEPT = 2000;
const known = new WeakMap<ReleaseParams, Map<string, number>>();
const mix = new Float64Array(8);

/** The p95 of what one side answers, in ms, from what it is made of: segments of its traffic, its version, misses of cold caches. NaN without traffic. */
export function p95OfSide(world: World, side: number, version: string, coldMisses: number): number {
  const { release } = world.state.parts;
  const tail = world.rig.tails[side]!;
  const cold = Math.round(coldMisses * COLD_STEPS);
  const weight = release.byUnit ? 1 : world.rig.inputs.originWeight;
  if (tail.cold !== cold || tail.share !== release.share || tail.weight !== weight || tail.version !== version) {
    tail.cold = cold;
    tail.share = release.share;
    tail.weight = weight;
    tail.version = version;
    tail.ms = workOut(world, side, version, cold);
  }
  return tail.ms;
}

function workOut({ setup, rig }: World, side: number, version: string, cold: number): number {
  const { params, cells } = setup;
  const { release, audience } = params;
  mix.fill(0);
  let all = 0;
  for (let cell = 0; cell < cells.count; cell += 1)
    if (cells.sideOf[cell] === side) {
      mix[cells.segmentOf[cell]!]! += rig.exposure.arrivals[cell]!;
      all += rig.exposure.arrivals[cell]!;
    }
  if (!(all > 0)) return NaN;
  let key = `${version} ${cold}`;
  for (let s = 0; s < cells.segments; s += 1) key += ` ${(mix[s] = Math.round((mix[s]! / all) * MIX_STEPS))}`;
  let quantiles = known.get(release);
  if (quantiles === undefined) known.set(release, (quantiles = new Map()));
  let p95 = quantiles.get(key);
  if (p95 === undefined) {
    if (quantiles.size >= KEPT) quantiles.clear();
    const median = release.medianMs * responseFactorOf(release, version);
    const kinds = audience.segments.flatMap((segment, s): AnswerKind[] => [
      { weight: mix[s]! * (1 - cold / COLD_STEPS), medianMs: median * segment.responseFactor },
      { weight: (mix[s]! * cold) / COLD_STEPS, medianMs: median * segment.responseFactor * release.coldFactor },
    ]);
    p95 = mixtureQuantile(0.95, kinds, release.sigma);
    quantiles.set(key, p95);
  }
  return p95;
}

/** A quantile as it is read off so many requests: one draw a scrape and side. */
export function asRead({ rig, setup, state }: World, side: number, p95: number, requests: number): number {
  if (!(requests > 0)) return NaN;
  const sd = Math.min(0.3, setup.params.release.tailSampleSd * Math.sqrt(900 / requests));
  return p95 * Math.max(0.2, 1 + sd * normalQuantile(drawAt(rig.draws.tail, state.tick, side) * (1 - 1e-9) + 5e-10));
}
