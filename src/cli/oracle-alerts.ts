import { z } from 'zod';
import { budgetSpent, errorRatioAt, secondsToFire, secondsToReset } from '../parts/alerts/burn.ts';
import { histogramQuantile } from '../parts/alerts/quantile.ts';
import { figure, jsonNumber, number, readCase, relative, remarks, within, type Computed } from './oracle-case.ts';
import { BadInput } from './wrong.ts';

const buckets = z.array(number).min(1).max(10_000);
const quantileSchema = z.strictObject({
  le: buckets,
  cum: z.array(z.number().min(0)).max(10_000),
  q: number,
  expect: number.optional(),
  ...remarks,
});

/** Buckets as they may stand in a file: sorted by bound, and the counts of equal bounds added up, as Prometheus does beforehand. */
function tidy(le: readonly number[], cum: readonly number[]): { bounds: number[]; counts: number[] } {
  const order = le
    .map((_, i) => i)
    .sort((a, b) => ((le[a] as number) < (le[b] as number) ? -1 : (le[a] as number) > (le[b] as number) ? 1 : a - b));
  const bounds: number[] = [];
  const counts: number[] = [];
  for (const i of order) {
    const last = bounds.length - 1;
    if (last >= 0 && bounds[last] === le[i]) counts[last] = (counts[last] as number) + (cum[i] as number);
    else {
      bounds.push(le[i] as number);
      counts.push(cum[i] as number);
    }
  }
  return { bounds, counts };
}

/** The quantile that Prometheus reads off a histogram. */
export function histogramQuantileCase(raw: unknown, where: string): Computed {
  const { le, cum, q } = readCase(quantileSchema, raw, where);
  if (le.length !== cum.length) throw new BadInput(`${where}: expected as many counts as bounds, got ${cum.length} for ${le.length}`);
  if (le.some(Number.isNaN)) throw new BadInput(`${where}, "le": expected bounds that are numbers, got NaN`);
  const { bounds, counts } = tidy(le, cum);
  return {
    input: { le: le.map(jsonNumber), cum, q: jsonNumber(q) },
    figures: { expect: figure(histogramQuantile(q, bounds, counts), within(1e-9)) },
  };
}

const burnSchema = z.strictObject({
  severity: z.string().optional(),
  slo: z.number().min(0).lt(1, 'expected an objective below 1: an error budget of nothing burns at once'),
  periodDays: z.number().positive().max(36_500).default(30),
  longH: z.number().positive().max(1e6),
  shortMin: z.number().positive().max(1e8),
  burnThreshold: z.number().positive().max(1e9),
  errorRatio: z.number().min(0).max(1),
  errThreshold: number.optional(),
  budgetPct: number.optional(),
  timeToFireS: number.optional(),
  resetAfterFixMaxMin: number.optional(),
  ...remarks,
});

/** A burn-rate alert of two windows after a step of errors. */
export function burnRateCase(raw: unknown, where: string): Computed {
  const { severity, slo, periodDays, longH, shortMin, burnThreshold, errorRatio } = readCase(burnSchema, raw, where);
  const [long, short] = [longH * 3600, shortMin * 60];
  if (short > long) throw new BadInput(`${where}: expected a short window of at most the long one, got ${shortMin} min beside ${longH} h`);
  const close = relative(1e-9);
  return {
    input: { ...(severity === undefined ? {} : { severity }), slo, periodDays, longH, shortMin, burnThreshold, errorRatio },
    figures: {
      errThreshold: figure(errorRatioAt(burnThreshold, slo), close),
      budgetPct: figure(100 * budgetSpent(burnThreshold, long, periodDays * 86_400), close),
      timeToFireS: figure(secondsToFire(errorRatio, slo, burnThreshold, long), close),
      resetAfterFixMaxMin: figure(secondsToReset(short) / 60, close),
    },
  };
}
