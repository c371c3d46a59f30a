import type { DashboardId } from '../domain/action.ts';
import type { Brief } from '../scenario/brief.ts';
import type { LookPattern } from '../scenario/patterns.ts';
import { quote, say, type Said } from './said.ts';

const DASHBOARDS: Readonly<Record<DashboardId, Said>> = {
  service: say`the service dashboard`,
  versions: say`the by-version dashboard`,
  saturation: say`the saturation dashboard`,
  'feature-store': say`the feature-store dashboard`,
  upstream: say`the dashboard of upstream calls`,
  business: say`the business dashboard`,
  drift: say`the drift dashboard`,
};

/** A look as one speaks of it: "the feature-store dashboard", "a slow trace". */
export function lookSaid(look: LookPattern, brief: Brief): Said {
  switch (look.type) {
    case 'look-dashboard':
      return look.dashboard === undefined ? say`a dashboard` : DASHBOARDS[look.dashboard];
    case 'look-logs': {
      const station = brief.system.stations.find((one) => one.id === look.station);
      return station === undefined ? say`the logs` : say`the logs of ${quote(station.name, `stations.${station.id}`)}`;
    }
    case 'look-trace':
      return look.pick === undefined ? say`a trace` : look.pick === 'slow' ? say`a slow trace` : say`a typical trace`;
    case 'look-changes':
      return say`the change history`;
    case 'look-alerts':
      return say`the alert rules`;
  }
}
