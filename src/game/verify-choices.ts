import type { SeriesView } from '../domain/evidence.ts';
import type { Menu, Observation } from '../domain/observation.ts';

/** A metric that recovery may be shown with, as far as it was seen. */
export interface VerifyChoice {
  readonly metric: string;
  readonly label: string;
  readonly series: SeriesView | null;
  readonly value: number; // the latest figure; NaN where there is none
}

/** Metrics under one heading. */
export interface VerifyShelf {
  readonly title: string | null; // of the dashboard; null for the metric that pages
  readonly choices: readonly VerifyChoice[];
}

/** Whether anything could come of watching it. */
export const hasData = ({ value }: VerifyChoice): boolean => Number.isFinite(value);

/** What may be verified, the metric that pages first, then dashboard by dashboard; each metric stands once. */
export function verifyShelves(observation: Observation, { verifiable }: Pick<Menu, 'verifiable'>): readonly VerifyShelf[] {
  const { pager, dashboards } = observation;
  const left = new Map(verifiable.map(({ metric, label }) => [metric, label]));
  const choiceOf = (series: SeriesView | null, metric: string): VerifyChoice[] => {
    const label = left.get(metric);
    left.delete(metric);
    if (label === undefined) return [];
    const value = series?.values.findLast((each) => Number.isFinite(each)) ?? NaN;
    return [{ metric, label, series, value }];
  };
  const shelves: VerifyShelf[] = [{ title: null, choices: choiceOf(pager, pager.metric.key) }];
  for (const { title, panels } of dashboards)
    shelves.push({
      title,
      choices: panels.flatMap((panel) => panel.series.flatMap((series) => choiceOf(series, series.metric.key))),
    });
  shelves.push({ title: null, choices: [...left.keys()].flatMap((metric) => choiceOf(null, metric)) });
  return shelves.filter(({ choices }) => choices.length > 0);
}
