import { setup } from 'xstate';

/** How demand looks against a normal night. */
export const trafficChart = setup({ types: { events: {} as { type: 'SURGE' } | { type: 'CALM' } | { type: 'QUIET' } } }).createMachine({
  id: 'traffic',
  initial: 'normal',
  states: {
    normal: { tags: 'look', on: { SURGE: 'surge', QUIET: 'quiet' } },
    surge: { tags: 'look', on: { CALM: 'normal', QUIET: 'quiet' } },
    quiet: { tags: 'look', on: { CALM: 'normal', SURGE: 'surge' } },
  },
});
