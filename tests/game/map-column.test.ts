import { expect, it } from 'vitest';
import { mapLayout } from '../../src/game/map-layout.ts';
import { mapMarks } from '../../src/game/map-marks.ts';
import { lookedAtAll } from './all-looks.ts';

it.each([
  ['silent-schema', '22', 'types'],
  ['slow-fade', '21', 'feed'],
  ['prediction-drift-alarm', '21', undefined],
])('a mark of %s names its column, however the titles of figures are worded', (drill, seed, variant) => {
  const run = lookedAtAll(drill, seed, variant);
  const layout = mapLayout(run.scenario.brief.system);
  const seen = run.observe();
  const reworded = {
    ...seen,
    dashboards: seen.dashboards.map((dashboard) => ({
      ...dashboard,
      panels: dashboard.panels.map((panel) => ({
        ...panel,
        series: panel.series.map((series) => ({ ...series, metric: { ...series.metric, title: 'Of what it is: comes last' } })),
      })),
    })),
  };
  const columns = (observation: typeof seen) =>
    mapMarks(observation, layout).flatMap((mark) => (['hollow', 'skew', 'drift'].includes(mark.kind) && 'of' in mark ? [mark.of] : []));
  expect(columns(seen).length).toBeGreaterThan(0);
  expect(columns(reworded)).toEqual(columns(seen));
});
