import { inLanguage } from './language.ts';

const en = {
  p95: 'merchant-risk call p95',
  callsPerPayment: 'Calls per payment',
  timedOut: 'Calls timed out',
};

/** Calls to the service upstream, as figures are called. */
export const upstreamWords = inLanguage({ en });
