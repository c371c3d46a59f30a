import { setup } from 'xstate';

/** Whether the audience succeeds as often as it did. */
export const successesChart = setup({ types: { events: {} as { type: 'FALL' } | { type: 'RISE' } | { type: 'CALM' } } }).createMachine({
  id: 'successes',
  initial: 'ordinary',
  states: {
    ordinary: { tags: 'look', on: { FALL: 'low', RISE: 'high' } },
    low: { tags: 'look', on: { CALM: 'ordinary', RISE: 'high' } },
    high: { tags: 'look', on: { CALM: 'ordinary', FALL: 'low' } },
  },
});
