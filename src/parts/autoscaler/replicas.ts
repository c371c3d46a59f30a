/**
 * How many replicas the Kubernetes horizontal autoscaler wants.
 * Source: kubernetes/kubernetes pkg/controller/podautoscaler/replica_calculator.go and metrics/utilization.go.
 */
export interface PodMetric {
  readonly used: number | null; // milli-cores; null: no metric
  readonly requested: number; // milli-cores
  readonly unready: boolean; // its metric is not to be believed yet
}

export interface ReplicaDecision {
  readonly desired: number;
  readonly utilisationPercent: number; // truncated to a whole number, of the pods that count; NaN: no metrics
}

/** Whether a ratio of current to target is too near 1 to act on. */
export const withinTolerance = (ratio: number, tolerance: number): boolean => 1 - tolerance <= ratio && ratio <= 1 + tolerance;

const utilisationPercent = (used: number, requested: number): number => Math.trunc((used * 100) / requested);

/**
 * By CPU utilisation: pods not ready are set aside, and count as idle when the rest wants more; pods without metrics count as idle
 * when scaling up and as fully used when scaling down; a change that this turns round or makes small is dropped.
 */
export function resourceReplicas(pods: readonly PodMetric[], current: number, targetPercent: number, tolerance: number): ReplicaDecision {
  let used = 0;
  let requested = 0;
  let ready = 0;
  let unready = 0;
  let unreadyRequested = 0;
  let missing = 0;
  let missingRequested = 0;
  let missingFallback = 0;
  for (const pod of pods) {
    if (pod.used === null) {
      missing += 1;
      missingRequested += pod.requested;
      missingFallback += Math.trunc((pod.requested * Math.max(100, targetPercent)) / 100);
    } else if (pod.unready) {
      unready += 1;
      unreadyRequested += pod.requested;
    } else {
      ready += 1;
      used += pod.used;
      requested += pod.requested;
    }
  }
  if (ready === 0 || requested === 0) return { desired: current, utilisationPercent: NaN };
  const percent = utilisationPercent(used, requested);
  const keep: ReplicaDecision = { desired: current, utilisationPercent: percent };
  const ratio = percent / targetPercent;
  const countUnready = unready > 0 && ratio > 1;
  if (!countUnready && missing === 0) {
    return withinTolerance(ratio, tolerance) ? keep : { desired: Math.ceil(ratio * ready), utilisationPercent: percent };
  }
  let counted = ready;
  if (missing > 0 && ratio !== 1) {
    counted += missing;
    requested += missingRequested;
    if (ratio < 1) used += missingFallback;
  }
  if (countUnready) {
    counted += unready;
    requested += unreadyRequested;
  }
  const rebased = utilisationPercent(used, requested) / targetPercent;
  if (withinTolerance(rebased, tolerance) || (ratio < 1 && rebased > 1) || (ratio > 1 && rebased < 1)) return keep;
  const desired = Math.ceil(rebased * counted);
  if ((rebased < 1 && desired > current) || (rebased > 1 && desired < current)) return keep;
  return { desired, utilisationPercent: percent };
}

/**
 * By a metric that every pod reports (requests in flight, say): the mean against a target. Readiness does not count; pods without a
 * metric count as at target when scaling down and as zero when scaling up.
 * @param levels one a pod that reports, same unit as target @param current pods in all
 */
export function podMetricReplicas(levels: readonly number[], current: number, target: number, tolerance: number): number {
  if (levels.length === 0) return current;
  let sum = 0;
  for (const level of levels) sum += level;
  const ratio = Math.trunc(sum / levels.length) / target; // the mean is a whole number there
  const missing = Math.max(0, current - levels.length);
  if (missing === 0) return withinTolerance(ratio, tolerance) ? current : Math.ceil(ratio * levels.length);
  let counted = levels.length;
  if (ratio !== 1) counted += missing;
  if (ratio < 1) sum += missing * target;
  const rebased = Math.trunc(sum / counted) / target;
  if (withinTolerance(rebased, tolerance) || (ratio < 1 && rebased > 1) || (ratio > 1 && rebased < 1)) return current;
  const desired = Math.ceil(rebased * counted);
  return (rebased < 1 && desired > current) || (rebased > 1 && desired < current) ? current : desired;
}

/** By one figure of another object against a target for the whole: ratio × ready pods. From zero replicas: the ratio alone. */
export function objectReplicas(value: number, target: number, ready: number, current: number, tolerance: number): number {
  const ratio = value / target;
  if (current === 0) return Math.ceil(ratio);
  return withinTolerance(ratio, tolerance) ? current : Math.ceil(ratio * ready);
}

/** By one figure of another object against a target for each pod. */
export function objectPerPodReplicas(total: number, targetPerPod: number, current: number, tolerance: number): number {
  const ratio = total / (targetPerPod * current);
  return withinTolerance(ratio, tolerance) ? current : Math.ceil(total / targetPerPod);
}
