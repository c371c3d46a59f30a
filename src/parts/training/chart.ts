import { setup } from 'xstate';

/** One run of the training job, from its schedule to the gate's word on its candidate. */
export const trainingChart = setup({
  types: {
    events: {} as
      { type: 'START' } | { type: 'FINISH' } | { type: 'HALT' } | { type: 'PROMOTE' } | { type: 'BLOCK' } | { type: 'SCHEDULE' },
  },
}).createMachine({
  id: 'training',
  initial: 'scheduled',
  states: {
    scheduled: { tags: 'look', on: { START: 'running' } },
    running: { tags: 'look', on: { FINISH: 'gated', HALT: 'halted' } },
    halted: { tags: 'look', on: { START: 'running', SCHEDULE: 'scheduled' } },
    gated: { tags: 'look', on: { PROMOTE: 'promoted', BLOCK: 'blocked' } },
    promoted: { tags: 'look', on: { START: 'running', SCHEDULE: 'scheduled' } },
    blocked: { tags: 'look', on: { START: 'running', SCHEDULE: 'scheduled', PROMOTE: 'promoted' } },
  },
});

/** The registry's alias of the champion: as the job left it, or moved by hand. */
export const championChart = setup({
  types: { events: {} as { type: 'PROMOTE' } | { type: 'ROLL_BACK' } | { type: 'HOLD' } | { type: 'FALL_BACK' } },
}).createMachine({
  id: 'champion',
  initial: 'current',
  states: {
    current: { tags: 'look', on: { PROMOTE: 'current', ROLL_BACK: 'rolled-back', HOLD: 'held', FALL_BACK: 'fallback' } },
    held: { tags: 'look', on: { PROMOTE: 'current', ROLL_BACK: 'rolled-back', HOLD: 'held', FALL_BACK: 'fallback' } },
    'rolled-back': { tags: 'look', on: { PROMOTE: 'current', ROLL_BACK: 'rolled-back', HOLD: 'held', FALL_BACK: 'fallback' } },
    fallback: { tags: 'look', on: { PROMOTE: 'current', ROLL_BACK: 'rolled-back', HOLD: 'held', FALL_BACK: 'fallback' } },
  },
});
