import { worthOf } from '../../parts/release/worth.ts';
import { meanArrivals } from '../../parts/audience/step.ts';
import { hourOfWeek } from '../../parts/audience/hour-of-week.ts';
import { successesEur } from '../../parts/successes/step.ts';
import type { Catalogue } from '../catalogue.ts';
import { moveCharts } from './charts.ts';
import { guardrailGap } from './compare.ts';
import { lastYearAt } from './season.ts';
import { asRead, p95OfSide } from './tail.ts';
import { extraIn, windowTicks } from './windows.ts';
import type { Setup, World } from './world.ts';

const PLAIN = [
  'successes.share', 'successes.plain_share', 'successes.eur_per_hour', 'successes.baseline_z', 'business.impact_eur_per_minute', 'business.impact_eur',
  'release.success_gap_pp', 'release.share', 'release.decisions', 'model.click_share', 'model.entropy_bits',
  'audience.arrivals_per_second', 'audience.new_client_share', 'audience.treated_share',
] as const; // prettier-ignore
const BY_SIDE = ['release.success_share', 'release.latency_p95_ms', 'release.fallback_share'] as const;
const PEAK = PLAIN.length + 2 * BY_SIDE.length;

/** Where each figure stands in a row: the plain ones, then those of the stable version, then the candidate's; −1 where this system keeps none. */
export function figureColumns({ params }: Setup, { keys }: Catalogue): readonly number[] {
  const sides = [params.release.stable, params.release.candidate];
  const labelled = sides.flatMap((version) => BY_SIDE.map((name) => `${name}{${version}}`));
  return [...PLAIN, ...labelled, `release.fallback_peak_share{${params.release.candidate}}`].map((key) => keys.indexOf(key));
}

/** Running totals, beside what every world keeps. */
export const TOTALS = ['arrivals', 'successes', 'lostEur', 'delayEur', 'pageEur', 'costEur'] as const;
export type Totals = Record<(typeof TOTALS)[number], number>;

/** Fills a scrape's row and totals. @returns what it has cost since the start, in euro */
export function measure(world: World, now: number, row: Float64Array, totals: Totals): number {
  const { setup, state, rig } = world;
  const { params } = setup;
  const { parts, tick } = state;
  const { successes, audience, release } = parts;
  const { columns } = rig;
  const eur = successesEur(successes);
  const set = (figure: number, value: number): void => {
    const column = columns[figure]!;
    if (column >= 0) row[column] = value;
  };
  const from = Math.max(0, tick - windowTicks(world, params.successes.windowSeconds));
  const shortFrom = Math.max(0, tick - windowTicks(world, params.successes.shortSeconds));
  const won = extraIn(world, 'successes', from, tick);
  const ordinary = extraIn(world, 'ordinary', from, tick);
  const share = ordinary > 0 ? won / ordinary : NaN;
  set(0, share);
  const plain = extraIn(world, 'plain', from, tick);
  set(1, plain > 0 ? extraIn(world, 'plainSuccesses', from, tick) / plain : NaN);
  const shortSeconds = (tick - shortFrom) * setup.scenario.brief.tickSeconds;
  set(2, (extraIn(world, 'successes', shortFrom, tick) * params.successes.eurPerSuccess * 3600) / shortSeconds);
  const baseline = params.successes.baselineSeason ? lastYearAt(world, tick) : params.successes.normalShare;
  set(3, (share / baseline - 1) / params.successes.baselineSdShare);
  set(4, successes.lostPerMinute);
  set(5, eur);
  set(6, guardrailGap(world, now));
  set(7, release.share);
  set(8, comparedOnCandidate(world));
  const arrivals = extraIn(world, 'arrivals', from, tick);
  set(9, arrivals > 0 ? extraIn(world, 'clicks', from, tick) / arrivals : NaN);
  set(10, entropyBits(world));
  const perSecond = extraIn(world, 'arrivals', shortFrom, tick) / shortSeconds;
  set(11, perSecond);
  set(12, audience.newClientShare);
  set(13, audience.treatedShare);
  sideFigures(world, from, set);
  totals.arrivals = extraIn(world, 'arrivals', 0, tick);
  totals.successes = extraIn(world, 'successes', 0, tick);
  totals.lostEur = successes.lostEur;
  totals.delayEur = successes.delayEur;
  totals.pageEur = successes.pageEur;
  totals.costEur = successes.costEur;
  const mean = meanArrivals(params.audience, hourOfWeek(params.audience.startHourOfWeek, now), 1);
  const band = params.successes.bandShare * params.successes.normalShare;
  const off = share - params.successes.normalShare;
  moveCharts(world, perSecond / mean, off < -band ? -1 : off > band ? 1 : 0);
  return eur;
}

function sumOf(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += values[i]!;
  return sum;
}

function comparedOnCandidate({ state }: World): number {
  const { trials } = state.parts.experiment;
  return sumOf(trials, trials.length / 2, trials.length);
}

/** What one side counted between two ticks. */
function onSide(world: World, side: number, counted: 'Arrivals' | 'Successes', from: number, to: number): number {
  const candidate = extraIn(world, `candidate${counted}`, from, to);
  return side === 1 ? candidate : extraIn(world, counted === 'Arrivals' ? 'arrivals' : 'successes', from, to) - candidate;
}

function sideFigures(world: World, from: number, set: (figure: number, value: number) => void): void {
  const { setup, state } = world;
  const { params } = setup;
  const { release } = state.parts;
  const { tick } = state;
  for (let side = 0; side < 2; side += 1) {
    const version = side === 0 ? params.release.stable : params.release.candidate;
    const base = PLAIN.length + side * BY_SIDE.length;
    const serves = side === 0 || release.candidate === version;
    const n = serves ? onSide(world, side, 'Arrivals', from, tick) : 0;
    set(base, n > 0 ? onSide(world, side, 'Successes', from, tick) / n : NaN);
    const coldMisses = side === 0 ? 0 : extraIn(world, 'cold', from, tick) / Math.max(1, tick - from);
    set(base + 1, serves ? asRead(world, side, p95OfSide(world, side, version, coldMisses), n) : NaN);
    set(base + 2, n > 0 ? extraIn(world, side === 0 ? 'fallbackStable' : 'fallbackCandidate', from, tick) / n : NaN);
  }
  set(PEAK, fallbackPeak(world));
}

/** The largest share of the candidate's requests, in any whole window since the comparison began, that the fallback answered. NaN: none is over. */
function fallbackPeak(world: World): number {
  const { params, scenario } = world.setup;
  const since = world.state.parts.release.comparedSince;
  if (Number.isNaN(since) || params.release.normalFallbackShare === 0) return NaN;
  const ticks = windowTicks(world, params.successes.windowSeconds);
  let peak = NaN;
  for (let from = Math.round(since / scenario.brief.tickSeconds); from + ticks <= world.state.tick; from += ticks) {
    const n = extraIn(world, 'candidateArrivals', from, from + ticks);
    const share = n > 0 ? extraIn(world, 'fallbackCandidate', from, from + ticks) / n : 0;
    if (!(peak >= share)) peak = share;
  }
  return peak;
}

/** How varied the answers are that the audience gets. */
function entropyBits(world: World): number {
  const { setup, state } = world;
  const { release, audience } = setup.params;
  const { share, candidate, listsCopied } = state.parts.release;
  const expired = listsCopied ? extraIn(world, 'expired', state.tick - 1, state.tick) : 1;
  const bitsOf = (version: string, segment: string): number => {
    const one = release.versions.find(({ id }) => id === version);
    return one?.segments.find(({ id }) => id === segment)?.entropyBits ?? one?.entropyBits ?? 0;
  };
  worthOf(release, audience, candidate); // throws for a version that there is not
  let bits = 0;
  for (const { id, share: ofAll, storedLists } of audience.segments) {
    const own = storedLists ? expired : 1;
    const stable = bitsOf(release.stable, id);
    bits += ofAll * ((1 - share) * stable + share * ((1 - own) * stable + own * bitsOf(candidate, id)));
  }
  return bits;
}
