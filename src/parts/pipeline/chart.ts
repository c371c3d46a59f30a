import { setup } from 'xstate';

/** What the data checks make of the newest batch. A pipeline without checks passes everything. */
export const pipelineChart = setup({
  types: { events: {} as { type: 'PASS' } | { type: 'WARN' } | { type: 'SET_ASIDE' } | { type: 'STOP' } | { type: 'PIN' } },
}).createMachine({
  id: 'pipeline',
  initial: 'passing',
  states: {
    passing: { tags: 'look', on: { WARN: 'warned', SET_ASIDE: 'quarantining', STOP: 'stopped', PIN: 'pinned' } },
    warned: { tags: 'look', on: { PASS: 'passing', SET_ASIDE: 'quarantining', STOP: 'stopped', PIN: 'pinned' } },
    quarantining: { tags: 'look', on: { PASS: 'passing', WARN: 'warned', STOP: 'stopped', PIN: 'pinned' } },
    stopped: { tags: 'look', on: { PASS: 'passing', WARN: 'warned', SET_ASIDE: 'quarantining', PIN: 'pinned' } },
    pinned: { tags: 'look', on: { PASS: 'passing', WARN: 'warned', SET_ASIDE: 'quarantining', STOP: 'stopped' } },
  },
});
