import type { DashboardId } from '../action.ts';
import { inLanguage } from './language.ts';

const dashboards: Readonly<Record<DashboardId, string>> = {
  service: 'the service dashboard',
  versions: 'the by-version dashboard',
  saturation: 'the saturation dashboard',
  'feature-store': 'the feature-store dashboard',
  upstream: 'the dashboard of merchant-risk calls',
  business: 'the business dashboard',
  drift: 'the drift dashboard',
  model: 'the model dashboard',
  data: 'the data dashboard',
  decisions: 'the decisions dashboard',
  audience: 'the audience dashboard',
  release: 'the release dashboard',
};

const several = new Set(['look-logs', 'look-alerts', 'look-distributions', 'look-segments', 'look-backtest', 'look-messages']);

/** Looks as one speaks of them within a sentence, and which of them were not opened. */
const en = {
  dashboards,
  dashboard: 'a dashboard',
  logs: 'the logs',
  logsOf: (station: string) => `the logs of ${station}`,
  traces: { any: 'a trace', slow: 'a slow trace', typical: 'a typical trace' },
  changes: 'the change history',
  alerts: 'the alert rules',
  lineage: 'the lineage of the training data',
  distributions: 'the feature distributions',
  segments: 'the figures by segment',
  segmentsBy: (by: string) => `the figures by ${by}`,
  registry: 'the model registry',
  evaluation: 'the evaluation set beside live traffic',
  backtest: 'the versions scored again on the same rows',
  experiment: "the experiment's read-out",
  sample: 'a checked sample',
  sampleOf: (of: string) => `a checked sample: ${of}`,
  calendar: 'the calendar',
  messages: 'the messages of other teams',
  /** @param types of the looks that are listed: some are spoken of as several things */
  neverOpened: (looks: string, types: readonly string[]) =>
    `${looks} ${types.length === 1 && !several.has(types[0]!) ? 'was' : 'were'} never opened.`,
  openedAfterwards: (looks: string, types: readonly string[]) =>
    `${looks} ${types.length === 1 && !several.has(types[0]!) ? 'was' : 'were'} opened only afterwards.`,
};

export const judgeLookWords = inLanguage({ en });
