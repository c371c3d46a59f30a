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
  {
    says: 'a fault on a part of another kind of system',
    from: '{part: traffic, input: rateFactor,',
    to: '{part: population, input: rowFactor,',
    at: 'population',
    fault:
      'variants.traffic.faults[0].part: there is no part of this system called "population"; expected one of traffic, model-server, feature-store, upstream, autoscaler',
  },
  {
    says: 'a fault that begins after the end',
    from: 'knots: [[0, 1], [20, 2.09], [300, 2.1], [390, 2.15], [2790, 2.34]]',
    to: 'knots: [[2800, 1], [2900, 2.09]]',
    at: '2800',
    fault: 'variants.traffic.faults[0].knots[0][0]: the path would never begin: the episode ends 2790 s after the onset, got 2800',
  },
  {
    says: 'an alert that pages nobody',
    from: '  alert: p95-high',
    to: '  alert: slo-burn',
    at: 'slo-burn\n',
    fault: 'pager.alert: the alert "slo-burn" is a ticket, which pages nobody; expected one of p95-high',
  },
  {
    says: 'a note that shows nothing',
    from: '{kind: drift-amber, chance: 1',
    to: '{kind: note, chance: 1',
    at: '{kind: note',
    fault: 'redHerrings.weekend-mix: expected "shows": a note is the entry of the history that it shows',
  },
  {
    says: 'a setting that names what no part lists',
    from: 'rollout.candidate: v42',
    to: 'rollout.candidate: v43',
    at: 'v43',
    fault:
      'variants.deploy.system.rollout.candidate: there is no version in model-server.versions called "v43"; expected one of v40, v41, v42',
  },
  {
    says: 'one fault where a value is of the wrong kind',
    from: 'any: [{type: rebalance-partition}], needs',
    to: 'any: rebalance-partition, needs',
    at: 'rebalance-partition, needs',
    fault: 'variants.feature-store.fix[0].any: expected a list, got the text "rebalance-partition"',
  },
];
