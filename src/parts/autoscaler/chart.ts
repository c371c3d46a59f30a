import { setup } from 'xstate';

/** What the autoscaler did at its last sync. */
export const autoscalerChart = setup({
  types: {
    events: {} as { type: 'RAISE' } | { type: 'LOWER' } | { type: 'HOLD' } | { type: 'LIMIT' } | { type: 'PAUSE' } | { type: 'RESUME' },
  },
}).createMachine({
  id: 'autoscaler',
  initial: 'steady',
  states: {
    steady: { tags: 'look', on: { RAISE: 'scaling-up', LOWER: 'scaling-down', LIMIT: 'at-max', PAUSE: 'paused' } },
    'scaling-up': { tags: 'look', on: { HOLD: 'steady', LOWER: 'scaling-down', LIMIT: 'at-max', PAUSE: 'paused' } },
    'scaling-down': { tags: 'look', on: { HOLD: 'steady', RAISE: 'scaling-up', LIMIT: 'at-max', PAUSE: 'paused' } },
    'at-max': { tags: 'look', on: { HOLD: 'steady', RAISE: 'scaling-up', LOWER: 'scaling-down', PAUSE: 'paused' } }, // wants more than it may have
    paused: { tags: 'look', on: { RESUME: 'steady' } },
  },
});
