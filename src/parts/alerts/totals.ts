/** Running totals of a pair of counters at each evaluation, so that a ratio over any window is two subtractions. Plain data. */
export interface Totals {
  readonly errors: string; // series keys
  readonly requests: string;
  at: number[]; // s, ascending
  errorSum: number[];
  requestSum: number[];
}

export const createTotals = (errors: string, requests: string): Totals => ({ errors, requests, at: [], errorSum: [], requestSum: [] });

/** Steady traffic before the first evaluation. */
export interface History {
  readonly requestsPerSecond: number;
  readonly errorRatio: number;
}

export function pushTotals(totals: Totals, seconds: number, errors: number, requests: number): void {
  totals.at.push(seconds);
  totals.errorSum.push(errors);
  totals.requestSum.push(requests);
}

/**
 * Errors over requests within the last `windowSeconds` before the newest evaluation. Between evaluations totals run straight; before the
 * first they run as the history says. NaN where there were no requests.
 */
export function errorRatioOver(totals: Totals, windowSeconds: number, history: History): number {
  const last = totals.at.length - 1;
  if (last < 0) return NaN;
  const from = (totals.at[last] as number) - windowSeconds;
  const first = totals.at[0] as number;
  let errors: number;
  let requests: number;
  if (from < first) {
    const seconds = first - from;
    requests = (totals.requestSum[0] as number) - seconds * history.requestsPerSecond;
    errors = (totals.errorSum[0] as number) - seconds * history.requestsPerSecond * history.errorRatio;
  } else {
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((totals.at[middle] as number) <= from) low = middle;
      else high = middle - 1;
    }
    const next = low < last ? low + 1 : low;
    const span = (totals.at[next] as number) - (totals.at[low] as number);
    const share = span > 0 ? (from - (totals.at[low] as number)) / span : 0;
    errors = (totals.errorSum[low] as number) + share * ((totals.errorSum[next] as number) - (totals.errorSum[low] as number));
    requests = (totals.requestSum[low] as number) + share * ((totals.requestSum[next] as number) - (totals.requestSum[low] as number));
  }
  const seen = (totals.requestSum[last] as number) - requests;
  return seen > 0 ? ((totals.errorSum[last] as number) - errors) / seen : NaN;
}
