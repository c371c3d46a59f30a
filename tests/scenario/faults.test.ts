import { describe, expect, it } from 'vitest';
import { edited, faultLines, FRAUD_API, load, placeOf, PLAYBOOK, SPIKE } from './shipped.ts';

/** One fault: a passage replaced, what then stands at the fault, and its line after the position. */
interface Case {
  readonly says: string;
  readonly from: string;
  readonly to: string;
  readonly at: string; // the passage of the faulty text at which the fault is reported
  readonly fault: string; // "…" at its end: whatever else there is
}

const expectFault = (lines: readonly string[], place: string, fault: string): void => {
  const open = fault.endsWith('…');
  const found = lines.filter((line) => (open ? line.startsWith(`${place} ${fault.slice(0, -1)}`) : line === `${place} ${fault}`));
  expect(found, [`expected ${place} ${fault}`, ...lines].join('\n')).toHaveLength(1);
};

const SCENARIO: readonly Case[] = [
  {
    says: 'a misspelt field, with the one that was meant',
    from: 'title: p95 off the chart',
    to: 'title: p95 off the chart\ntitel: x',
    at: 'titel: x',
    fault: 'titel: unknown field "titel"; did you mean "title"?',
  },
  {
    says: 'an unknown field deep inside, with those that exist',
    from: 'onset: {tick: 510, jitter: 20}',
    to: 'onset: {tick: 510, jitter: 20, drift: 3}',
    at: 'drift: 3',
    fault: 'clock.onset.drift: unknown field "drift"; expected one of tick, jitter',
  },
  {
    says: 'an unknown field of a change',
    from: '[{type: rebalance-partition}]',
    to: '[{type: rebalance-partition, share: 1}]',
    at: 'share: 1}], needs',
    fault: 'variants.feature-store.fix[0].any[0].share: unknown field "share"; expected one of type',
  },
  {
    says: 'a missing field, at the map that lacks it',
    from: 'family: latency\n',
    to: '',
    at: 'format: 1',
    fault: 'family: missing; expected a text',
  },
  {
    says: 'a wrong kind of value',
    from: 'difficulty: 2',
    to: 'difficulty: hard',
    at: 'hard',
    fault: 'difficulty: expected 1 to 5, got the text "hard"',
  },
  {
    says: 'text where a number belongs',
    from: 'floorEur: 500',
    to: 'floorEur: much',
    at: 'much',
    fault: 'floorEur: expected a number, got the text "much"',
  },
  {
    says: 'a number that is none',
    from: 'floorEur: 500',
    to: 'floorEur: .nan',
    at: '.nan',
    fault: 'floorEur: expected a finite number, got NaN',
  },
  {
    says: 'an infinite number',
    from: 'floorEur: 500',
    to: 'floorEur: -.inf',
    at: '-.inf',
    fault: 'floorEur: expected a finite number, got -Infinity',
  },
  { says: 'a number out of bounds', from: 'minutes: 8', to: 'minutes: 0', at: '0\nfloor', fault: 'minutes: expected at least 1, got 0' },
  {
    says: 'an effort out of bounds',
    from: 'effort: 5,',
    to: 'effort: 11,',
    at: '11,',
    fault: 'preventions.distil.effort: expected 1 to 10 points',
  },
  {
    says: 'a broken clock',
    from: '"01:49:00"',
    to: '"25:00"',
    at: '"25:00"',
    fault: 'clock.start: expected a clock such as "01:49:00", got the text "25:00"',
  },
  {
    says: 'a name that is no slug',
    from: '  payment-mix:',
    to: '  Payment_Mix:',
    at: 'Payment_Mix',
    fault: 'board.changed.Payment_Mix: expected a lower-case name such as "feature-store"',
  },
  {
    says: 'a control character in what players read',
    from: 'title: p95 off the chart',
    to: 'title: "p95\\u0007 off the chart"',
    at: '"p95',
    fault: 'title: expected text on one line, without control characters, got the text "p95\u0007 off the chart"',
  },
  {
    says: 'an unknown change',
    from: '[{type: rebalance-partition}]',
    to: '[{type: rebalance}]',
    at: 'rebalance}',
    fault:
      'variants.feature-store.fix[0].any[0].type: expected one of "rollback", "shift-traffic", "scale", "restart", "set-breaker", "serve-cached", "set-timeout", "set-retries", "shed", "repoint-champion", "rebalance-partition", "raise-max-replicas", "add-fallback", "retrain", got the text "rebalance"',
  },
  {
    says: 'an unknown breaker mode',
    from: 'route: feature-store, mode: [forced-open, automatic]',
    to: 'route: feature-store, mode: [forced-shut, automatic]',
    at: 'forced-shut',
    fault:
      'variants.feature-store.mitigate[0].any[1].mode[0]: expected one of "forced-open", "automatic", "off", got the text "forced-shut"',
  },
  {
    says: 'a cause that is not on the board',
    from: 'enters: model-compute,',
    to: 'enters: model,',
    at: 'model, missed',
    fault:
      'variants.deploy.cause.enters: there is no option in board.enters called "model"; expected one of model-compute, feature-read, every-queue, merchant-lookup, at-gateway, cold-replica',
  },
  {
    says: 'a hypothesis that does not exist',
    from: 'hypothesis: heavy-model',
    to: 'hypothesis: heavy',
    at: 'heavy}',
    fault:
      'variants.deploy.cause.hypothesis: there is no cause "heavy"; expected one of heavy-model, hot-partition, pool-too-small, supplier-timeouts, sidecar-change, sick-replica',
  },
  {
    says: 'two variants with the same answers',
    from: '{changed: hot-keys, enters: feature-read, missed: store-by-average, hypothesis: hot-partition}',
    to: '{changed: model-release, enters: model-compute, missed: gate-without-latency, hypothesis: hot-partition}',
    at: '{changed: model-release, enters: model-compute, missed: gate-without-latency, hypothesis: hot-partition}',
    fault: 'variants.feature-store.cause: has the same three answers as variant "deploy"',
  },
  {
    says: 'a fault on a part that does not exist',
    from: '{part: traffic, input: rateFactor',
    to: '{part: weather, input: rateFactor',
    at: 'weather',
    fault: 'variants.traffic.faults[0].part: there is no part "weather"; expected one of traffic, …',
  },
  {
    says: 'a fault on a metric instead of an input',
    from: '{part: traffic, input: rateFactor',
    to: '{part: gateway, input: latencyP95',
    at: 'latencyP95',
    fault: 'variants.traffic.faults[0].input: the part gateway declares no fault input "latencyP95"; the part declares none',
  },
  {
    says: 'a fault on an input that its part does not declare',
    from: '{part: traffic, input: rateFactor',
    to: '{part: traffic, input: toString',
    at: 'toString',
    fault: 'variants.traffic.faults[0].input: the part traffic declares no fault input "toString"; expected one of rateFactor',
  },
  {
    says: 'two faults on one input',
    from: 'input: secondLookupShare',
    to: 'input: slowMedianMs',
    at: 'slowMedianMs, knots: [[0, 0]',
    fault: 'variants.upstream.faults[1].input: a fault of this variant drives upstream.slowMedianMs already',
  },
  {
    says: 'more than eight knots',
    from: '[300, 900], [390',
    to: '[300, 900], [301, 900], [390',
    at: '[[0, 18]',
    fault: 'variants.upstream.faults[0].knots: expected 2 to 8 knots',
  },
  {
    says: 'knots out of order',
    from: '[0, 1], [20, 2.09], [300, 2.1]',
    to: '[0, 1], [20, 2.09], [20, 2.1]',
    at: '20, 2.1]',
    fault: 'variants.traffic.faults[0].knots[2][0]: expected knots in ascending order: 20 s comes after 20 s',
  },
  {
    says: 'a knot beyond what the input can be',
    from: '[390, 2.15]',
    to: '[390, 21]',
    at: '21]',
    fault: 'variants.traffic.faults[0].knots[3][1]: expected a value from 0 to 20, got 21',
  },
  {
    says: 'a knot that is no pair',
    from: '[390, 2.15]',
    to: '[390]',
    at: '[390], [2790, 2.34]',
    fault: 'variants.traffic.faults[0].knots[3]: expected a pair [seconds from onset, value]',
  },
  {
    says: 'an override of a parameter that does not exist',
    from: 'rollout.candidatePods: 4',
    to: 'rollout.candidatePod: 4',
    at: 'rollout.candidatePod',
    fault:
      'variants.deploy.system.rollout.candidatePod: there is no "candidatePod" in the path "rollout.candidatePod"; expected one of stable, …',
  },
  {
    says: 'an override that its part refuses',
    from: 'rollout.candidatePods: 4',
    to: 'rollout.candidatePods: -4',
    at: '-4',
    fault: 'variants.deploy.system.rollout.candidatePods: expected at least 0, got -4',
  },
  {
    says: 'a change history at a station that does not exist',
    from: 'station: registry, text: "fraud-v42',
    to: 'station: depot, text: "fraud-v42',
    at: 'depot',
    fault:
      'variants.deploy.history[1].station: there is no station "depot"; expected one of checkout, gateway, fraud-api, paid-orders, monitors, feature-store, merchant-risk, registry, eval-gate, training',
  },
  {
    says: 'a step that needs an unknown tell',
    from: 'needs: [surge]',
    to: 'needs: [surge, splash]',
    at: 'splash',
    fault:
      'variants.traffic.mitigate[0].needs[1]: there is no tell "splash"; expected one of customers-hit, errors-up, release-tonight, version-split, model-time, slow-fetch, hot-share, fetch-in-trace, surge, pool-saturated, queue-in-trace, slow-supplier-calls, …',
  },
  {
    says: 'a step that could never be earned',
    from: 'needs: [surge]',
    to: 'needs: [slow-fetch]',
    at: '[slow-fetch], when',
    fault: 'variants.traffic.mitigate[0].needs: none of these tells holds in traffic, so the step could never be earned',
  },
  {
    says: 'a condition that never holds where it is asked for',
    from: 'when: [pool-saturated]',
    to: 'when: [hot-share]',
    at: 'hot-share], within',
    fault: 'variants.traffic.mitigate[0].when[0]: this tell does not hold in traffic, so the step could never be earned',
  },
  {
    says: 'a route that the system has not',
    from: '{type: add-fallback, route: merchant-risk}',
    to: '{type: add-fallback, route: merchants}',
    at: 'merchants}',
    fault: 'variants.upstream.fix[0].any[0].route: there is no route "merchants"; expected one of feature-store, merchant-risk',
  },
  {
    says: 'a version that the system has not',
    from: '{type: repoint-champion, version: v41}',
    to: '{type: repoint-champion, version: v39}',
    at: 'v39}',
    fault: 'variants.deploy.fix[0].any[0].version: there is no version "v39"; expected one of v40, v41, v42',
  },
  {
    says: 'bounds the wrong way round',
    from: 'replicas: {atLeast: 10, atMost: 24}',
    to: 'replicas: {atLeast: 25, atMost: 24}',
    at: '{atLeast: 25',
    fault: 'variants.traffic.mitigate[0].any[0].replicas: expected atLeast to be no more than atMost in replicas',
  },
  {
    says: 'a look that does not exist',
    from: '{look: changes,',
    to: '{look: history,',
    at: 'history,',
    fault:
      'tells.release-tonight.look: expected a look: "dashboard service|versions|saturation|feature-store|upstream|business|drift", "trace slow|typical", "logs", "logs <station>", "changes" or "alerts", got the text "history"',
  },
  {
    says: 'a reading that the look does not show',
    from: 'reading: gateway.request_rate',
    to: 'reading: store.connections',
    at: 'store.connections',
    fault:
      'tells.surge.reading: "dashboard service" shows no reading "store.connections"; expected one of gateway.latency_p50_ms, gateway.latency_p95_ms, gateway.latency_p99_ms, gateway.request_rate, gateway.unscored_share, gateway.slow_share, gateway.http5xx_share',
  },
  {
    says: 'a reading of an unknown version',
    from: 'model.inference_cpu_ms{v42}',
    to: 'model.inference_cpu_ms{v43}',
    at: '"model.inference_cpu_ms{v43}"',
    fault: 'tells.model-time.reading: there is no version "v43"; expected one of v40, v41, v42',
  },
  {
    says: 'logs of an unknown station',
    from: '{look: logs,',
    to: '{look: logs depot,',
    at: 'logs depot',
    fault:
      'tells.timeouts-in-log.look: there is no station "depot"; expected one of checkout, gateway, fraud-api, paid-orders, monitors, feature-store, merchant-risk, registry, eval-gate, training',
  },
  {
    says: 'a tell without a bound',
    from: ' above: 3, holds: [deploy]',
    to: ' holds: [deploy]',
    at: '{look: dashboard versions, reading: versions',
    fault: 'tells.version-split: expected a bound: above, below, or both',
  },
  {
    says: 'a tell that cannot hold',
    from: 'above: 3, holds: [deploy]',
    to: 'above: 3, below: 2, holds: [deploy]',
    at: '3, below',
    fault: 'tells.version-split.above: no value can be above and below these bounds at once',
  },
  {
    says: 'a tell of an unknown variant',
    from: 'holds: [deploy, traffic]',
    to: 'holds: [deploy, trafic]',
    at: 'trafic',
    fault: 'tells.queue-in-trace.holds[1]: there is no variant "trafic"; expected one of deploy, feature-store, traffic, upstream',
  },
  {
    says: 'a variant named twice',
    from: 'holds: [deploy, traffic]',
    to: 'holds: [deploy, deploy]',
    at: 'deploy],\n    says: Most of a slow request is spent waiting',
    fault: 'tells.queue-in-trace.holds[1]: "deploy" stands twice',
  },
  {
    says: 'a harmful action in an unknown variant',
    from: 'more-of-the-slow: {in: [deploy]',
    to: 'more-of-the-slow: {in: [release]',
    at: 'release], any',
    fault: 'harmful.more-of-the-slow.in[0]: there is no variant "release"; expected one of deploy, feature-store, traffic, upstream',
  },
  {
    says: 'a citation that the playbook has not',
    from: 'cites: [g1-q10-trace-feature-fetches]',
    to: 'cites: [g1-q10-trace-everything]',
    at: 'g1-q10-trace-everything',
    fault: 'preventions.feature-fetch-tracing.cites[0]: the playbook has no entry "g1-q10-trace-everything"',
  },
  {
    says: 'more than four citations',
    from: 'cites: [g1-q10-trace-feature-fetches]',
    to: 'cites: [g1-q10-trace-feature-fetches, g1-q10-timeouts, g1-q10-calm-triage, g1-q10-add-slos, g1-q09-profile-hot-paths]',
    at: '[g1-q10-trace-feature-fetches, g1-q10-timeouts',
    fault: 'preventions.feature-fetch-tracing.cites: expected at most 4 playbook entries',
  },
  {
    says: 'no citation',
    from: 'cites: [g1-q10-trace-feature-fetches]',
    to: 'cites: []',
    at: '[]',
    fault: 'preventions.feature-fetch-tracing.cites: expected at least one playbook entry',
  },
  {
    says: 'a prevention that sets a parameter which does not exist',
    from: '{autoscaler.max: 16}',
    to: '{autoscaler.maximum: 16}',
    at: 'autoscaler.maximum',
    fault:
      'preventions.autoscaling-headroom.set.autoscaler.maximum: there is no "maximum" in the path "autoscaler.maximum"; expected one of enabled, …',
  },
  {
    says: 'a prevention whose value its part refuses',
    from: '{rollout.latencyGate: true}',
    to: '{rollout.latencyGate: 3}',
    at: '3}, effects',
    fault: 'preventions.canary-latency-gate.set.rollout.latencyGate: expected true or false, got 3',
  },
  {
    says: 'a prevention that sets nothing',
    from: 'set: {rollout.latencyGate: true}',
    to: 'set: {}',
    at: '{}',
    fault: 'preventions.canary-latency-gate.set: expected at least one parameter to set',
  },
  {
    says: 'an effect on an unknown variant',
    from: 'effects: {deploy: better},\n    says: "A release',
    to: 'effects: {rollout: better},\n    says: "A release',
    at: 'rollout: better',
    fault:
      'preventions.canary-latency-gate.effects.rollout: there is no variant "rollout"; expected one of deploy, feature-store, traffic, upstream',
  },
  {
    says: 'an effect that is none of the three',
    from: 'effects: {deploy: better},\n    says: "A release',
    to: 'effects: {deploy: great},\n    says: "A release',
    at: 'great',
    fault: 'preventions.canary-latency-gate.effects.deploy: expected one of "better", "none", "worse", got the text "great"',
  },
  {
    says: 'a question from nobody',
    from: 'from: checkout-lead',
    to: 'from: boss',
    at: 'boss',
    fault: 'questions.switch-checks-off.from: there is no stakeholder "boss"; expected one of checkout-lead',
  },
  {
    says: 'a red herring of an unknown kind',
    from: 'kind: gc-warnings',
    to: 'kind: gremlins',
    at: 'gremlins',
    fault: 'redHerrings.collector-pauses.kind: expected one of "gc-warnings", "replica-restart", "drift-amber", got the text "gremlins"',
  },
  {
    says: 'a missing beat',
    from: '  verification:',
    to: '  verified:',
    at: 'verified:',
    fault:
      'story.verified: unknown field "verified"; expected one of context, detection, hypotheses, mitigation, cause, verification, communication, change',
  },
  {
    says: 'a fact of an unknown kind',
    from: 'facts: [question, message]',
    to: 'facts: [question, gossip]',
    at: 'gossip',
    fault:
      'story.communication.facts[1]: expected one of "page", "acknowledge", "impact", "look", "tell", "hypothesis", "wrong-turn", "change", "effect", "relapse", "claim", "verify", "resolve", "question", "message", "prevention", "review", got the text "gossip"',
  },
  {
    says: 'a page before the onset',
    from: 'pageTick: 900',
    to: 'pageTick: 520',
    at: '520',
    fault: 'clock.pageTick: expected the page to come after the onset (tick 510 ± 20), got 520',
  },
  {
    says: 'an episode that ends before the page',
    from: 'ticks: 3300',
    to: 'ticks: 800',
    at: '800',
    fault: 'clock.ticks: expected the episode to last beyond the page (tick 900), got 800',
  },
  {
    says: 'an onset before the episode',
    from: 'onset: {tick: 510, jitter: 20}',
    to: 'onset: {tick: 10, jitter: 20}',
    at: '{tick: 10',
    fault: 'clock.onset: expected the onset to lie after tick 0, jitter included',
  },
  {
    says: 'too long an episode',
    from: 'ticks: 3300',
    to: 'ticks: 5001',
    at: '5001',
    fault: 'clock.ticks: expected at most 5000, got 5001',
  },
  {
    says: 'a pager metric that does not exist',
    from: '  metric: gateway.latency_p95_ms',
    to: '  metric: gateway.latency',
    at: 'gateway.latency\n',
    fault:
      'pager.metric: there is no metric "gateway.latency"; expected one of those that dashboards show, such as "gateway.latency_p95_ms"',
  },
  {
    says: 'an alert that the system has not',
    from: 'alert: p95-high',
    to: 'alert: p99-high',
    at: 'p99-high',
    fault: 'pager.alert: there is no alert rule of the system called "p99-high"; expected one of p95-high, slo-burn',
  },
  {
    says: 'a band upside down',
    from: 'at: 0, low: 1800, high: 2200',
    to: 'at: 0, low: 2200, high: 1800',
    at: '2200',
    fault: 'bands[2].low: expected low to be less than high',
  },
  {
    says: 'a band outside the episode',
    from: 'at: 2340,',
    to: 'at: 2440,',
    at: '2440',
    fault: 'bands[4].at: expected seconds from the page that lie within the episode',
  },
  {
    says: 'a system that does not exist',
    from: 'system: fraud-api',
    to: 'system: fraud',
    at: 'fraud\n',
    fault: 'system: there is no system "fraud"; expected one of fraud-api',
  },
];

const SYSTEM: readonly Case[] = [
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
    fault: 'stations.registry.part: there is no part "registry"; expected one of traffic, …',
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
    says: 'a missing delay',
    from: '  retrain: [14400, 14400]\n',
    to: '',
    at: 'rollback: [30',
    fault: 'delays.retrain: missing; expected a list',
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
];

describe('a scenario file with one fault', () => {
  for (const { says, from, to, at, fault } of SCENARIO) {
    it(`names ${says}`, () => {
      const text = edited(SPIKE.text, from, to);
      expectFault(faultLines(load({ scenario: text })), `x.yaml:${placeOf(text, at)}`, fault);
    });
  }

  it('names too few options in a column of the board', () => {
    const text = SPIKE.text.replace(/ {4}sidecar-config: .*\n {4}payment-mix: .*\n/, '');
    expect(faultLines(load({ scenario: text }))).toContain(
      `x.yaml:${placeOf(text, 'model-release: A new')} board.changed: expected 5 or 6 options, got 4`,
    );
  });
});

describe('a system file with one fault', () => {
  for (const { says, from, to, at, fault } of SYSTEM) {
    it(`names ${says}`, () => {
      const text = edited(FRAUD_API.text, from, to);
      expectFault(faultLines(load({ system: text })), `systems/fraud-api.yaml:${placeOf(text, at)}`, fault);
    });
  }
});

describe('a playbook with a fault', () => {
  it('names an entry that stands twice, at the second', () => {
    const text = edited(PLAYBOOK.text, '- id: g1-q10-timeouts', '- id: g1-q10-inspect-traces');
    const [line, col] = placeOf(PLAYBOOK.text, 'g1-q10-timeouts').split(':');
    expect(faultLines(load({ playbook: text }))).toContainEqual(
      expect.stringMatching(new RegExp(`^playbook\\.yaml:${line}:${col} \\[\\d+\\]\\.id: "g1-q10-inspect-traces" stands twice$`)),
    );
  });

  it('names a field that is missing', () => {
    const text = edited(
      PLAYBOOK.text,
      '- id: g1-q10-timeouts\n  source: {doc: g1, question: "p95 jumps from 150 ms to 2 s"}\n',
      '- id: g1-q10-timeouts\n',
    );
    expect(faultLines(load({ playbook: text })).join()).toContain('.source: missing; expected a map of fields');
  });
});

describe('several faults', () => {
  it('come all at once, in the order of the file, those of the system after those of the scenario', () => {
    let text = edited(SPIKE.text, 'effort: 5,', 'effort: 50,');
    text = edited(text, 'difficulty: 2', 'difficulty: 9');
    text = edited(text, 'needs: [surge]', 'needs: [splash]');
    text = edited(text, 'cites: [g1-q10-trace-feature-fetches]', 'cites: [g1-q99-nothing]');
    const system = edited(FRAUD_API.text, 'scale: [90, 135]', 'scale: [135, 90]');
    const lines = faultLines(load({ scenario: text, system }));
    expect(lines.map((line) => line.replace(/^(\S+?):\d+:\d+ (\S+):.*/, '$1 $2'))).toEqual([
      'x.yaml difficulty',
      'x.yaml variants.traffic.mitigate[0].needs[0]',
      'x.yaml preventions.feature-fetch-tracing.cites[0]',
      'x.yaml preventions.distil.effort',
      'systems/fraud-api.yaml delays.scale',
    ]);
  });

  it('are cut off after two hundred, and say so', () => {
    const text = `${SPIKE.text}${Array.from({ length: 300 }, (_, i) => `x${i}: 1\n`).join('')}`;
    const lines = faultLines(load({ scenario: text }));
    expect(lines).toHaveLength(201);
    expect(lines.at(-1)).toBe('x.yaml (file): and 100 more faults, not listed');
  });
});
