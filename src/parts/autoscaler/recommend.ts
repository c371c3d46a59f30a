import type { AutoscalerParams } from './params.ts';
import { podMetric, type PodReport } from './pods.ts';
import { objectPerPodReplicas, objectReplicas, podMetricReplicas, resourceReplicas, type ReplicaDecision } from './replicas.ts';

/** A figure other than CPU that replicas may follow too: one that each pod reports, or one of something else. */
export type ScaleMetric =
  | { readonly kind: 'pods'; readonly levels: readonly number[]; readonly target: number }
  | { readonly kind: 'object'; readonly value: number; readonly target: number; readonly ready: number }
  | { readonly kind: 'object-per-pod'; readonly value: number; readonly targetPerPod: number };

const replicasBy = (metric: ScaleMetric, current: number, tolerance: number): number => {
  switch (metric.kind) {
    case 'pods':
      return metric.levels.length === 0 ? NaN : podMetricReplicas(metric.levels, current, metric.target, tolerance);
    case 'object':
      return objectReplicas(metric.value, metric.target, metric.ready, current, tolerance);
    case 'object-per-pod':
      return objectPerPodReplicas(metric.value, metric.targetPerPod, current, tolerance);
  }
};

/**
 * What all metrics together ask for: the most that any does. Where one could not be read, nothing goes down.
 * Source: kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go, computeReplicasForMetrics.
 */
export function recommend(
  params: AutoscalerParams,
  current: number,
  pods: readonly PodReport[],
  metrics: readonly ScaleMetric[],
): ReplicaDecision {
  const cpu = resourceReplicas(
    pods.map((pod) => podMetric(pod, params)),
    current,
    params.targetUtilisationPercent,
    params.tolerance,
  );
  let unread = Number.isNaN(cpu.utilisationPercent);
  let desired = unread ? -1 : cpu.desired;
  for (const metric of metrics) {
    const wanted = replicasBy(metric, current, params.tolerance);
    if (Number.isNaN(wanted)) unread = true;
    else if (wanted > desired) desired = wanted;
  }
  if (desired < 0 || (unread && desired < current)) desired = current;
  return { desired, utilisationPercent: cpu.utilisationPercent };
}
