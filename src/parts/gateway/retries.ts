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

/** Calls at the bottom for one request at the top when every layer retries and the bottom is down. Source: SRE book, Addressing Cascading Failures. */
export function nestedAttempts(layers: number, attemptsPerLayer: number): number {
  let calls = 1;
  for (let layer = 0; layer < layers; layer += 1) calls *= expectedAttempts(1, attemptsPerLayer);
  return calls;
}

/**
 * Tokens of a retry budget after a step: first attempts earn a share of a token each, up to what is kept at most.
 * With retries only for tokens, load stays within 1 + share of the first attempts, plus what was kept.
 */
export function tokensEarned(tokens: number, firstAttempts: number, share: number, most: number): number {
  const next = tokens + firstAttempts * share;
  return next < most ? next : most;
}

/** How many of the wanted retries the tokens allow; each costs one. */
export const retriesGranted = (tokens: number, wanted: number): number => (wanted < tokens ? wanted : tokens);
