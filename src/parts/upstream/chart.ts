import { setup } from 'xstate';

/** How the called service answers, as its caller could tell. */
export const upstreamChart = setup({ types: { events: {} as { type: 'SLOW' } | { type: 'TIMING_OUT' } | { type: 'WELL' } } }).createMachine(
  {
    id: 'upstream',
    initial: 'answering',
    states: {
      answering: { tags: 'look', on: { SLOW: 'slow', TIMING_OUT: 'timing-out' } },
      slow: { tags: 'look', on: { WELL: 'answering', TIMING_OUT: 'timing-out' } },
      'timing-out': { tags: 'look', on: { WELL: 'answering', SLOW: 'slow' } },
    },
  },
);
