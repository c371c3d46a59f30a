import { setup } from 'xstate';

/** Where a release stands: what share of pods it has, and whether it was taken back. */
export const rolloutChart = setup({
  types: {
    events: {} as
      { type: 'SHADOW' } | { type: 'STEP' } | { type: 'SWITCH' } | { type: 'PROMOTE' } | { type: 'ROLL_BACK' } | { type: 'SETTLE' },
  },
}).createMachine({
  id: 'rollout',
  initial: 'stable',
  states: {
    stable: { tags: 'look', on: { SHADOW: 'shadow', STEP: 'canary', SWITCH: 'blue-green', ROLL_BACK: 'rolled-back' } },
    shadow: { tags: 'look', on: { STEP: 'canary', ROLL_BACK: 'rolled-back', SETTLE: 'stable' } },
    canary: { tags: 'look', on: { PROMOTE: 'promoted', ROLL_BACK: 'rolled-back' } },
    'blue-green': { tags: 'look', on: { PROMOTE: 'promoted', ROLL_BACK: 'rolled-back' } },
    promoted: { tags: 'look', on: { SETTLE: 'stable', ROLL_BACK: 'rolled-back' } },
    'rolled-back': { tags: 'look', on: { STEP: 'canary', SWITCH: 'blue-green', PROMOTE: 'promoted', SETTLE: 'stable' } },
  },
});

/** The registry alias that the deploy controller follows. */
export const aliasChart = setup({ types: { events: {} as { type: 'REPOINT' } | { type: 'RESTORE' } } }).createMachine({
  id: 'registry-alias',
  initial: 'as-released',
  states: {
    'as-released': { tags: 'look', on: { REPOINT: 'repointed' } },
    repointed: { tags: 'look', on: { RESTORE: 'as-released', REPOINT: 'repointed' } },
  },
});
