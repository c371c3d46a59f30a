/**
 * The last so many calls of a route, as a fluid: each step adds a batch of calls with its failures and slow calls, and the oldest batch
 * gives way in the same mix. Plain data. Source: Resilience4j, count-based sliding window.
 */
export interface CallWindow {
  calls: number[]; // per batch, oldest first
  failures: number[];
  slow: number[];
}

export const createCallWindow = (): CallWindow => ({ calls: [], failures: [], slow: [] });

const sum = (values: readonly number[]): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

const GRAINS = 100; // batches smaller than this part of the window are added to the last one

/** Adds what came of some calls and forgets what is older than the last `size` calls. */
export function recordCalls(window: CallWindow, size: number, calls: number, failures: number, slow: number): void {
  if (!(calls > 0)) return;
  const last = window.calls.length - 1;
  if (last >= 0 && (window.calls[last] as number) + calls < size / GRAINS) {
    window.calls[last] = (window.calls[last] as number) + calls;
    window.failures[last] = (window.failures[last] as number) + failures;
    window.slow[last] = (window.slow[last] as number) + slow;
  } else {
    window.calls.push(calls);
    window.failures.push(failures);
    window.slow.push(slow);
  }
  let excess = sum(window.calls) - size;
  while (excess > 0) {
    const oldest = window.calls[0] as number;
    if (oldest > excess) {
      const keep = 1 - excess / oldest;
      window.calls[0] = oldest * keep;
      window.failures[0] = (window.failures[0] as number) * keep;
      window.slow[0] = (window.slow[0] as number) * keep;
      return;
    }
    window.calls.shift();
    window.failures.shift();
    window.slow.shift();
    excess -= oldest;
  }
}

/** What the window holds. Rates are shares of calls; NaN while fewer than `minimumCalls` are in it. */
export function windowRates(
  window: CallWindow,
  minimumCalls: number,
): { readonly calls: number; readonly failureRate: number; readonly slowRate: number } {
  const calls = sum(window.calls);
  const enough = calls > 0 && calls >= minimumCalls * (1 - 1e-9); // sums of fractions may miss a whole number by a hair
  return { calls, failureRate: enough ? sum(window.failures) / calls : NaN, slowRate: enough ? sum(window.slow) / calls : NaN };
}
