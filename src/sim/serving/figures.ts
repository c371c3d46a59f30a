import type { DrawKey } from '../../kernel/streams.ts';
import { histogramQuantile, makeMonotone, quantileOf } from '../../parts/alerts/quantile.ts';
import { loadAmplification } from '../../parts/feature-store/amplification.ts';
import { fetchP95Ms } from '../../parts/feature-store/fetch-quantile.ts';
import { LATENCY_EDGES_MS } from '../../parts/gateway/latency-grid.ts';
import type { GatewayParams } from '../../parts/gateway/params.ts';
import { cpuMsPerRequest } from '../../parts/model-server/group.ts';
import { callP95Ms } from '../../parts/upstream/call-quantile.ts';
import { fetchCutSeconds, gatewayNow } from './conditions.ts';
import { at, BUCKETS, EXTRA, extra, gatewayBuckets, lateAnswers, slowerThan, total, versionBuckets, type Window } from './counters.ts';
import { normalAt, readNoise, type Instruments } from './readings.ts';
import type { Setup, WorldState } from './world.ts';

/** Upper bounds of the latency buckets, as quantiles are read off them. */
const BOUNDS = Float64Array.from([...LATENCY_EDGES_MS, Infinity]);

const CUT_MS = LATENCY_EDGES_MS[LATENCY_EDGES_MS.length - 1]!; // the last mark of the histogram: what took longer is read as this
const CPU_NOISE = 0.01; // of a mean over a minute, relative
const COUNT_NOISE = 0.02; // of an estimate from a sample of payments, relative
const T = at.totals;
const minute = new Float64Array(BUCKETS); // of the scrape under way
const ofVersion = new Float64Array(BUCKETS);

/** A quantile as it is read: a little off, but never past the time at which whoever measures it stops. */
const readMs = (ms: number, noise: number, cutMs = CUT_MS): number => (ms >= cutMs ? cutMs : Math.min(cutMs, ms * noise));
const share = (part: number, whole: number): number => (whole > 0 ? part / whole : NaN);
const clip = (value: number): number => (value > 1 ? 1 : value);

/** Unscored payments of a window: failed, late, refused. Source: the gateway's own view, failures included. */
export function unscored(window: Window, meters: number, gateway: GatewayParams): number {
  const failed =
    total(window, T.shedAtGateway) + total(window, T.storeRefused) + total(window, T.lostAtRestart) + total(window, T.abandoned);
  return gateway.attempts > 1 ? failed : failed + lateAnswers(window, meters, gateway.clientTimeoutMs);
}

/**
 * Fills a row with every figure that monitoring shows at a scrape, over the last minute; the impact so far is left to the caller.
 * @param window counters now and a minute ago @param seconds that it spans: less in the first minute
 */
export function readFigures(
  instruments: Instruments,
  setup: Setup,
  state: WorldState,
  window: Window,
  seconds: number,
  row: Float64Array,
): void {
  const { columns } = instruments;
  const { tick, parts } = state;
  const { params } = setup;
  const { serving, controls } = parts;
  const meters = serving.meters.length;
  const sd = params.alerts.readNoiseSd;
  const noise = readNoise(instruments.gateway, tick, sd);
  gatewayBuckets(window, meters, minute);
  makeMonotone(minute, minute);
  const all = total(window, T.first);
  const answered = total(window, T.answered);
  row[columns['gateway.latency_p50_ms']] = readMs(quantileOf(0.5, BOUNDS, minute), noise);
  row[columns['gateway.latency_p95_ms']] = readMs(quantileOf(0.95, BOUNDS, minute), noise);
  row[columns['gateway.latency_p99_ms']] = readMs(quantileOf(0.99, BOUNDS, minute), noise);
  row[columns['gateway.request_rate']] = all / seconds;
  const failing = unscored(window, meters, gatewayNow(setup, state)) + params.business.normalUnscoredShare * all;
  row[columns['gateway.unscored_share']] = clip(share(failing, all)); // what ends in a window may have come before it
  const refused = total(window, T.shedDeadline) + total(window, T.shedFull) + total(window, T.noBackend) + total(window, T.shedAtGateway);
  const errors = refused + total(window, T.storeRefused) + total(window, T.lostAtRestart) + 0.0005 * all;
  row[columns['gateway.http5xx_share']] = clip(share(errors, all));
  row[columns['gateway.slow_share']] = clip(share(slowerThan(minute, params.gateway.slowMs), all));

  serverFigures(instruments, setup, state, window, row);

  const { store } = serving;
  const fetching = share(total(window, T.lookups), answered) || 0;
  const fetchMs = fetchP95Ms(params['feature-store'], fetching, store.delaySeconds * 1000);
  row[columns['store.fetch_p95_ms']] = readMs(fetchMs, readNoise(instruments.store, tick, sd), fetchCutSeconds(setup, state) * 1000);
  const waiting = store.queue - store.connections;
  row[columns['store.pool_wait_ms']] = waiting > 0 && store.capacity > 0 ? (waiting / store.capacity) * 1000 : 0;
  row[columns['store.connections']] = store.connections;
  const hot = total(window, T.hotLookups);
  row[columns['store.hot_partition_share']] = share(hot, answered);
  const hits = share(total(window, T.localHits), hot);
  row[columns['store.cache_hit_share']] = hits;
  const normalHits = params['feature-store'].localHitShare;
  row[columns['store.load_factor']] = loadAmplification(normalHits, Number.isFinite(hits) ? hits : normalHits);

  const calls = total(window, T.outboundCalls);
  row[columns['upstream.calls_per_request']] = share(calls, answered);
  row[columns['upstream.timeout_share']] = share(total(window, T.outboundTimeouts), calls);
  const { slowShare } = params.upstream;
  const slow = Math.max(0, Math.min(1, (calls - answered * (1 - slowShare)) / calls));
  const median = state.inputs['upstream.slowMedianMs'];
  row[columns['upstream.latency_p95_ms']] =
    calls > 0 && answered > 0
      ? readMs(
          callP95Ms(params.upstream, slow, median, controls.upstreamTimeoutMs),
          readNoise(instruments.upstream, tick, sd),
          controls.upstreamTimeoutMs,
        )
      : NaN;

  const { business } = params;
  const degraded = share(total(window, T.degraded), all) || 0;
  row[columns['business.impact_eur_per_minute']] = parts.business.perMinute + extraPodsPerMinute(setup, state);
  row[columns['business.unscored_share']] = row[columns['gateway.unscored_share']]!;
  const unscoredBeyond = Math.max(0, failing - business.normalUnscoredShare * all);
  const fraudMissed = unscoredBeyond + total(window, T.fieldless) * params.upstream.quality;
  row[columns['business.fraud_loss_eur_per_hour']] = ((fraudMissed * 3600) / seconds) * business.eurPerUnscored;
  row[columns['business.false_positive_share']] =
    business.normalFalsePositiveShare *
    (1 + business.falsePositiveRise * degraded) *
    readNoise(instruments.falsePositives, tick, COUNT_NOISE);
  row[columns['drift.psi']] = driftPsi(instruments.drift, setup, tick);
}

/** The pods, all together and by version, and the autoscaler over them. */
function serverFigures(instruments: Instruments, setup: Setup, state: WorldState, window: Window, row: Float64Array): void {
  const { columns } = instruments;
  const server = setup.params['model-server'];
  const sd = setup.params.alerts.readNoiseSd;
  const { tick, parts } = state;
  const { serving, controls, autoscaler } = parts;
  let slowest = 0;
  let fastest = Infinity;
  let wait = 0;
  let requests = 0;
  for (let m = 0; m < serving.meters.length; m++) {
    wait += extra(window, m, EXTRA.waitSum);
    requests += extra(window, m, EXTRA.requests);
  }
  for (let v = 0; v < instruments.versions.length; v++) {
    const { columns: place, p95: p95Noise, cpu: cpuNoise } = instruments.versions[v]!;
    let m = 0;
    while (m < serving.meters.length && serving.meters[m]!.version !== place.version) m++;
    const busy = m < serving.meters.length && extra(window, m, EXTRA.requests) > 1;
    let p95 = NaN;
    if (busy) {
      versionBuckets(window, m, ofVersion);
      p95 = readMs(histogramQuantile(0.95, BOUNDS, ofVersion), readNoise(p95Noise, tick, sd));
      if (p95 < fastest) fastest = p95;
      if (p95 > slowest) slowest = p95;
    }
    row[place.p95] = p95;
    row[place.cpu] = busy ? clip(extra(window, m, EXTRA.cpuSeconds) / extra(window, m, EXTRA.coreSeconds)) : NaN;
    const cost = cpuMsPerRequest(server, server.versions[v]!, state.inputs['model-server.heavyCardCpuFactor']);
    row[place.inference] = busy ? cost * readNoise(cpuNoise, tick, CPU_NOISE) : NaN;
    row[place.pods] = readyPods(state, place.version);
  }
  row[columns['versions.p95_ratio']] = slowest > 0 ? slowest / fastest : NaN;
  row[columns['model.cpu_share']] = clip(serving.cpuShare * readNoise(instruments.cpu, tick, CPU_NOISE));
  row[columns['model.workers_busy_share']] = clip(serving.workersBusy);
  row[columns['model.queue_wait_ms']] = requests > 0 ? (wait / requests) * 1000 : 0;
  row[columns['model.replicas']] = readyPods(state, null);
  row[columns['autoscaler.max_replicas']] = controls.maxReplicas;
  const atMost = autoscaler.wanted > controls.maxReplicas || (autoscaler.wanted >= controls.maxReplicas && serving.cpuShare > 0.9);
  row[columns['autoscaler.at_max']] = atMost ? 1 : 0;
}

/** Pods that take traffic, of one version or of all. */
export function readyPods(state: WorldState, version: string | null): number {
  let pods = 0;
  for (const group of state.parts.serving.groups)
    if (group.phase === 'serving' && (version === null || group.version === version)) pods += group.count;
  return pods;
}

function extraPodsPerMinute(setup: Setup, state: WorldState): number {
  let pods = 0;
  for (const group of state.parts.serving.groups) pods += group.count;
  const extraPods = pods - setup.params.cost.normalPods;
  return extraPods > 0 ? (extraPods * setup.params.cost.eurPerPodHour) / 60 : 0;
}

const DRIFT_TICKS = 900; // a sample of 1,000 rows is drawn this often
let drawn: { readonly key: DrawKey; readonly sample: number; readonly chiSquare: number } | null = null;

/** The score's PSI on 1,000 rows: sampling noise around a small shift where the weekend mix is on. Without drift PSI follows χ²(9) · (1/1000 + 1/1000). */
function driftPsi(key: DrawKey, setup: Setup, tick: number): number {
  const sample = Math.floor(tick / DRIFT_TICKS);
  if (drawn === null || drawn.key !== key || drawn.sample !== sample) {
    let chiSquare = 0;
    for (let bin = 0; bin < 9; bin++) {
      const z = normalAt(key, sample, bin);
      chiSquare += z * z;
    }
    drawn = { key, sample, chiSquare };
  }
  return (setup.herrings.has('drift-amber') ? 0.07 : 0) + drawn.chiSquare / 500;
}
