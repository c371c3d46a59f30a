import { setup } from 'xstate';

/** One alert, as Prometheus has it. A resolved alert is listed for a while, then forgotten. */
export const alertChart = setup({
  types: { events: {} as { type: 'HOLD' } | { type: 'FIRE' } | { type: 'CLEAR' } | { type: 'FORGET' } },
}).createMachine({
  id: 'alert',
  initial: 'inactive',
  states: {
    inactive: { tags: 'look', on: { HOLD: 'pending', FIRE: 'firing' } },
    pending: { tags: 'look', on: { FIRE: 'firing', CLEAR: 'inactive' } },
    firing: { tags: 'observable', on: { CLEAR: 'resolved' } },
    resolved: { tags: 'look', on: { HOLD: 'pending', FIRE: 'firing', FORGET: 'inactive' } },
  },
});
