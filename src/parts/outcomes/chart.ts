import { setup } from 'xstate';

/** How much the decisions cost beyond an ordinary day. */
export const outcomesChart = setup({ types: { events: {} as { type: 'DENT' } | { type: 'HURT' } | { type: 'CALM' } } }).createMachine({
  id: 'outcomes',
  initial: 'normal',
  states: {
    normal: { tags: 'look', on: { DENT: 'dented', HURT: 'hurting' } },
    dented: { tags: 'look', on: { HURT: 'hurting', CALM: 'normal' } },
    hurting: { tags: 'look', on: { DENT: 'dented', CALM: 'normal' } },
  },
});
