import { setup } from 'xstate';

/** Where an experiment stands. One that was stopped or ramped may be started again, on a new split. */
export const experimentChart = setup({
  types: { events: {} as { type: 'START' } | { type: 'STOP_FOR_HARM' } | { type: 'RAMP' } | { type: 'CONCLUDE' } },
}).createMachine({
  id: 'experiment',
  initial: 'planned',
  states: {
    planned: { tags: 'look', on: { START: 'running' } },
    running: { tags: 'look', on: { STOP_FOR_HARM: 'stopped-for-harm', RAMP: 'ramped', CONCLUDE: 'concluded' } },
    'stopped-for-harm': { tags: 'look', on: { START: 'running', CONCLUDE: 'concluded' } },
    ramped: { tags: 'look', on: { START: 'running', STOP_FOR_HARM: 'stopped-for-harm', CONCLUDE: 'concluded' } },
    concluded: { tags: 'look' },
  },
});
