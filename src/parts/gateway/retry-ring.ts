import { ATTEMPTS } from '../model-server/cells.ts';

/** Retries that are on their way, by the fifth of a second in which they arrive and by attempt. */
export interface RetryRing {
  due: Float64Array; // empty until the first retry
  tokens: number; // retries that the budget still allows
}

export const RETRY_STEP = 0.2; // s
const BINS = 512; // 102 s ahead

export const createRetryRing = (): RetryRing => ({ due: new Float64Array(0), tokens: 0 });

/** Books a retry: attempt `attempt` (0 = first) arrives at second `at`. */
export function bookRetry(ring: RetryRing, attempt: number, amount: number, at: number): void {
  if (ring.due.length === 0) ring.due = new Float64Array(BINS * ATTEMPTS);
  const bin = Math.floor(at / RETRY_STEP + 1e-9) % BINS;
  ring.due[bin * ATTEMPTS + attempt]! += amount;
}

/** Takes what arrives in [now, now+dt) into `perSecond` (requests/s by attempt; the first attempt's entry is kept) and returns the sum per second. */
export function takeRetries(ring: RetryRing, now: number, dt: number, perSecond: Float64Array): number {
  if (ring.due.length === 0) return 0;
  const first = Math.floor(now / RETRY_STEP + 0.5);
  const bins = Math.max(1, Math.round(dt / RETRY_STEP));
  let sum = 0;
  for (let k = 0; k < bins; k++) {
    const base = ((first + k) % BINS) * ATTEMPTS;
    for (let a = 1; a < ATTEMPTS; a++) {
      const m = ring.due[base + a]!;
      if (m === 0) continue;
      perSecond[a]! += m / dt;
      sum += m / dt;
      ring.due[base + a] = 0;
    }
  }
  return sum;
}
