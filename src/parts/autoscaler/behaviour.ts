/**
 * What may become of a recommendation: a window that steadies it, and rules on how fast replicas may change.
 * Source: kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (stabilizeRecommendationWithBehaviors,
 * convertDesiredReplicasWithBehaviorRate).
 */
export interface RatePolicy {
  readonly kind: 'pods' | 'percent';
  readonly value: number;
  readonly periodSeconds: number;
}

/** Rules of one direction; of several policies the one that allows most counts. */
export interface ScalingRules {
  readonly policies: readonly RatePolicy[];
  readonly windowSeconds: number; // stabilisation
}

export interface Behaviour {
  readonly up: ScalingRules;
  readonly down: ScalingRules;
}

/** The defaults of Kubernetes: up at once by 100 % or 4 pods a 15 s, down after 300 s of lower recommendations. */
export const DEFAULT_BEHAVIOUR: Behaviour = {
  up: {
    policies: [
      { kind: 'pods', value: 4, periodSeconds: 15 },
      { kind: 'percent', value: 100, periodSeconds: 15 },
    ],
    windowSeconds: 0,
  },
  down: { policies: [{ kind: 'percent', value: 100, periodSeconds: 15 }], windowSeconds: 300 },
};

/** A recommendation or a change of replicas, and when it was made. Plain data. */
export interface Dated {
  readonly replicas: number; // recommended, or by how many they changed (≥ 0)
  readonly atSeconds: number;
}

/**
 * A recommendation held within what was recommended lately: not above the least of the up window, not below the greatest of the
 * down window. @param recent earlier recommendations
 */
export function stabilise(desired: number, current: number, recent: readonly Dated[], behaviour: Behaviour, nowSeconds: number): number {
  let up = desired;
  let down = desired;
  for (const { replicas, atSeconds } of recent) {
    const age = nowSeconds - atSeconds;
    if (age < behaviour.up.windowSeconds && replicas < up) up = replicas;
    if (age < behaviour.down.windowSeconds && replicas > down) down = replicas;
  }
  let result = current;
  if (result < up) result = up;
  if (result > down) result = down;
  return result;
}

const changed = (events: readonly Dated[], periodSeconds: number, nowSeconds: number): number => {
  let sum = 0;
  for (const event of events) if (nowSeconds - event.atSeconds < periodSeconds) sum += event.replicas;
  return sum;
};

/** What replicas may become now: within the rate rules of the direction, and within the bounds. @param ups,downs changes made lately */
export function limitRate(
  desired: number,
  current: number,
  bounds: { readonly min: number; readonly max: number },
  behaviour: Behaviour,
  ups: readonly Dated[],
  downs: readonly Dated[],
  nowSeconds: number,
): number {
  if (desired === current) return Math.max(bounds.min, Math.min(bounds.max, current));
  const rising = desired > current;
  let limit = rising ? -Infinity : Infinity;
  for (const policy of (rising ? behaviour.up : behaviour.down).policies) {
    const start = current - changed(ups, policy.periodSeconds, nowSeconds) + changed(downs, policy.periodSeconds, nowSeconds);
    if (rising) {
      const allowed = policy.kind === 'pods' ? start + policy.value : Math.ceil(start * (1 + policy.value / 100));
      if (allowed > limit) limit = allowed;
    } else {
      const allowed = policy.kind === 'pods' ? start - policy.value : Math.trunc(start * (1 - policy.value / 100));
      if (allowed < limit) limit = allowed;
    }
  }
  if (rising) return Math.min(desired, bounds.max, Math.max(limit, current));
  return Math.max(desired, bounds.min, Math.min(limit, current));
}
