import { inLanguage } from './language.ts';

const en = {
  rolledBack: 'the deployment has been rolled back already',
  noVersion: (version: string, known: readonly string[]) => `there is no version "${version}"; expected one of ${known.join(', ')}`,
  replicas: (replicas: number) => `the deployment already asks for ${replicas} replicas`,
  noBreaker: (route: string, known: readonly string[]) => `the route ${route} has no breaker; expected one of ${known.join(', ')}`,
  breaker: (route: string, mode: string) => `the breaker to ${route} is already ${mode}`,
  cached: (on: boolean) => `cached features are already ${on ? 'on' : 'off'}`,
  checkoutTimeout: 'the checkout sets that timeout, and it gives up after 3 s',
  timeout: (ms: number) => `the timeout is already ${ms} ms`,
  notRetried: 'feature fetches are not retried',
  attempts: (attempts: number) => `it already makes ${attempts} attempts`,
  shed: 'the gateway already sheds that share',
  champion: (version: string) => `you have made ${version} champion already`,
  split: 'the partition has been split already',
  belowMin: (min: number) => `the maximum cannot be below the minimum, ${min}`,
  max: (max: number) => `the maximum is already ${max}`,
  noField: 'the route to fraud-api has no field to fall back from',
  fallback: 'that fallback is in place',
};

/** Why a change to a serving path cannot be made now. */
export const servingRefusals = inLanguage({ en });
