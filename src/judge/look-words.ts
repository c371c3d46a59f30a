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
  model: say`the model dashboard`,
  data: say`the data dashboard`,
  decisions: say`the decisions dashboard`,
  audience: say`the audience dashboard`,
  release: say`the release dashboard`,
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
    case 'look-lineage':
      return say`the lineage of the training data`;
    case 'look-distributions':
      return say`the feature distributions`;
    case 'look-segments':
      return look.by === undefined ? say`the figures by segment` : say`the figures by ${quote(look.by, 'look.by')}`;
    case 'look-registry':
      return say`the model registry`;
    case 'look-evaluation':
      return say`the evaluation set beside live traffic`;
    case 'look-backtest':
      return say`the versions scored again on the same rows`;
    case 'look-experiment':
      return say`the experiment's read-out`;
    case 'look-sample':
      return look.of === undefined ? say`a checked sample` : say`a checked sample: ${quote(look.of, 'look.of')}`;
    case 'look-calendar':
      return say`the calendar`;
    case 'look-messages':
      return say`the messages of other teams`;
  }
}
