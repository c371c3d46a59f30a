import { judgeLookWords as words } from '../domain/words/judge-looks.ts';
import type { Brief } from '../scenario/brief.ts';
import type { LookPattern } from '../scenario/patterns.ts';
import { quote, worded, type Said } from './said.ts';

/** A look as one speaks of it: "the feature-store dashboard", "a slow trace". */
export function lookSaid(look: LookPattern, brief: Brief): Said {
  switch (look.type) {
    case 'look-dashboard':
      return worded(look.dashboard === undefined ? words.dashboard : words.dashboards[look.dashboard]);
    case 'look-logs': {
      const station = brief.system.stations.find((one) => one.id === look.station);
      return station === undefined ? worded(words.logs) : worded(words.logsOf, quote(station.name, `stations.${station.id}`));
    }
    case 'look-trace':
      return worded(words.traces[look.pick ?? 'any']);
    case 'look-changes':
      return worded(words.changes);
    case 'look-alerts':
      return worded(words.alerts);
    case 'look-lineage':
      return worded(words.lineage);
    case 'look-distributions':
      return worded(words.distributions);
    case 'look-segments':
      return look.by === undefined ? worded(words.segments) : worded(words.segmentsBy, quote(look.by, 'look.by'));
    case 'look-registry':
      return worded(words.registry);
    case 'look-evaluation':
      return worded(words.evaluation);
    case 'look-backtest':
      return worded(words.backtest);
    case 'look-experiment':
      return worded(words.experiment);
    case 'look-sample':
      return look.of === undefined ? worded(words.sample) : worded(words.sampleOf, quote(look.of, 'look.of'));
    case 'look-calendar':
      return worded(words.calendar);
    case 'look-messages':
      return worded(words.messages);
  }
}
