import type { MetricInfo } from '../domain/metric.ts';
import type { Tick } from '../domain/time.ts';
import { LATENCY_EDGES_MS } from '../parts/gateway/latency-grid.ts';
import { bucketsSoFar, createCounters, pushCounters } from './counters.ts';
import type { RequestTotals } from './serving-state.ts';
import { copyWorld, type World } from './world.ts';

/** What the instruments of the system read at a moment: figures of the last scrape, and counters since the start. */
export interface Monitoring {
  readonly tick: Tick;
  readonly gauges: readonly { readonly metric: MetricInfo; readonly value: number }[]; // NaN: no data
  readonly totals: Readonly<RequestTotals>;
  /** Answers and failures at the gateway by the time they took; `cumulative` has one entry more than `edgesMs`, for all. */
  readonly durations: { readonly edgesMs: readonly number[]; readonly cumulative: readonly number[]; readonly sumMs: number };
  readonly versions: readonly {
    readonly version: string;
    readonly requests: number;
    readonly cpuSeconds: number;
    readonly waitSeconds: number;
  }[];
}

/** Reads the instruments of a world and leaves it as it was. */
export function monitoringOf(world: World): Monitoring {
  const { state, setup, catalogue, series } = copyWorld(world);
  const { serving } = state.parts;
  const ring = createCounters(serving.meters.length, 1);
  pushCounters(ring, serving, setup.params['model-server']);
  const cumulative = bucketsSoFar(ring, serving.meters.length);
  const sumMs = serving.meters.reduce((sum, meter) => sum + meter.latencySumMs, serving.failSum);
  return {
    tick: state.tick,
    gauges: catalogue.metrics.map((metric) => ({ metric, value: series.at(metric.key, state.tick) })),
    totals: { ...serving.totals },
    durations: { edgesMs: LATENCY_EDGES_MS, cumulative, sumMs },
    versions: serving.meters.map(({ version, requests, cpuSeconds, waitSum }) => ({ version, requests, cpuSeconds, waitSeconds: waitSum })),
  };
}
