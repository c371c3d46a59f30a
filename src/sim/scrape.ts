import { exp, lognormalCdf, lognormalQuantile } from '../kernel/math.ts';
import { keyedDraw } from '../kernel/streams.ts';
import { normalQuantile } from '../kernel/math.ts';
import { histogramQuantile } from '../parts/alerts/quantile.ts';
import { loadAmplification } from '../parts/feature-store/amplification.ts';
import { LATENCY_EDGES_MS } from '../parts/gateway/latency-grid.ts';
import type { GatewayParams } from '../parts/gateway/params.ts';
import { cpuMsPerRequest } from '../parts/model-server/group.ts';
import { gatewayNow } from './conditions.ts';
import type { Window } from './counters.ts';
import { lateAnswers, slowerThan } from './counters.ts';
import type { Setup } from './setup.ts';
import type { WorldState } from './state.ts';

const BOUNDS = [...LATENCY_EDGES_MS, Infinity];

/** Relative noise of a reading: one draw a scrape and source, so that quantiles of one histogram keep their order. */
const noise = (setup: Setup, source: string, tick: number, sd: number): number =>
  sd <= 0 ? 1 : exp(sd * normalQuantile(keyedDraw(setup.seed, 'alerts', source, tick, 0) * (1 - 1e-9) + 5e-10));

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : NaN);

export interface ScrapeFigures {
  readonly values: Map<string, number>; // by metric key
  readonly p95Ms: number; // as shown
}

/** Unscored payments of a window: failed, late, refused. Source: the gateway's own view, failures included. */
export function unscored(window: Window, meters: number, gateway: GatewayParams): number {
  const failed = window.sum('shedAtGateway', 'storeRefused', 'lostAtRestart', 'abandoned');
  return gateway.attempts > 1 ? failed : failed + lateAnswers(window, meters, gateway.clientTimeoutMs);
}

/**
 * Every figure that monitoring shows at a scrape, over the last minute.
 * @param window counters now and a minute ago @param seconds that it spans: less in the first minute
 */
export function figuresOf(setup: Setup, state: WorldState, window: Window, seconds: number): ScrapeFigures {
  const values = new Map<string, number>();
  const { tick, parts } = state;
  const { params } = setup;
  const serving = parts.serving;
  const meters = serving.meters.length;
  const readNoise = params.alerts.readNoiseSd;
  const shown = noise(setup, 'gateway', tick, readNoise);
  const gateway = window.gateway(meters);
  const all = window.total('first');
  const quantile = (q: number): number => histogramQuantile(q, BOUNDS, gateway) * shown;
  const p95 = quantile(0.95);
  values.set('gateway.latency_p50_ms', quantile(0.5));
  values.set('gateway.latency_p95_ms', p95);
  values.set('gateway.latency_p99_ms', quantile(0.99));
  values.set('gateway.request_rate', all / seconds);
  const failing = unscored(window, meters, gatewayNow(setup, state)) + params.business.normalUnscoredShare * all;
  values.set('gateway.unscored_share', clip(share(failing, all))); // what ends in a window may have come before it
  values.set(
    'gateway.http5xx_share',
    clip(share(window.sum('shedDeadline', 'shedFull', 'noBackend', 'storeRefused', 'lostAtRestart', 'shedAtGateway') + 0.0005 * all, all)),
  );
  values.set('gateway.slow_share', clip(share(slowerThan(gateway, params.gateway.slowMs), all)));

  versionFigures(setup, state, window, values);
  values.set('model.cpu_share', clip(serving.cpuShare * noise(setup, 'cpu', tick, 0.01)));
  values.set('model.workers_busy_share', clip(serving.workersBusy));
  values.set('model.queue_wait_ms', meanWait(window, meters));
  values.set('model.replicas', readyPods(state));
  values.set('autoscaler.max_replicas', parts.controls.maxReplicas);
  values.set(
    'autoscaler.at_max',
    parts.autoscaler.wanted > parts.controls.maxReplicas ||
      (parts.autoscaler.wanted >= parts.controls.maxReplicas && serving.cpuShare > 0.9)
      ? 1
      : 0,
  );

  const delayMs = serving.store.delaySeconds * 1000;
  const fetchShare = share(window.total('lookups'), window.total('answered')) || 0;
  values.set('store.fetch_p95_ms', fetchP95(setup, fetchShare, delayMs) * noise(setup, 'store', tick, readNoise));
  const connections = serving.store.connections;
  const inUse = serving.store.queue;
  values.set(
    'store.pool_wait_ms',
    inUse > connections && serving.store.capacity > 0 ? ((inUse - connections) / serving.store.capacity) * 1000 : 0,
  );
  values.set('store.connections', connections);
  values.set('store.hot_partition_share', share(window.total('hotLookups'), window.total('answered')));
  const hits = share(window.total('localHits'), window.total('hotLookups'));
  values.set('store.cache_hit_share', hits);
  values.set(
    'store.load_factor',
    loadAmplification(params['feature-store'].localHitShare, Number.isFinite(hits) ? hits : params['feature-store'].localHitShare),
  );

  const calls = window.total('outboundCalls');
  values.set('upstream.calls_per_request', share(calls, window.total('answered')));
  values.set('upstream.timeout_share', share(window.total('outboundTimeouts'), calls));
  values.set('upstream.latency_p95_ms', callP95(setup, state, calls, window.total('answered')) * noise(setup, 'upstream', tick, readNoise));

  const degraded = share(window.total('degraded'), all) || 0;
  values.set('business.impact_eur_per_minute', parts.business.perMinute + extraPodsPerMinute(setup, state));
  values.set('business.unscored_share', clip(share(failing, all)));
  values.set(
    'business.fraud_loss_eur_per_hour',
    ((Math.max(0, failing - params.business.normalUnscoredShare * all) * 3600) / seconds) * params.business.eurPerUnscored,
  );
  values.set(
    'business.false_positive_share',
    params.business.normalFalsePositiveShare *
      (1 + params.business.falsePositiveRise * degraded) *
      noise(setup, 'false-positives', tick, 0.02),
  );
  values.set('drift.psi', driftPsi(setup, tick));
  return { values, p95Ms: p95 };
}

const clip = (value: number): number => (value > 1 ? 1 : value);

function meanWait(window: Window, meters: number): number {
  let wait = 0;
  let requests = 0;
  for (let m = 0; m < meters; m++) {
    wait += window.extra(m, 3);
    requests += window.extra(m, 2);
  }
  return requests > 0 ? (wait / requests) * 1000 : 0;
}

export function readyPods(state: WorldState): number {
  let pods = 0;
  for (const group of state.parts.serving.groups) if (group.phase === 'serving') pods += group.count;
  return pods;
}

function extraPodsPerMinute(setup: Setup, state: WorldState): number {
  let pods = 0;
  for (const group of state.parts.serving.groups) pods += group.count;
  const extra = pods - setup.params.cost.normalPods;
  return extra > 0 ? (extra * setup.params.cost.eurPerPodHour) / 60 : 0;
}

function versionFigures(setup: Setup, state: WorldState, window: Window, values: Map<string, number>): void {
  const server = setup.params['model-server'];
  const readNoise = setup.params.alerts.readNoiseSd;
  const { serving } = state.parts;
  let low = Infinity;
  let high = 0;
  for (const version of server.versions) {
    const m = serving.meters.findIndex((meter) => meter.version === version.id);
    const requests = m < 0 ? 0 : window.extra(m, 2);
    const busy = requests > 1;
    const p95 = busy ? histogramQuantile(0.95, BOUNDS, window.buckets(m)) * noise(setup, `p95 ${version.id}`, state.tick, readNoise) : NaN;
    if (busy) {
      low = p95 < low ? p95 : low;
      high = p95 > high ? p95 : high;
    }
    values.set(`model.latency_p95_ms{${version.id}}`, p95);
    values.set(`model.cpu_share{${version.id}}`, busy ? clip(window.extra(m, 0) / window.extra(m, 1)) : NaN);
    const cost = cpuMsPerRequest(server, version, state.inputs['model-server.heavyCardCpuFactor']);
    values.set(`model.inference_cpu_ms{${version.id}}`, busy ? cost * noise(setup, `cpu ${version.id}`, state.tick, 0.01) : NaN);
    let pods = 0;
    for (const group of serving.groups) if (group.phase === 'serving' && group.version === version.id) pods += group.count;
    values.set(`model.pods{${version.id}}`, pods);
  }
  values.set('versions.p95_ratio', high > 0 ? high / low : NaN);
}

/** p95 of fetches: a share `q` waits `delayMs` at the busiest partition on top of a normal read. */
function fetchP95(setup: Setup, q: number, delayMs: number): number {
  const { fetchMedianMs: median, fetchSigma: sigma } = setup.params['feature-store'];
  if (delayMs < 1 || q <= 0) return lognormalQuantile(0.95, median, sigma);
  return bisect((x) => (1 - q) * lognormalCdf(x, median, sigma) + q * lognormalCdf(x - delayMs, median, sigma), 0.95, delayMs + 1000);
}

/** p95 of one attempt to the upstream service, cut at the timeout. */
function callP95(setup: Setup, state: WorldState, calls: number, answered: number): number {
  const up = setup.params.upstream;
  const normal = lognormalQuantile(0.95, up.normalMedianMs, up.normalSigma);
  if (calls <= 0 || answered <= 0) return NaN;
  const median = state.inputs['upstream.slowMedianMs'];
  if (median <= up.normalMedianMs) return normal;
  const slow = Math.max(0, Math.min(1, (calls - answered * (1 - up.slowShare)) / calls));
  const p = (x: number): number =>
    (1 - slow) * lognormalCdf(x, up.normalMedianMs, up.normalSigma) + slow * lognormalCdf(x, median, up.slowSigma);
  const cut = state.parts.controls.upstreamTimeoutMs;
  return p(cut) <= 0.95 ? cut : bisect(p, 0.95, cut);
}

function bisect(cdf: (x: number) => number, p: number, high: number): number {
  let low = 0;
  for (let i = 0; i < 22; i++) {
    const middle = (low + high) / 2;
    if (cdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const DRIFT_TICKS = 900; // a sample of 1,000 rows is drawn this often
const lastDraw = { seed: '', sample: -1, chiSquare: 0 };

/** The score's PSI on 1,000 rows: sampling noise around a small shift where the weekend mix is on. Without drift PSI follows χ²(9) · (1/1000 + 1/1000). */
function driftPsi(setup: Setup, tick: number): number {
  const sample = Math.floor(tick / DRIFT_TICKS);
  if (lastDraw.seed !== setup.seed || lastDraw.sample !== sample) {
    lastDraw.seed = setup.seed;
    lastDraw.sample = sample;
    lastDraw.chiSquare = 0;
    for (let bin = 0; bin < 9; bin++) {
      const z = normalQuantile(keyedDraw(setup.seed, 'drift', 'psi', sample, bin) * (1 - 1e-9) + 5e-10);
      lastDraw.chiSquare += z * z;
    }
  }
  return (setup.herrings.has('drift-amber') ? 0.07 : 0) + lastDraw.chiSquare / 500;
}
