import { inLanguage } from './language.ts';

const en = {
  fetchP95: 'Feature fetch p95',
  poolWait: 'Wait for a connection',
  connections: 'Open connections',
  hotPartition: 'Requests on one partition',
  cacheHits: 'Local cache hits',
  loadFactor: 'Store load against a warm cache',
};

/** The feature store, as figures are called. */
export const storeWords = inLanguage({ en });
