import type { Look } from '../domain/action.ts';
import type { Evidence, EvidenceBody, Reading } from '../domain/evidence.ts';
import { alertViews } from '../parts/alerts/step.ts';
import { changesBody } from './look-changes.ts';
import { logsBody } from './look-logs.ts';
import { traceBody } from './look-trace.ts';
import type { World } from './world.ts';
import { steppers } from './charts.ts';

/** Seconds that a look takes on this system, in ticks. */
export function lookTicks(world: World, look: Look): number {
  return Math.max(1, Math.round((world.setup.system.looks[look.type] ?? 60) / world.setup.scenario.brief.tickSeconds));
}

/** Starts a look: looks are serial, so it begins when the one before has returned. Returns the tick at which it returns. */
export function startLook(world: World, look: Look): number {
  const { looks } = world.ledger;
  const begin = Math.max(world.state.tick, looks.length > 0 ? looks[looks.length - 1]!.returnsTick : 0);
  const returnsTick = begin + lookTicks(world, look);
  looks.push({ look, askedTick: world.state.tick, returnsTick });
  return returnsTick;
}

/** Hands over what looks have returned by now. */
export function returnLooks(world: World): void {
  const { ledger, state } = world;
  while (ledger.looks.length > 0 && ledger.looks[0]!.returnsTick <= state.tick) {
    const { look, askedTick } = ledger.looks.shift()!;
    const { title, readings, body } = contentOf(world, look);
    ledger.evidence.push({ id: `E${ledger.evidence.length + 1}`, look, askedTick, tick: state.tick, title, readings, body });
    if (look.type === 'look-dashboard') {
      ledger.opened[look.dashboard] ??= state.tick;
      seeCharts(world, look.dashboard);
    }
    if (look.type === 'look-alerts') ledger.alertsSeen = true;
    if (look.type === 'look-changes') {
      ledger.changesSeen = state.tick;
      seeChart(world, 'rollout');
      seeChart(world, 'registry-alias');
    }
  }
}

const CHARTS_BY_DASHBOARD: Record<string, readonly string[]> = {
  service: ['traffic'],
  versions: ['rollout'],
  saturation: ['serving', 'autoscaler', 'traffic'],
  'feature-store': ['feature-store', 'breaker feature-store'],
  upstream: ['upstream', 'breaker merchant-risk'],
  business: ['business'],
};

function seeCharts(world: World, dashboard: string): void {
  for (const chart of CHARTS_BY_DASHBOARD[dashboard] ?? []) seeChart(world, chart);
}

export function seeChart(world: World, chart: string): void {
  const state = world.state.parts.charts[chart];
  const stepper = steppers[chart as keyof typeof steppers] as { tag(state: string): string } | undefined;
  if (state === undefined || (stepper !== undefined && stepper.tag(state) === 'hidden')) return;
  world.ledger.seenCharts[chart] = { state, tick: world.state.tick };
}

/** Charts of dashboards that are open stay live. */
export function refreshCharts(world: World): void {
  for (const dashboard of Object.keys(world.ledger.opened)) seeCharts(world, dashboard);
}

interface Content {
  readonly title: string;
  readonly readings: readonly Reading[];
  readonly body: EvidenceBody;
}

function contentOf(world: World, look: Look): Content {
  switch (look.type) {
    case 'look-dashboard':
      return dashboardContent(world, look);
    case 'look-logs':
      return logsBody(world, look.station);
    case 'look-trace':
      return traceBody(world, look.pick);
    case 'look-changes':
      return changesBody(world);
    case 'look-alerts': {
      const now = world.state.tick * world.setup.scenario.brief.tickSeconds;
      const alerts = alertViews(world.state.parts.alerts, world.setup.params.alerts, now, world.setup.scenario.brief.tickSeconds);
      return {
        title: 'Alert rules',
        readings: alerts.map((alert) => ({
          key: `alerts.${alert.id}.active`,
          label: alert.text,
          value: alert.state === 'firing' || alert.state === 'pending' ? 1 : 0,
          unit: 'count',
        })),
        body: { kind: 'alerts', alerts },
      };
    }
  }
}

/** The latest figures of a dashboard; NaN figures (no data) are left out. */
export function readingsOf(world: World, dashboardId: string): Reading[] {
  const dashboard = world.catalogue.dashboards.find((candidate) => candidate.id === dashboardId);
  const readings: Reading[] = [];
  for (const key of dashboard?.panels.flatMap((panel) => panel.keys) ?? []) {
    const metric = world.catalogue.byKey.get(key)!;
    const value = world.series.latest(key);
    if (Number.isFinite(value)) readings.push({ key, label: metric.title, value, unit: metric.unit, normal: metric.normal.typical });
  }
  return readings;
}

function dashboardContent(world: World, look: Look & { type: 'look-dashboard' }): Content {
  const dashboard = world.catalogue.dashboards.find((candidate) => candidate.id === look.dashboard)!;
  return { title: dashboard.title, readings: readingsOf(world, look.dashboard), body: { kind: 'dashboard', dashboard: look.dashboard } };
}

export type { Evidence };
