/**
 * Calls that one request becomes when each attempt fails with probability p and at most `maxAttempts` are made:
 * 1 + p + p² + …
 */
export function expectedAttempts(failProb: number, maxAttempts: number): number {
  let reached = 1;
  let sum = 0;
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    sum += reached;
    reached *= failProb;
  }
  return sum;
}

/** A token bucket for retries: first attempts earn, retries spend. Plain data. */
export interface RetryBudget {
  tokens: number; // retries that may still be made
}

/**
 * Earns `share` of a token for each first attempt, and grants as many of the wanted retries as there are tokens.
 * Load then stays within 1 + share of the first attempts, plus what the bucket held.
 * @param share of first attempts that may be retried @param most tokens kept for later
 */
export function spendRetryBudget(budget: RetryBudget, firstAttempts: number, wanted: number, share: number, most: number): number {
  const available = budget.tokens + firstAttempts * share;
  const granted = wanted < available ? wanted : available;
  const left = available - granted;
  budget.tokens = left < most ? left : most;
  return granted;
}
