import { callMixture, type CallMixture } from '../../parts/upstream/mixture.ts';
import type { UpstreamParams } from '../../parts/upstream/params.ts';
import { between, type SlowCalls } from '../../parts/upstream/slow-calls.ts';
import type { Setup, WorldState } from './world.ts';

// Mixtures are kept by shape, since a fault takes the same path on every night.
const KEPT = 256; // of one way of calling: more than a path of any length meets
const MOST_WAYS = 24;
const NORMAL = 1.2; // times the normal median: below, nothing is noticed
const FINEST_MS = 1 / 1024;

/** One way of calling the service, by all that a mixture is made of beside how slow the service is. */
interface Way {
  readonly sigma: number;
  readonly backoffMs: number;
  readonly timeoutMs: number;
  readonly attempts: number;
  readonly budgetMs: number;
  readonly mixtures: Map<number, CallMixture>; // by how slow the service is
}
let ways: Way[] = [];
let latestWay: Way | null = null;

function wayOf({ slowSigma: sigma, backoffMs }: UpstreamParams, timeoutMs: number, attempts: number, budgetMs: number): Way {
  const same = (one: Way): boolean =>
    one.timeoutMs === timeoutMs &&
    one.attempts === attempts &&
    one.budgetMs === budgetMs &&
    one.sigma === sigma &&
    one.backoffMs === backoffMs;
  if (latestWay !== null && same(latestWay)) return latestWay;
  let found = ways.find(same);
  if (found === undefined) {
    found = { sigma, backoffMs, timeoutMs, attempts, budgetMs, mixtures: new Map() };
    ways = [...ways.slice(1 - MOST_WAYS), found];
  }
  latestWay = found;
  return found;
}

function mixtureOf({ mixtures, sigma, timeoutMs, attempts, backoffMs, budgetMs }: Way, medianMs: number): CallMixture {
  let mixture = mixtures.get(medianMs);
  if (mixture === undefined) {
    if (mixtures.size >= KEPT) mixtures.clear();
    mixture = callMixture({ medianMs, sigma, timeoutMs, attempts, backoffMs, budgetMs });
    mixtures.set(medianMs, mixture);
  }
  return mixture;
}

/** The step of a grid that has so many steps up to a median, or up to twice as many, ms. */
function stepMs(medianMs: number, steps: number): number {
  let step = 1;
  while (step * 2 * steps <= medianMs) step *= 2;
  while (step * steps > medianMs && step > FINEST_MS) step /= 2;
  return step;
}

interface Moment {
  readonly way: Way;
  readonly medianMs: number;
  readonly secondShare: number;
  readonly steps: number;
  readonly calls: SlowCalls;
}
let latest: Moment | null = null;

/** Calls to the slow shard as faults and settings have them; null while it answers as it normally does. */
export function slowCallsOf(setup: Setup, state: WorldState): SlowCalls | null {
  const up = setup.params.upstream;
  const { controls } = state.parts;
  const medianMs = state.inputs['upstream.slowMedianMs'];
  if (medianMs <= up.normalMedianMs * NORMAL) return null;
  const budgetMs = controls.upstreamFallback ? up.fallbackBudgetMs : Infinity;
  const secondShare = controls.upstreamFallback ? 0 : state.inputs['upstream.secondLookupShare'];
  const way = wayOf(up, controls.upstreamTimeoutMs, controls.upstreamAttempts, budgetMs);
  const steps = setup.servingSteps.slowness;
  const known =
    latest !== null && latest.way === way && latest.medianMs === medianMs && latest.secondShare === secondShare && latest.steps === steps;
  if (!known) latest = { way, medianMs, secondShare, steps, calls: callsAt(way, medianMs, steps, secondShare) };
  return latest!.calls;
}

function callsAt(way: Way, medianMs: number, steps: number, secondShare: number): SlowCalls {
  const step = stepMs(medianMs, steps);
  const place = Math.floor(medianMs / step);
  return between(mixtureOf(way, place * step), mixtureOf(way, (place + 1) * step), medianMs / step - place, secondShare);
}
