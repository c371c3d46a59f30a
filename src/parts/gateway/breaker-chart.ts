import { setup } from 'xstate';

/** A circuit breaker of one route. `off` lets everything through and counts nothing; `forced-open` refuses all until it is told otherwise. */
export const breakerChart = setup({
  types: {
    events: {} as
      { type: 'TRIP' } | { type: 'WAITED' } | { type: 'RECOVERED' } | { type: 'FORCE_OPEN' } | { type: 'AUTOMATIC' } | { type: 'TURN_OFF' },
  },
}).createMachine({
  id: 'breaker',
  initial: 'closed',
  on: { FORCE_OPEN: '.forced-open', TURN_OFF: '.off' },
  states: {
    closed: { tags: 'look', on: { TRIP: 'open' } },
    open: { tags: 'look', on: { WAITED: 'half-open', AUTOMATIC: 'closed' } },
    'half-open': { tags: 'look', on: { TRIP: 'open', RECOVERED: 'closed', AUTOMATIC: 'closed' } },
    'forced-open': { tags: 'look', on: { AUTOMATIC: 'closed' } },
    off: { tags: 'look', on: { AUTOMATIC: 'closed' } },
  },
});
