import { setup } from 'xstate';

/** Who arrives, against whom the model was trained on. */
export const populationChart = setup({ types: { events: {} as { type: 'SHIFT' } | { type: 'CALM' } } }).createMachine({
  id: 'population',
  initial: 'as-trained',
  states: {
    'as-trained': { tags: 'look', on: { SHIFT: 'shifted' } },
    shifted: { tags: 'look', on: { CALM: 'as-trained' } },
  },
});
