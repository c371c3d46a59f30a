import { worthOf } from '../../parts/release/worth.ts';
import { meanArrivals } from '../../parts/audience/step.ts';
import { hourOfWeek } from '../../parts/audience/hour-of-week.ts';
import { successesEur } from '../../parts/successes/step.ts';
import type { Catalogue } from '../catalogue.ts';
import { moveCharts } from './charts.ts';
import { guardrailGap } from './compare.ts';
import { lastYearAt } from './season.ts';
import { asRead, p95OfSide } from './tail.ts';
import { EXTRA, type Extra } from './columns.ts';
import { addedToAll } from './history.ts';
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

/** Running totals, beside what every world keeps, in the order in which `measure` fills them. */
export const TOTALS = ['arrivals', 'successes', 'lostEur', 'delayEur', 'pageEur', 'costEur'] as const;

/** Writes a figure where this system keeps it. */
function put(row: Float64Array, columns: readonly number[], figure: number, value: number): void {
  const column = columns[figure]!;
  if (column >= 0) row[column] = value;
}

/** Fills a scrape's row and totals. @returns what it has cost since the start, in euro */
export function measure(world: World, now: number, row: Float64Array, totals: Float64Array): number {
  const { setup, state, rig } = world;
  const { params } = setup;
  const { parts, tick } = state;
  const { successes, audience, release } = parts;
  const { columns } = rig;
  const eur = successesEur(successes);
  const full = windowTicks(world, params.successes.windowSeconds);
  const from = Math.max(0, tick - full);
  const shortFrom = Math.max(0, tick - windowTicks(world, params.successes.shortSeconds));
  const { window } = rig;
  addedToAll(rig.history, from, tick, window);
  const won = window[EXTRA.successes]!;
  const ordinary = window[EXTRA.ordinary]!;
  const share = ordinary > 0 && tick >= full / 2 ? won / ordinary : NaN; // of less than half a window nothing is read
  put(row, columns, 0, share);
  const plain = window[EXTRA.plain]!;
  put(row, columns, 1, plain > 0 ? window[EXTRA.plainSuccesses]! / plain : NaN);
  const shortSeconds = (tick - shortFrom) * setup.scenario.brief.tickSeconds;
  put(row, columns, 2, (extraIn(world, EXTRA.successes, shortFrom, tick) * params.successes.eurPerSuccess * 3600) / shortSeconds);
  const baseline = params.successes.baselineSeason ? lastYearAt(world, tick) : params.successes.normalShare;
  put(row, columns, 3, tick >= full ? (share / baseline - 1) / params.successes.baselineSdShare : NaN);
  put(row, columns, 4, successes.lostPerMinute);
  put(row, columns, 5, eur);
  put(row, columns, 6, guardrailGap(world, now));
  put(row, columns, 7, release.share);
  put(row, columns, 8, comparedOnCandidate(world));
  const arrivals = window[EXTRA.arrivals]!;
  put(row, columns, 9, arrivals > 0 ? window[EXTRA.clicks]! / arrivals : NaN);
  if (columns[10]! >= 0) put(row, columns, 10, entropyBits(world));
  const perSecond = extraIn(world, EXTRA.arrivals, shortFrom, tick) / shortSeconds;
  put(row, columns, 11, perSecond);
  put(row, columns, 12, audience.newClientShare);
  put(row, columns, 13, audience.treatedShare);
  sideFigures(world, tick - from, row);
  totals[0] = extraIn(world, EXTRA.arrivals, 0, tick);
  totals[1] = extraIn(world, EXTRA.successes, 0, tick);
  totals[2] = successes.lostEur;
  totals[3] = successes.delayEur;
  totals[4] = successes.pageEur;
  totals[5] = successes.costEur;
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

/** What one side counted in the window. */
const onSide = (window: Float64Array, side: number, ofAll: Extra, ofCandidate: Extra): number =>
  side === 1 ? window[ofCandidate]! : window[ofAll]! - window[ofCandidate]!;

/** @param ticks of the window */
function sideFigures(world: World, ticks: number, row: Float64Array): void {
  const { setup, state, rig } = world;
  const { columns, window } = rig;
  const { params } = setup;
  const { release } = state.parts;
  for (let side = 0; side < 2; side += 1) {
    const version = side === 0 ? params.release.stable : params.release.candidate;
    const base = PLAIN.length + side * BY_SIDE.length;
    const serves = side === 0 || release.candidate === version;
    const n = serves ? onSide(window, side, EXTRA.arrivals, EXTRA.candidateArrivals) : 0;
    put(row, columns, base, n > 0 ? onSide(window, side, EXTRA.successes, EXTRA.candidateSuccesses) / n : NaN);
    const coldMisses = side === 0 ? 0 : window[EXTRA.cold]! / Math.max(1, ticks);
    put(row, columns, base + 1, serves ? asRead(world, side, p95OfSide(world, side, version, coldMisses), n) : NaN);
    put(row, columns, base + 2, n > 0 ? window[side === 0 ? EXTRA.fallbackStable : EXTRA.fallbackCandidate]! / n : NaN);
  }
  put(row, columns, PEAK, fallbackPeak(world));
}

/** The largest share of the candidate's requests, in any whole window since the comparison began, that the fallback answered. NaN: none is over. */
function fallbackPeak(world: World): number {
  const { params, scenario } = world.setup;
  const { peak } = world.rig;
  const since = world.state.parts.release.comparedSince;
  if (Number.isNaN(since) || params.release.normalFallbackShare === 0) return NaN;
  if (peak.since !== since) {
    peak.since = since;
    peak.from = Math.round(since / scenario.brief.tickSeconds);
    peak.share = NaN;
  }
  const ticks = windowTicks(world, params.successes.windowSeconds);
  for (; peak.from + ticks <= world.state.tick; peak.from += ticks) {
    const n = extraIn(world, EXTRA.candidateArrivals, peak.from, peak.from + ticks);
    const share = n > 0 ? extraIn(world, EXTRA.fallbackCandidate, peak.from, peak.from + ticks) / n : 0;
    if (!(peak.share >= share)) peak.share = share;
  }
  return peak.share;
}

/** How varied the answers are that the audience gets. */
function entropyBits(world: World): number {
  const { setup, state } = world;
  const { release, audience } = setup.params;
  const { share, candidate, listsCopied } = state.parts.release;
  const expired = listsCopied ? extraIn(world, EXTRA.expired, state.tick - 1, state.tick) : 1;
  const stable = worthOf(release, audience, release.stable).entropyBits;
  const own = worthOf(release, audience, candidate).entropyBits;
  let bits = 0;
  for (let i = 0; i < audience.segments.length; i += 1) {
    const { share: ofAll, storedLists } = audience.segments[i]!;
    const renewed = storedLists ? expired : 1;
    bits += ofAll * ((1 - share) * stable[i]! + share * ((1 - renewed) * stable[i]! + renewed * own[i]!));
  }
  return bits;
}
