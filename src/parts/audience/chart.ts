import { setup } from 'xstate';

/** How many come, against the same hour of an ordinary week. */
export const audienceChart = setup({ types: { events: {} as { type: 'SURGE' } | { type: 'THIN' } | { type: 'CALM' } } }).createMachine({
  id: 'audience',
  initial: 'ordinary',
  states: {
    ordinary: { tags: 'look', on: { SURGE: 'surge', THIN: 'thin' } },
    surge: { tags: 'look', on: { CALM: 'ordinary', THIN: 'thin' } },
    thin: { tags: 'look', on: { CALM: 'ordinary', SURGE: 'surge' } },
  },
});

/** The newest version of the client, as its owners release it. */
export const clientChart = setup({
  types: { events: {} as { type: 'STAGE' } | { type: 'COMPLETE' } | { type: 'TURN_OFF' } | { type: 'TURN_ON' } },
}).createMachine({
  id: 'client-release',
  initial: 'not-out',
  states: {
    'not-out': { tags: 'look', on: { STAGE: 'staged', TURN_OFF: 'turned-off' } },
    staged: { tags: 'look', on: { COMPLETE: 'out', TURN_OFF: 'turned-off' } },
    out: { tags: 'look', on: { TURN_OFF: 'turned-off' } },
    'turned-off': { tags: 'look', on: { TURN_ON: 'staged' } },
  },
});

/** An experiment that another team runs on the same audience. */
export const parallelChart = setup({
  types: { events: {} as { type: 'ENROL' } | { type: 'PAUSE' } | { type: 'RESUME' } },
}).createMachine({
  id: 'parallel-experiment',
  initial: 'not-started',
  states: {
    'not-started': { tags: 'look', on: { ENROL: 'enrolling', PAUSE: 'paused' } },
    enrolling: { tags: 'look', on: { PAUSE: 'paused' } },
    paused: { tags: 'look', on: { RESUME: 'enrolling' } },
  },
});
