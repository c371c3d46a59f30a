import { setup } from 'xstate';

/** The lifecycle of the serving pool; thresholds on its numbers send the events. */
export const servingChart = setup({
  types: { events: {} as { type: 'SATURATE' } | { type: 'OVERLOAD' } | { type: 'RECOVER' } | { type: 'LOSE_ALL' } | { type: 'BOOTED' } },
}).createMachine({
  id: 'serving',
  initial: 'healthy',
  states: {
    healthy: { tags: 'look', on: { SATURATE: 'saturated', OVERLOAD: 'overloaded', LOSE_ALL: 'down' } },
    saturated: { tags: 'look', on: { RECOVER: 'healthy', OVERLOAD: 'overloaded', LOSE_ALL: 'down' } },
    overloaded: { tags: 'look', on: { RECOVER: 'healthy', SATURATE: 'saturated', LOSE_ALL: 'down' } },
    down: { tags: 'observable', on: { BOOTED: 'healthy' } },
  },
});
