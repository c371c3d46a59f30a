import { inLanguage } from '../../domain/words/language.ts';

const en = {
  search: 'Search',
  retrieval: 'Retrieval',
  gateway: 'Gateway',
  'feature-join': 'Feature join',
  ranker: 'Ranker',
  customers: 'Customers',
  monitors: 'Monitors',
  'batch-features': 'Batch features',
  'feature-store': 'Feature store',
  registry: 'Registry',
  training: 'Training',
};

/** Stations of the map behind the title. */
export const homeMapWords = inLanguage({ en });
