import { setup } from 'xstate';

/** The busiest partition of the online store. */
export const storeChart = setup({ types: { events: {} as { type: 'STRAIN' } | { type: 'FULL' } | { type: 'EASE' } } }).createMachine({
  id: 'feature-store',
  initial: 'fresh',
  states: {
    fresh: { tags: 'look', on: { STRAIN: 'slow', FULL: 'pool-full' } },
    slow: { tags: 'look', on: { EASE: 'fresh', FULL: 'pool-full' } },
    'pool-full': { tags: 'look', on: { STRAIN: 'slow', EASE: 'fresh' } },
  },
});
