import type { FaultCase } from './fault-case.ts';

/** Faults of a system file. */
export const SYSTEM_FAULTS: readonly FaultCase[] = [
  {
    says: 'a station without a place among some that have one',
    from: 'district: TRAINING, at: [510, 400]',
    to: 'district: TRAINING',
    at: 'registry: {name',
    fault: 'stations.registry: expected "at" on every station of a system, or on none',
  },
  {
    says: 'a line to a station that does not exist',
    from: 'to: eval-gate, kind: training',
    to: 'to: gate, kind: training',
    at: 'gate, kind',
    fault:
      'lines.training-gate.to: there is no station "gate"; expected one of checkout, gateway, fraud-api, paid-orders, monitors, feature-store, merchant-risk, registry, eval-gate, training',
  },
  {
    says: 'a line from a station to itself',
    from: 'from: training, to: eval-gate',
    to: 'from: training, to: training',
    at: 'training, kind: training',
    fault: 'lines.training-gate.to: expected a line between two different stations',
  },
  {
    says: 'a station of an unknown part',
    from: 'part: rollout',
    to: 'part: registry',
    at: 'registry, district',
    fault: 'stations.registry.part: there is no part of a serving system called "registry"; expected one of traffic, …',
  },
  {
    says: 'a version that the model server does not run',
    from: '  v42: Larger',
    to: '  v43: Larger',
    at: 'v43',
    fault: 'versions.v43: there is no model version in parts.model-server.versions called "v43"; expected one of v40, v41, v42',
  },
  {
    says: 'a delay the wrong way round',
    from: 'scale: [90, 135]',
    to: 'scale: [135, 90]',
    at: '[135, 90]',
    fault: 'delays.scale: expected [shortest, longest] in seconds',
  },
  {
    says: 'an unknown parameter of a part',
    from: 'coresPerPod: 8',
    to: 'coresperPod: 8',
    at: 'coresperPod',
    fault: 'parts.model-server.coresperPod: unknown field "coresperPod"; did you mean "coresPerPod"?',
  },
  {
    says: 'a parameter out of its range',
    from: 'workersPerPod: 96',
    to: 'workersPerPod: 0',
    at: '0\n    versions',
    fault: 'parts.model-server.workersPerPod: expected at least 1, got 0',
  },
  {
    says: 'an unknown part',
    from: '  traffic: {requestsPerSecond: 900}',
    to: '  traffics: {requestsPerSecond: 900}',
    at: 'traffics',
    fault: 'parts.traffics: unknown field "traffics"; did you mean "traffic"?',
  },
  {
    says: 'a place off the map',
    from: 'at: [60, 200]',
    to: 'at: [661, 200]',
    at: '661',
    fault: 'stations.checkout.at[0]: expected at most 660, got 661',
  },
  {
    says: 'a version that no pod serves',
    from: 'rollout: {stable: v41,',
    to: 'rollout: {stable: v44,',
    at: 'v44',
    fault: 'parts.rollout.stable: there is no version in model-server.versions called "v44"; expected one of v40, v41, v42',
  },
  {
    says: 'a part of another kind of system',
    from: '  traffic: {requestsPerSecond: 900}',
    to: '  traffic: {requestsPerSecond: 900}\n  labels: {delayHours: 3}',
    at: 'labels: {delayHours',
    fault: 'parts.labels: a serving system has no such part; expected some of traffic, …',
  },
  {
    says: 'a call that a serving path has not',
    from: '  merchant-risk: {name: merchant-risk, station: merchant-risk}',
    to: '  hazard: {name: merchant-risk, station: merchant-risk}',
    at: 'hazard',
    fault: 'routes.hazard: there is no call of a serving path called "hazard"; expected one of feature-store, merchant-risk, fraud-api',
  },
  {
    says: 'alerts that page nobody',
    from: 'severity: page',
    to: 'severity: ticket',
    at: '- {kind: threshold',
    fault: 'parts.alerts.rules: expected at least one alert rule of severity page: nobody would be paged',
  },
];
