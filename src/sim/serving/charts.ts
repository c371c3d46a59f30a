import { stepperOf } from '../../kernel/stepper.ts';
import { autoscalerChart } from '../../parts/autoscaler/chart.ts';
import { businessChart } from '../../parts/business/chart.ts';
import { costChart } from '../../parts/cost/chart.ts';
import { storeChart } from '../../parts/feature-store/chart.ts';
import { breakerChart } from '../../parts/gateway/breaker-chart.ts';
import { servingChart } from '../../parts/model-server/chart.ts';
import { aliasChart, rolloutChart } from '../../parts/rollout/chart.ts';
import { trafficChart } from '../../parts/traffic/chart.ts';
import { upstreamChart } from '../../parts/upstream/chart.ts';
import { costEur } from '../../parts/cost/step.ts';
import type { Setup, WorldState } from './world.ts';
import type { Columns } from './columns.ts';
import { readyPods } from './figures.ts';

export const steppers = {
  traffic: stepperOf(trafficChart),
  serving: stepperOf(servingChart),
  'feature-store': stepperOf(storeChart),
  upstream: stepperOf(upstreamChart),
  rollout: stepperOf(rolloutChart),
  'registry-alias': stepperOf(aliasChart),
  business: stepperOf(businessChart),
  cost: stepperOf(costChart),
};
export type ChartId = keyof typeof steppers;

const breaker = stepperOf(breakerChart);

/** All charts of this plant: those above, and those that parts step by themselves. */
export const charts = {
  ...steppers,
  autoscaler: stepperOf(autoscalerChart),
  'breaker feature-store': breaker,
  'breaker merchant-risk': breaker,
};

type RolloutEvent = Parameters<(typeof steppers)['rollout']['send']>[1];

export function nextRollout(state: WorldState, event: RolloutEvent): void {
  state.parts.charts['rollout'] = steppers.rollout.send(state.parts.charts['rollout']!, event);
}

/** Sends the events that thresholds on a scrape's figures cause. */
export function moveCharts(setup: Setup, state: WorldState, columns: Columns, row: Float64Array): void {
  const { charts, serving, breakers } = state.parts;
  const rate = row[columns['gateway.request_rate']]! / setup.params.traffic.requestsPerSecond;
  charts['traffic'] = steppers.traffic.send(charts['traffic']!, rate > 1.3 ? 'SURGE' : rate < 0.7 ? 'QUIET' : 'CALM');
  const cpu = row[columns['model.cpu_share']]!;
  const workers = row[columns['model.workers_busy_share']]!;
  charts['serving'] = steppers.serving.send(
    charts['serving']!,
    readyPods(state, null) === 0
      ? 'LOSE_ALL'
      : charts['serving'] === 'down'
        ? 'BOOTED'
        : serving.queued > 50
          ? 'OVERLOAD'
          : cpu > 0.85 || workers > 0.8
            ? 'SATURATE'
            : 'RECOVER',
  );
  const pool = serving.store.queue;
  charts['feature-store'] = steppers['feature-store'].send(
    charts['feature-store']!,
    pool > serving.store.connections ? 'FULL' : serving.store.delaySeconds > 0.1 ? 'STRAIN' : 'EASE',
  );
  const timeouts = row[columns['upstream.timeout_share']]!;
  charts['upstream'] = steppers.upstream.send(
    charts['upstream']!,
    timeouts > 0.05 ? 'TIMING_OUT' : row[columns['upstream.latency_p95_ms']]! > 100 ? 'SLOW' : 'WELL',
  );
  const perMinute = row[columns['business.impact_eur_per_minute']]!;
  charts['business'] = steppers.business.send(charts['business']!, perMinute > 20 ? 'HURT' : perMinute > 4 ? 'DENT' : 'CALM');
  charts['cost'] = steppers.cost.send(
    charts['cost']!,
    costEur(state.parts.cost) > 0 && state.parts.autoscaler.replicas > setup.params.cost.normalPods ? 'OVER' : 'WITHIN',
  );
  charts['breaker feature-store'] = breakers['feature-store'].chart;
  charts['breaker merchant-risk'] = breakers['merchant-risk'].chart;
  charts['autoscaler'] = state.parts.autoscaler.chart;
}
