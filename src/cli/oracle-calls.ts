import { z } from 'zod';
import { loadAmplification } from '../parts/feature-store/amplification.ts';
import { expectedAttempts, spendRetryBudget } from '../parts/gateway/retries.ts';
import { adaptiveDropShare } from '../parts/gateway/throttling.ts';
import { figure, number, readCase, remarks, within, type Computed } from './oracle-case.ts';

const share = z.number().min(0).max(1);
const attempts = z.number().int().min(1).max(100_000);
const count = z.number().min(0).max(1e15);

const schema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('attempts'), failProb: share, maxAttempts: attempts, expectedAttempts: number.optional(), ...remarks }),
  z.strictObject({
    kind: z.literal('nestedRetries'),
    layers: z.number().int().min(1).max(100),
    attemptsPerLayer: attempts,
    worstCaseCalls: number.optional(),
    ...remarks,
  }),
  z.strictObject({
    kind: z.literal('retryBudget'),
    budgetShare: z.number().min(0).max(1000),
    maxLoadFactor: number.optional(),
    ...remarks,
  }),
  z.strictObject({
    kind: z.literal('adaptiveThrottling'),
    requests: count,
    accepts: count,
    K: z.number().min(0).max(1e6),
    dropProb: number.optional(),
    ...remarks,
  }),
  z.strictObject({ kind: z.literal('cacheAmplification'), hitBefore: share, hitAfter: share, dbLoadFactor: number.optional(), ...remarks }),
]);

/** Load under a retry budget when every attempt is to be tried again: played with the budget itself. */
function loadFactor(budgetShare: number): number {
  const budget = { tokens: 0 };
  const first = 1000;
  const retries = spendRetryBudget(budget, first, Infinity, budgetShare, Infinity);
  return (first + retries) / first;
}

/** What calls become on their way: retried, refused at the client, let through by a cache. */
export function callsCase(raw: unknown, where: string): Computed {
  const one = readCase(schema, raw, where);
  const close = within(1e-6);
  switch (one.kind) {
    case 'attempts': {
      const { kind, failProb, maxAttempts } = one;
      return {
        input: { kind, failProb, maxAttempts },
        figures: { expectedAttempts: figure(expectedAttempts(failProb, maxAttempts), close) },
      };
    }
    case 'nestedRetries': {
      const { kind, layers, attemptsPerLayer } = one;
      let calls = 1;
      for (let layer = 0; layer < layers; layer += 1) calls *= expectedAttempts(1, attemptsPerLayer); // the bottom is down: all fail
      return { input: { kind, layers, attemptsPerLayer }, figures: { worstCaseCalls: figure(calls, close) } };
    }
    case 'retryBudget': {
      const { kind, budgetShare } = one;
      return { input: { kind, budgetShare }, figures: { maxLoadFactor: figure(loadFactor(budgetShare), close) } };
    }
    case 'adaptiveThrottling': {
      const { kind, requests, accepts, K } = one;
      return { input: { kind, requests, accepts, K }, figures: { dropProb: figure(adaptiveDropShare(requests, accepts, K), close) } };
    }
    case 'cacheAmplification': {
      const { kind, hitBefore, hitAfter } = one;
      return { input: { kind, hitBefore, hitAfter }, figures: { dbLoadFactor: figure(loadAmplification(hitBefore, hitAfter), close) } };
    }
  }
}
