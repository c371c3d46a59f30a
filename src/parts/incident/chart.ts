import { setup } from 'xstate';

/** The response itself: it moves forward by what the responder does, and back when the trouble returns. */
export const incidentChart = setup({
  types: {
    events: {} as
      | { type: 'ACKNOWLEDGE' }
      | { type: 'LOOK' }
      | { type: 'CHANGE' }
      | { type: 'RELAPSE' }
      | { type: 'RESOLVE' }
      | { type: 'PICK_PREVENTIONS' }
      | { type: 'REVIEW' },
  },
}).createMachine({
  id: 'incident',
  initial: 'detect',
  states: {
    detect: { tags: 'observable', on: { ACKNOWLEDGE: 'triage', LOOK: 'triage', CHANGE: 'mitigate', RESOLVE: 'resolve' } },
    triage: { tags: 'observable', on: { LOOK: 'diagnose', CHANGE: 'mitigate', RESOLVE: 'resolve' } },
    diagnose: { tags: 'observable', on: { CHANGE: 'mitigate', RESOLVE: 'resolve' } },
    mitigate: { tags: 'observable', on: { RELAPSE: 'diagnose', RESOLVE: 'resolve' } },
    resolve: { tags: 'observable', on: { PICK_PREVENTIONS: 'prevent', REVIEW: 'learn' } },
    prevent: { tags: 'observable', on: { REVIEW: 'learn', PICK_PREVENTIONS: 'prevent' } },
    learn: { tags: 'observable', on: { PICK_PREVENTIONS: 'learn' } },
  },
});
