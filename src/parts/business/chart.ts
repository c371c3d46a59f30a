import { setup } from 'xstate';

/** How hard the incident hits customers and money. */
export const businessChart = setup({ types: { events: {} as { type: 'DENT' } | { type: 'HURT' } | { type: 'CALM' } } }).createMachine({
  id: 'business',
  initial: 'normal',
  states: {
    normal: { tags: 'look', on: { DENT: 'dented', HURT: 'hurting' } },
    dented: { tags: 'look', on: { HURT: 'hurting', CALM: 'normal' } },
    hurting: { tags: 'look', on: { DENT: 'dented', CALM: 'normal' } },
  },
});
