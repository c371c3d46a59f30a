import { setup } from 'xstate';

/** Whether the bill runs above a normal night. */
export const costChart = setup({ types: { events: {} as { type: 'OVER' } | { type: 'WITHIN' } } }).createMachine({
  id: 'cost',
  initial: 'within-budget',
  states: {
    'within-budget': { tags: 'observable', on: { OVER: 'over-budget' } },
    'over-budget': { tags: 'observable', on: { WITHIN: 'within-budget' } },
  },
});
