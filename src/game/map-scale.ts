import { formatValue } from '../domain/metric.ts';
import type { LineView, Observation } from '../domain/observation.ts';
import { audienceWords } from '../domain/words/audience.ts';
import { latest, rateMetric } from './map-figures.ts';
import { scaleTexts } from './words/map-scale.ts';

/** What one dot of a map stands for. It goes by the system's normal traffic, so it stays the same through a run. */
export type DotScale =
  | { readonly kind: 'rate'; readonly perSecond: number; readonly of: string } // at normal latency; a jam holds more dots for the same rate
  | { readonly kind: 'rows'; readonly perDay: number }
  | { readonly kind: 'usual'; readonly dots: number; readonly shares: ReadonlyMap<string, number> }; // of usual traffic, on lines whose latency is known and whose traffic is not

const STEPS = [1, 2, 3, 5, 10];
const DOTS_OF_RATE = 3; // on a hop at normal latency: a hop that slows down tenfold must still have room for its dots
const DOTS_OF_ROWS = 4; // those stand, and on a short line more would run into a bar

function powerOf(figure: number): number {
  let power = 1;
  while (power > figure) power /= 10;
  while (power * 10 <= figure) power *= 10;
  return power;
}

/** The greatest round number (1, 2, 3 or 5 of a power of ten) that is not above a figure. */
export function roundDown(figure: number): number {
  if (!(figure > 0)) return 1;
  const power = powerOf(figure);
  return power * (STEPS.findLast((step) => step * power <= figure) ?? 1);
}

/** The least round number that is not below a figure. */
export function roundUp(figure: number): number {
  if (!(figure > 0)) return 1;
  const power = powerOf(figure);
  return power * (STEPS.find((step) => step * power >= figure) ?? 10);
}

/** The scale of a map's dots; null until a dashboard that counts the traffic was opened. */
export function dotScale(observation: Pick<Observation, 'dashboards'>): DotScale | null {
  const rate = rateMetric(observation);
  if (rate !== null)
    return {
      kind: 'rate',
      perSecond: roundDown(rate.normal.typical / DOTS_OF_RATE),
      of: audienceWords.whoArrives(rate.title) ?? scaleTexts.requests,
    };
  const rows = latest(observation, 'data.rows_per_day');
  return rows === null ? null : { kind: 'rows', perDay: roundDown(rows.metric.normal.typical / DOTS_OF_ROWS) };
}

/** The scale where only latencies are known: dots then are usual traffic at these. Null where there is none either. @param shareOf of all traffic, what a line carries */
export function usualScale(lines: readonly LineView[], shareOf: (line: string) => number): DotScale | null {
  const timed = lines.filter(({ kind, ratePerSecond, latencyMs }) => kind === 'request' && ratePerSecond === null && latencyMs !== null);
  return timed.length === 0 ? null : { kind: 'usual', dots: DOTS_OF_RATE, shares: new Map(timed.map(({ id }) => [id, shareOf(id)])) };
}

/** The scale in words: "= 300 requests/s". */
export function scaleWords(scale: DotScale | null): string {
  if (scale === null) return scaleTexts.notLookedAt;
  if (scale.kind === 'usual') return scaleTexts.usualUntil(scale.dots);
  return scale.kind === 'rate' ? scaleTexts.rate(scale.perSecond, scale.of) : scaleTexts.rows(formatValue(scale.perDay, 'count'));
}
