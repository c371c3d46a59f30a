import { setup } from 'xstate';

/** What the newest matured labels say against what is usual. */
export const labelsChart = setup({ types: { events: {} as { type: 'USUAL' } | { type: 'WORSE' } } }).createMachine({
  id: 'labels',
  initial: 'as-usual',
  states: {
    'as-usual': { tags: 'look', on: { WORSE: 'worse' } },
    worse: { tags: 'look', on: { USUAL: 'as-usual' } },
  },
});
