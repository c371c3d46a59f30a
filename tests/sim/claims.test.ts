import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/domain/action.ts';
import { play, type Act, type Played } from '../support/play.ts';

const SEEDS = ['1', '2', '3', '4'];
const SECONDS = 120; // after the page: when the change is asked for
const P95 = 'gateway.latency_p95_ms';
const UNSCORED = 'gateway.unscored_share';

const plays = new Map<string, Played>();
/** One night with some changes two minutes after the page; each is played once. */
function night(variant: string, seed: string, ...changes: readonly Change[]): Played {
  const key = JSON.stringify([variant, seed, changes]);
  const known = plays.get(key) ?? play(variant, changes.map((change, i): Act => [SECONDS + i * 15, change]), seed); // prettier-ignore
  plays.set(key, known);
  return known;
}

const REPOINT: Change = { type: 'repoint-champion', version: 'v41' };
const ROLLBACK: Change = { type: 'rollback' };
const SCALE: Change = { type: 'scale', replicas: 16 };
const RAISE: Change = { type: 'raise-max-replicas', max: 16 };
const RESTART: Change = { type: 'restart' };
const CACHED: Change = { type: 'serve-cached', on: true };
const BREAKER: Change = { type: 'set-breaker', route: 'merchant-risk', mode: 'forced-open' };
const STORE_BREAKER: Change = { type: 'set-breaker', route: 'feature-store', mode: 'automatic' };
const ONCE: Change = { type: 'set-retries', route: 'merchant-risk', attempts: 1 };
const PATIENT = (timeoutMs: number): Change => ({ type: 'set-timeout', route: 'merchant-risk', timeoutMs });

/** What a claim says of minutes after the page: bounds of p95 in ms and of the unscored share in percent, of a minute's mean. */
type Says = readonly [minutes: readonly number[], p95Ms: readonly [number, number], unscoredPercent: readonly [number, number]];

const HEALTHY: readonly [number, number] = [135, 165];
const NOBODY: readonly [number, number] = [0, 0.2];
const TWO_SECONDS: readonly [number, number] = [1800, 2200];

// Targets: what the scenario's author expects of each change, two minutes after the page. Bounds leave the scatter of readings (4 %)
// and of boot times; where the plan has a number, it lies within.
const CLAIMS: readonly { readonly says: string; readonly variant: string; readonly changes: readonly Change[]; readonly then: readonly Says[] }[] = [
  { says: 'nothing: p95 stays, unscored payments grow to 11 %', variant: 'deploy', changes: [], then: [[[1, 5, 10, 20, 30, 38], TWO_SECONDS, [2.2, 11.5]], [[38], TWO_SECONDS, [10, 12]]] },
  { says: 'nothing: p95 stays, unscored payments grow to 11 %', variant: 'feature-store', changes: [], then: [[[1, 5, 10, 20, 30, 38], TWO_SECONDS, [2.2, 11.5]], [[38], TWO_SECONDS, [10, 12]]] },
  { says: 'nothing: p95 stays, unscored payments grow to 11 %', variant: 'traffic', changes: [], then: [[[1, 5, 10, 20, 30, 38], TWO_SECONDS, [2.2, 11.5]], [[38], TWO_SECONDS, [10, 12]]] },
  { says: 'nothing: p95 goes to three seconds, unscored payments grow to 11 %', variant: 'upstream', changes: [], then: [[[1, 5], [1850, 2500], [2.2, 4.5]], [[15, 25, 38], [2750, 3300], [5.5, 12]], [[38], [2750, 3300], [10, 12]]] },

  { says: 'a rollback cures within four minutes, and for a quarter of an hour only', variant: 'deploy', changes: [ROLLBACK], then: [[[6, 9, 12, 17], HEALTHY, NOBODY], [[21, 30, 38], TWO_SECONDS, [6.5, 12]]] },
  { says: 'a rollback lasts where the registry is pointed back', variant: 'deploy', changes: [ROLLBACK, REPOINT], then: [[[6, 9, 12, 17, 21, 30, 38], HEALTHY, NOBODY]] },
  { says: 'more pods take the queue away and leave the heavy cards, for twenty minutes', variant: 'deploy', changes: [SCALE], then: [[[6, 9, 12, 15, 19], [480, 620], [0, 0.3]], [[27, 38], TWO_SECONDS, [7.5, 12]]] },

  { says: 'cached features cure', variant: 'feature-store', changes: [CACHED], then: [[[5, 10, 20, 38], [270, 350], NOBODY]] },
  { says: 'a breaker cures', variant: 'feature-store', changes: [STORE_BREAKER], then: [[[5, 10, 20, 38], [135, 200], NOBODY]] },
  { says: 'a rollback looks like a cure for four minutes, then more are lost than before', variant: 'feature-store', changes: [ROLLBACK], then: [[[6, 7], HEALTHY, NOBODY], [[9], TWO_SECONDS, [12, 22]], [[12, 15, 17], TWO_SECONDS, [5.5, 10]]] },
  { says: 'more pods look like a cure for four minutes, then the store takes 2.9 s', variant: 'feature-store', changes: [SCALE], then: [[[6, 7], HEALTHY, NOBODY], [[10, 12, 15, 19], [2750, 3250], [12, 20]]] },

  { says: 'more pods cure, for twenty minutes', variant: 'traffic', changes: [SCALE], then: [[[6, 9, 12, 15, 19], HEALTHY, NOBODY], [[27, 38], TWO_SECONDS, [7.5, 12]]] },
  { says: 'more pods last where the ceiling is raised', variant: 'traffic', changes: [SCALE, RAISE], then: [[[6, 9, 12, 19, 27, 38], HEALTHY, NOBODY]] },
  { says: 'a rollback gives no dip at all, and pods that restart lose more', variant: 'traffic', changes: [ROLLBACK], then: [[[5], [1800, 2250], [15, 35]], [[7, 12], TWO_SECONDS, [2, 5]]] },

  { says: 'a breaker cures', variant: 'upstream', changes: [BREAKER], then: [[[5, 10, 20, 38], HEALTHY, NOBODY]] },
  { says: 'asking once loses nobody and leaves a second of waiting', variant: 'upstream', changes: [ONCE], then: [[[5, 10, 20, 38], [900, 1200], NOBODY]] },
  { says: 'a timeout of 2 s runs the workers out', variant: 'upstream', changes: [PATIENT(2000)], then: [[[15], [2750, 3300], [6.8, 9]], [[27], [2750, 3300], [25, 35]], [[38], [2750, 3300], [40, 65]]] },
  { says: 'a timeout of 1 s takes all slow merchants past three seconds', variant: 'upstream', changes: [PATIENT(1000)], then: [[[6, 10], [2750, 3300], [5.5, 9]], [[38], [2750, 3300], [22, 34]]] },
  { says: 'a rollback looks like a cure for four minutes', variant: 'upstream', changes: [ROLLBACK], then: [[[6, 7], [165, 210], [0.5, 1.5]], [[12, 15, 30], [2750, 3300], [5, 10]]] },
]; // prettier-ignore

const between = (value: number, [low, high]: readonly [number, number], what: string): void => {
  expect(value, what).toBeGreaterThanOrEqual(low);
  expect(value, what).toBeLessThanOrEqual(high);
};

describe('what a change does, two minutes after the page', () => {
  for (const { says, variant, changes, then } of CLAIMS)
    it(`in ${variant}, ${says}`, () => {
      for (const seed of SEEDS) {
        const { at } = night(variant, seed, ...changes);
        for (const [minutes, p95Ms, unscoredPercent] of then)
          for (const minute of minutes) {
            between(at(P95, minute), p95Ms, `p95 at +${minute} min, seed ${seed}`);
            between(100 * at(UNSCORED, minute), unscoredPercent, `unscored at +${minute} min, seed ${seed}`);
          }
      }
    });

  it('loses more in feature-store after a rollback than if nothing had been done, once its calm is over', () => {
    for (const seed of SEEDS)
      for (const minute of [9, 10, 12]) expect(night('feature-store', seed, ROLLBACK).at(UNSCORED, minute)).toBeGreaterThan(1.3 * night('feature-store', seed).at(UNSCORED, minute)); // prettier-ignore
  });

  it('changes nothing in upstream where pods are added, once what they preloaded has expired', () => {
    for (const seed of SEEDS)
      for (const minute of [12, 15, 19]) {
        between(night('upstream', seed, SCALE).at(P95, minute) / night('upstream', seed).at(P95, minute), [0.99, 1.01], `+${minute} min`);
        between(night('upstream', seed, SCALE).at(UNSCORED, minute) / night('upstream', seed).at(UNSCORED, minute), [0.99, 1.01], `+${minute} min`); // prettier-ignore
      }
  });

  for (const variant of ['deploy', 'feature-store', 'traffic', 'upstream'])
    it(`loses most payments for more than a minute in ${variant} where every pod is restarted, and is then where it was`, () => {
      for (const seed of SEEDS) {
        const { trace, page, at } = night(variant, seed, RESTART);
        const shares = Array.from({ length: 20 }, (_, i) => {
          const from = page + SECONDS + i * 15;
          const of = (key: string): number => trace.total(key, from + 15) - trace.total(key, from);
          return of('unscored') / of('requests');
        });
        const most = 15 * shares.filter((share) => share > 0.5).length;
        if (seed === '1')
          console.log(`restart in ${variant}: more than half lost for ${most} s, ${shares.slice(0, 9).map((share) => `${Math.round(100 * share)} %`).join(', ')} by quarter of a minute`); // prettier-ignore
        between(most, [60, 105], `s with more than half lost, seed ${seed}`); // the plan: 90
        expect(Math.max(...shares)).toBeGreaterThan(0.97);
        for (const minute of [12, 20, 38])
          between(at(P95, minute) / night(variant, seed).at(P95, minute), [0.98, 1.02], `p95 at +${minute} min`);
        between(at(UNSCORED, 38) / night(variant, seed).at(UNSCORED, 38), [0.98, 1.02], 'unscored at +38 min');
        expect(trace.impactEur).toBeGreaterThan(night(variant, seed).trace.impactEur);
      }
    });

  it('costs more than doing nothing at least once in every variant', () => {
    const worse = (variant: string, ...changes: readonly Change[]): void => {
      for (const seed of SEEDS)
        expect(night(variant, seed, ...changes).trace.impactEur).toBeGreaterThan(night(variant, seed).trace.impactEur);
    };
    worse('deploy', RESTART);
    worse('feature-store', SCALE);
    worse('traffic', RESTART);
    worse('upstream', PATIENT(1000));
    worse('upstream', PATIENT(2000));
  });
});
