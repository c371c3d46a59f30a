import type { MetricInfo } from '../../domain/metric.ts';
import { pipelineWords } from '../../domain/words/pipeline.ts';
import type { PopulationParams } from '../population/params.ts';

/** What is usual of the data that the pipeline brings. */
export interface UsualData {
  readonly rowsPerDay: number;
  readonly labelShare: number;
  readonly matchShare: number;
}

/** What monitoring keeps of the data, field by field. */
export const dataMetrics = ({ features }: PopulationParams, { rowsPerDay, labelShare, matchShare }: UsualData): readonly MetricInfo[] => [
  {
    key: 'data.rows_per_day', title: pipelineWords.rowsPerDay, unit: 'count', direction: 'neutral', normal: { low: rowsPerDay * 0.9, high: rowsPerDay * 1.1, typical: rowsPerDay },
    prometheus: { name: 'pipeline_rows_per_second', perUnit: 1 / 86_400, type: 'gauge', help: 'Rows that arrived in the last day.' },
  },
  {
    key: 'data.label_share', title: pipelineWords.labelShare, unit: 'share', direction: 'neutral', normal: { low: labelShare * 0.85, high: labelShare * 1.15, typical: labelShare },
    prometheus: { name: 'pipeline_label_positive_ratio', type: 'gauge', help: 'Positive labels among the newest labelled rows.' },
  },
  {
    key: 'data.match_share', title: pipelineWords.matchShare, unit: 'share', direction: 'higherIsBetter', normal: { low: matchShare - 0.01, high: 1, typical: matchShare },
    prometheus: { name: 'pipeline_join_match_ratio', type: 'gauge', help: 'Rows that find their match in the worst join.' },
  },
  {
    key: 'data.checks_failing', title: pipelineWords.checksFailing, unit: 'count', direction: 'lowerIsBetter', normal: { low: 0, high: 0, typical: 0 },
    prometheus: { name: 'pipeline_checks_failing', type: 'gauge', help: 'Checks in force that the newest batch does not pass.' },
  },
  ...features.flatMap(({ id, title, missingShare, edges }): MetricInfo[] => [
    {
      key: `data.null_share{${id}}`, title: pipelineWords.missing(title), of: title, unit: 'share', direction: 'lowerIsBetter', normal: { low: 0, high: missingShare + 0.01, typical: missingShare },
      prometheus: { name: `pipeline_null_ratio{feature="${id}"}`, type: 'gauge', help: 'Rows without a value, newest batch.' },
    },
    {
      key: `data.unknown_share{${id}}`, title: pipelineWords.unknown(title), of: title, unit: 'share', direction: 'lowerIsBetter', normal: { low: 0, high: 0.01, typical: 0 },
      prometheus: { name: `pipeline_unknown_ratio{feature="${id}"}`, type: 'gauge', help: 'Rows with a value that the encoder does not know, newest batch.' },
    },
    ...(edges.length === 0
      ? []
      : ([
          {
            key: `data.mean_factor{${id}}`, title: pipelineWords.mean(title), of: title, unit: 'ratio', direction: 'neutral', normal: { low: 0.8, high: 1.25, typical: 1 },
            prometheus: { name: `pipeline_mean_factor{feature="${id}"}`, type: 'gauge', help: 'Mean of the newest batch over that of the reference.' },
          },
          {
            key: `data.spread_factor{${id}}`, title: pipelineWords.spread(title), of: title, unit: 'ratio', direction: 'neutral', normal: { low: 0.8, high: 1.25, typical: 1 },
            prometheus: { name: `pipeline_spread_factor{feature="${id}"}`, type: 'gauge', help: 'Standard deviation of the newest batch over that of the reference.' },
          },
        ] satisfies MetricInfo[])),
  ]),
]; // prettier-ignore
