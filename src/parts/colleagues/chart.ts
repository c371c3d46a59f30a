import { setup } from 'xstate';

/** Where a colleague is who can be called in. */
export const colleagueChart = setup({
  types: { events: {} as { type: 'CALL' } | { type: 'ARRIVE' } | { type: 'ASK' } | { type: 'ANSWER' } },
}).createMachine({
  id: 'colleague',
  initial: 'away',
  states: {
    away: { tags: 'observable', on: { CALL: 'on-the-way' } },
    'on-the-way': { tags: 'observable', on: { ARRIVE: 'here' } },
    here: { tags: 'observable', on: { ASK: 'looking' } },
    looking: { tags: 'observable', on: { ANSWER: 'here' } },
  },
});
