import { setup } from 'xstate';

/** How far a version has come on its way to everyone. An amber that is answered is a canary again; one that is not is aborted. */
export const releaseChart = setup({
  types: {
    events: {} as
      | { type: 'SHADOW' }
      | { type: 'START' }
      | { type: 'WIDEN' }
      | { type: 'PROMOTE' }
      | { type: 'AMBER' }
      | { type: 'ANSWER' }
      | { type: 'TIME_OUT' }
      | { type: 'BLOCK' }
      | { type: 'ROLL_BACK' },
  },
}).createMachine({
  id: 'release',
  initial: 'stable',
  states: {
    stable: { tags: 'look', on: { SHADOW: 'shadow', START: 'canary', PROMOTE: 'promoted', BLOCK: 'blocked' } },
    shadow: { tags: 'look', on: { START: 'canary', PROMOTE: 'promoted', BLOCK: 'blocked', ROLL_BACK: 'rolled-back' } },
    canary: {
      tags: 'look',
      on: { AMBER: 'amber', WIDEN: 'half', PROMOTE: 'promoted', BLOCK: 'blocked', ROLL_BACK: 'rolled-back' },
    },
    amber: {
      tags: 'look',
      on: { ANSWER: 'canary', WIDEN: 'half', PROMOTE: 'promoted', TIME_OUT: 'aborted', ROLL_BACK: 'rolled-back' },
    },
    half: { tags: 'look', on: { START: 'canary', PROMOTE: 'promoted', ROLL_BACK: 'rolled-back' } },
    promoted: { tags: 'look', on: { START: 'canary', WIDEN: 'half', ROLL_BACK: 'rolled-back' } },
    blocked: { tags: 'look', on: { START: 'canary', WIDEN: 'half', PROMOTE: 'promoted' } },
    aborted: { tags: 'look', on: { START: 'canary', WIDEN: 'half', PROMOTE: 'promoted' } },
    'rolled-back': { tags: 'look', on: { START: 'canary', WIDEN: 'half', PROMOTE: 'promoted' } },
  },
});
