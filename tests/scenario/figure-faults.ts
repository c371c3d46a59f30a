import type { FaultCase } from './fault-case.ts';

/** Figures that nobody can ask for, and a clock that the system cannot be played by. */
export const FIGURE_FAULTS: readonly FaultCase[] = [
  {
    says: 'more replicas than anyone can ask for',
    from: 'replicas: {atLeast: 10, atMost: 24}',
    to: 'replicas: {atLeast: 10, atMost: 240}',
    at: '240}',
    fault: 'variants.traffic.mitigate[0].any[0].replicas.atMost: nobody can ask for that: replicas of scale goes from 1 to 64, got 240',
  },
  {
    says: 'a figure of pieces that is not whole',
    from: 'replicas: {atLeast: 10, atMost: 24}',
    to: 'replicas: 10.5',
    at: '10.5',
    fault: 'variants.traffic.mitigate[0].any[0].replicas: expected a whole number, as replicas of scale is, got 10.5',
  },
  {
    says: 'a share of more than everything, in a harmful change',
    from: '{type: shift-traffic, version: v42, share: {atLeast: 0.7}}',
    to: '{type: shift-traffic, version: v42, share: {atLeast: 1.1}}',
    at: '1.1}',
    fault: 'harmful.more-of-the-slow.any[0].share.atLeast: nobody can ask for that: share of shift-traffic goes from 0 to 1, got 1.1',
  },
  {
    says: 'a tick of another length than the serving path is stepped by',
    from: 'tickSeconds: 1,',
    to: 'tickSeconds: 0.5,',
    at: '0.5',
    fault: 'clock.tickSeconds: expected 1 on "fraud-api": queues of a serving path are stepped by the second, got 0.5',
  },
  {
    says: 'a question that comes after the end',
    from: 'askedAfter: 360',
    to: 'askedAfter: 3600',
    at: '3600',
    fault: 'questions.switch-checks-off.askedAfter: the question would never be asked: the episode ends 2400 s after the page, got 3600',
  },
];
