import { stepperOf } from '../../kernel/stepper.ts';
import { limitRate, stabilise, type Behaviour, type Dated } from './behaviour.ts';
import { autoscalerChart } from './chart.ts';
import type { AutoscalerParams } from './params.ts';
import type { PodReport } from './pods.ts';
import { recommend, type ScaleMetric } from './recommend.ts';

/** Plain data. */
export interface AutoscalerState {
  chart: string;
  replicas: number; // asked for now
  nextSyncSeconds: number;
  recommendations: Dated[]; // within the stabilisation window
  ups: Dated[]; // changes made within the rate period
  downs: Dated[];
  utilisationPercent: number; // at the last sync; NaN before, or without metrics
  wanted: number; // recommended at the last sync, before windows, rates and bounds
  atMax: boolean; // wanted more than it may have, at the last sync
}

/** What a sync is told. */
export interface ScaleInput {
  readonly nowSeconds: number;
  readonly pods: readonly PodReport[]; // all that exist
  readonly metrics?: readonly ScaleMetric[]; // beside CPU
}

const stepper = stepperOf(autoscalerChart);

/** An autoscaler in front of `replicas` pods. Its first sync is due at once. */
export const createAutoscaler = (params: AutoscalerParams, replicas: number): AutoscalerState => ({
  chart: params.enabled ? stepper.initial : stepper.send(stepper.initial, 'PAUSE'),
  replicas,
  nextSyncSeconds: 0,
  recommendations: [{ replicas, atSeconds: 0 }], // as Kubernetes does, so that a fresh start lowers nothing at once
  ups: [],
  downs: [],
  utilisationPercent: NaN,
  wanted: replicas,
  atMax: false,
});

/** Whether a step at this time would look at the pods: the caller need not gather them otherwise. */
export const autoscalerDue = (state: AutoscalerState, nowSeconds: number): boolean =>
  nowSeconds >= state.nextSyncSeconds && state.chart !== 'paused';

/** Stops it: replicas stay as they are until it is resumed. */
export function pauseAutoscaler(state: AutoscalerState): void {
  state.chart = stepper.send(state.chart, 'PAUSE');
}

/** Lets it go on from the replicas there are, with no memory of what it wanted before. */
export function resumeAutoscaler(state: AutoscalerState, nowSeconds: number): void {
  state.chart = stepper.send(state.chart, 'RESUME');
  state.recommendations = [{ replicas: state.replicas, atSeconds: nowSeconds }];
  state.ups = [];
  state.downs = [];
  state.nextSyncSeconds = nowSeconds;
}

/** Someone else sets the count. A running autoscaler takes it from there at its next sync. */
export function setReplicas(state: AutoscalerState, replicas: number): void {
  state.replicas = replicas;
}

const behaviourOf = (params: AutoscalerParams): Behaviour => ({
  up: {
    policies: [
      { kind: 'pods', value: params.upPods, periodSeconds: params.ratePeriodSeconds },
      { kind: 'percent', value: params.upPercent, periodSeconds: params.ratePeriodSeconds },
    ],
    windowSeconds: 0,
  },
  down: {
    policies: [
      { kind: 'pods', value: params.downPods, periodSeconds: params.ratePeriodSeconds },
      { kind: 'percent', value: params.downPercent, periodSeconds: params.ratePeriodSeconds },
    ],
    windowSeconds: params.stabilisationSeconds,
  },
});

const drop = (list: Dated[], seconds: number, nowSeconds: number): void => {
  while (list.length > 0 && nowSeconds - (list[0] as Dated).atSeconds >= seconds) list.shift();
};

/**
 * One step: at a sync, what CPU use and any other metric ask for, steadied, limited in rate and bounds. Between syncs nothing happens.
 * @returns the replicas asked for from now on
 */
export function stepAutoscaler(state: AutoscalerState, params: AutoscalerParams, input: ScaleInput): number {
  const now = input.nowSeconds;
  if (!autoscalerDue(state, now)) return state.replicas;
  while (state.nextSyncSeconds <= now) state.nextSyncSeconds += params.syncSeconds;
  const current = state.replicas;
  const decision = recommend(params, current, input.pods, input.metrics ?? []);
  state.utilisationPercent = decision.utilisationPercent;
  state.wanted = decision.desired;
  drop(state.recommendations, params.stabilisationSeconds, now);
  drop(state.ups, params.ratePeriodSeconds, now);
  drop(state.downs, params.ratePeriodSeconds, now);
  const behaviour = behaviourOf(params);
  const steadied = stabilise(decision.desired, current, state.recommendations, behaviour, now);
  state.recommendations.push({ replicas: decision.desired, atSeconds: now });
  const next =
    current > params.max
      ? params.max
      : current < params.min
        ? params.min
        : limitRate(steadied, current, params, behaviour, state.ups, state.downs, now);
  if (next > current) state.ups.push({ replicas: next - current, atSeconds: now });
  if (next < current) state.downs.push({ replicas: current - next, atSeconds: now });
  state.replicas = next;
  state.atMax = steadied > params.max && next >= params.max;
  state.chart = stepper.send(state.chart, state.atMax ? 'LIMIT' : next > current ? 'RAISE' : next < current ? 'LOWER' : 'HOLD');
  return next;
}
