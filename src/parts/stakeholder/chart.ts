import { setup } from 'xstate';

/** Where a conversation with someone outside the team stands. */
export const stakeholderChart = setup({
  types: { events: {} as { type: 'ASK' } | { type: 'HEAR' } | { type: 'WAIT_TOO_LONG' } },
}).createMachine({
  id: 'stakeholder',
  initial: 'quiet',
  states: {
    quiet: { tags: 'observable', on: { ASK: 'asked', HEAR: 'informed', WAIT_TOO_LONG: 'stale' } },
    asked: { tags: 'observable', on: { HEAR: 'informed', WAIT_TOO_LONG: 'stale' } },
    informed: { tags: 'observable', on: { ASK: 'asked', HEAR: 'informed', WAIT_TOO_LONG: 'stale' } },
    stale: { tags: 'observable', on: { HEAR: 'informed', ASK: 'asked' } },
  },
});
