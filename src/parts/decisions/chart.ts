import { setup } from 'xstate';

/** Whether decisions are made by the model. */
export const decisionsChart = setup({
  types: { events: {} as { type: 'PAUSE' } | { type: 'RESUME' } | { type: 'CHANGE' } | { type: 'REVERT' } },
}).createMachine({
  id: 'decisions',
  initial: 'by-model',
  states: {
    'by-model': { tags: 'look', on: { PAUSE: 'paused', CHANGE: 'changed' } },
    changed: { tags: 'look', on: { PAUSE: 'paused', REVERT: 'by-model', CHANGE: 'changed' } },
    paused: { tags: 'look', on: { RESUME: 'by-model', CHANGE: 'paused' } },
  },
});

/** The people who look at what was selected. */
export const queueChart = setup({ types: { events: {} as { type: 'FILL' } | { type: 'OVERFLOW' } | { type: 'EMPTY' } } }).createMachine({
  id: 'review-queue',
  initial: 'short',
  states: {
    short: { tags: 'look', on: { FILL: 'long', OVERFLOW: 'overflowing' } },
    long: { tags: 'look', on: { EMPTY: 'short', OVERFLOW: 'overflowing' } },
    overflowing: { tags: 'look', on: { FILL: 'long', EMPTY: 'short' } },
  },
});
