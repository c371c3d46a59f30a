import { cloneState } from '../../kernel/clone.ts';
import { LATENCY_EDGES_MS } from '../../parts/gateway/latency-grid.ts';
import type { OwnReading, Monitoring } from '../plant.ts';
import { copyParts } from './create.ts';
import { bucketsSoFar, createCounters, pushCounters } from './counters.ts';
import { TOTAL } from './scrape.ts';
import type { PartStates, World } from './world.ts';

/** Counters since the start and the histogram of durations, read off a copy: reading pours what has not been counted yet. */
export function monitoring(world: World): Pick<Monitoring, 'own' | 'durations'> {
  const { setup, state } = world;
  const { serving } = copyParts(setup, state.parts, cloneState(state.parts));
  const ring = createCounters(serving.meters.length, 1);
  pushCounters(ring, serving, setup.params['model-server']);
  return {
    own: countersOf(serving, world.running[TOTAL.unscored]!),
    durations: {
      edgesMs: LATENCY_EDGES_MS,
      cumulative: bucketsSoFar(ring, serving.meters.length),
      sumMs: serving.meters.reduce((sum, meter) => sum + meter.latencySumMs, serving.failSum),
    },
  };
}

/** @param unscored payments so far, at the last scrape: who answers too late is known only to the client */
function countersOf({ totals, meters }: PartStates['serving'], unscored: number): OwnReading[] {
  const one = (name: string, help: string, value: number, labels: Readonly<Record<string, string>> = {}): OwnReading => ({
    type: 'counter',
    name,
    help,
    labels,
    value,
  });
  const failure = (reason: string, value: number): OwnReading =>
    one('http_request_failures_total', 'Attempts that failed at the gateway, by why.', value, { reason });
  const byVersion = (name: string, help: string, pick: (meter: PartStates['serving']['meters'][number]) => number): OwnReading[] =>
    meters.map((meter) => one(name, help, pick(meter), { version: meter.version }));
  return [
    one('http_requests_total', 'Requests at the gateway, retries not counted.', totals.first),
    one('http_request_attempts_total', 'Attempts that reached the backend side of the gateway, retries included.', totals.attempts),
    one(
      'payments_unscored_total',
      'Payments that went through unscored: failed, refused, or answered after the client had given up.',
      unscored,
    ),
    failure('deadline', totals.shedDeadline),
    failure('queue_full', totals.shedFull),
    failure('store_refused', totals.storeRefused),
    failure('shed', totals.shedAtGateway),
    failure('no_backend', totals.noBackend),
    failure('restart', totals.lostAtRestart),
    one('http_request_retries_total', 'Attempts after the first.', totals.retries),
    one('http_request_retries_denied_total', 'Retries that the budget did not allow.', totals.retriesDenied),
    one('predictions_degraded_total', 'Answers scored with default or stale features.', totals.degraded),
    one('predictions_without_field_total', 'Answers scored without the field of the upstream service.', totals.fieldless),
    ...byVersion('model_requests_total', 'Requests that a pod answered, by model version.', ({ requests }) => requests),
    ...byVersion('model_cpu_seconds_total', 'CPU time of answers, by model version.', ({ cpuSeconds }) => cpuSeconds),
    ...byVersion(
      'model_queue_wait_seconds_total',
      'Time that answered requests waited for a worker, by model version.',
      ({ waitSum }) => waitSum,
    ),
    one('feature_lookups_total', 'Lookups that reached the feature store.', totals.lookups),
    one('feature_local_cache_hits_total', 'Lookups that the pods own cache answered.', totals.localHits),
    one('upstream_calls_total', 'Attempts to the upstream service.', totals.outboundCalls),
    one('upstream_timeouts_total', 'Attempts to the upstream service that the timeout cut.', totals.outboundTimeouts),
  ];
}
