import type { AutoscalerParams } from './params.ts';
import type { PodMetric } from './replicas.ts';

/** What the autoscaler is told of a pod. */
export interface PodReport {
  readonly ready: boolean;
  readonly cpuMilli: number | null; // mean use of the metric window, taken in whole milli-cores; null: no metric came
  readonly requestMilli: number;
  readonly startedSecondsAgo: number;
  readonly readySecondsAgo?: number; // since it last became ready; as long as it runs where left out
  readonly pending?: boolean; // placed on no node yet, or its image is being pulled
}

/**
 * Which pods count: one that is pending, or not ready soon after its start, or ready too briefly for its metrics to mean anything, is
 * set aside. Source: kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go, groupPods.
 */
export function podMetric(pod: PodReport, params: AutoscalerParams): PodMetric {
  const unready = { used: 0, requested: pod.requestMilli, unready: true };
  if (pod.pending === true) return unready;
  if (pod.cpuMilli === null) return { used: null, requested: pod.requestMilli, unready: false };
  const starting = pod.startedSecondsAgo < params.cpuInitialisationSeconds;
  const readyFor = pod.readySecondsAgo ?? pod.startedSecondsAgo;
  const neverReady = !pod.ready && pod.readySecondsAgo === undefined;
  if (starting ? !pod.ready || readyFor < params.metricWindowSeconds : neverReady) return unready;
  return { used: Math.round(pod.cpuMilli), requested: pod.requestMilli, unready: false };
}
