import { inLanguage } from './language.ts';

const en = {
  p50: 'p50 latency',
  p95: 'p95 latency',
  p99: 'p99 latency',
  rate: 'Request rate',
  unscored: 'Unscored payments',
  http5xx: '5xx responses',
  slow: 'Slower than 1 s',
};

/** The gateway, as figures are called. */
export const gatewayWords = inLanguage({ en });
