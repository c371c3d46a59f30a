import type { Evidence, SeriesView } from '../domain/evidence.ts';
import { pacedAlert, pacedEvidence, pacedReading, pacedSeries, pacedTitle } from '../domain/impact-rate.ts';
import type { DashboardView, Menu, Observation, StationView } from '../domain/observation.ts';
import { runsForDays } from '../domain/time.ts';

/** What was made of a thing that does not change, so that who is given the same twice gets the same twice. */
function remembered<T extends object>(make: (from: T, tickSeconds: number) => T): (from: T, tickSeconds: number) => T {
  const known = new WeakMap<T, T>();
  return (from, tickSeconds) => {
    const before = known.get(from);
    if (before !== undefined) return before;
    const made = make(from, tickSeconds);
    known.set(from, made);
    return made;
  };
}

const seriesAt = remembered<SeriesView>(pacedSeries);
const evidenceAt = remembered<Evidence>(pacedEvidence);
const dashboardAt = remembered<DashboardView>((dashboard, tickSeconds) => ({
  ...dashboard,
  panels: dashboard.panels.map((panel) => ({
    title: pacedTitle(panel.title, tickSeconds),
    series: panel.series.map((series) => seriesAt(series, tickSeconds)),
  })),
}));
const stationAt = remembered<StationView>((station, tickSeconds) => ({
  ...station,
  figures: station.figures.map((reading) => pacedReading(reading, tickSeconds)),
}));

/**
 * An observation as people read it: in a drill of days, what was measured a minute is told an hour or a day. Programs that decide get what
 * the run gives.
 */
export function paced(observation: Observation, tickSeconds: number): Observation {
  if (!runsForDays(tickSeconds)) return observation;
  return {
    ...observation,
    page: observation.page === null ? null : pacedAlert(observation.page, tickSeconds),
    alerts: observation.alerts.map((alert) => pacedAlert(alert, tickSeconds)),
    pager: seriesAt(observation.pager, tickSeconds),
    dashboards: observation.dashboards.map((dashboard) => dashboardAt(dashboard, tickSeconds)),
    stations: observation.stations.map((station) => stationAt(station, tickSeconds)),
    evidence: observation.evidence.map((evidence) => evidenceAt(evidence, tickSeconds)),
  };
}

/** What is offered, with figures named as `paced` names them. */
export const pacedMenu = (menu: Menu, tickSeconds: number): Menu => ({
  ...menu,
  verifiable: menu.verifiable.map((one) => ({ ...one, label: pacedTitle(one.label, tickSeconds) })),
});
