import type { MetricInfo } from '../../domain/metric.ts';
import { decisionWords } from '../../domain/words/decisions.ts';
import type { DecisionsParams } from './params.ts';

/** What is usual of the decisions. */
export interface UsualDecisions {
  readonly selectedShare: number;
  readonly overrideShare: number;
}

/** What monitoring keeps of the decisions, and of the people behind them. */
export const decisionMetrics = (params: DecisionsParams, { selectedShare, overrideShare }: UsualDecisions): readonly MetricInfo[] => [
  {
    key: 'decisions.selected_share', title: params.mode === 'select-below' ? decisionWords.approved : params.mode === 'top' ? decisionWords.offered : decisionWords.declined, unit: 'share', direction: 'neutral',
    normal: { low: selectedShare * 0.9, high: selectedShare * 1.1, typical: selectedShare },
    prometheus: { name: 'decisions_selected_ratio', type: 'gauge', help: 'Rows that were selected, of all that were scored.' },
  },
  {
    key: 'decisions.override_share', title: decisionWords.byStaff, unit: 'share', direction: 'neutral',
    normal: { low: overrideShare * 0.7, high: overrideShare * 1.3 + 0.001, typical: overrideShare },
    prometheus: { name: 'decisions_override_ratio', type: 'gauge', help: 'Of what was selected, what staff took on against the model.' },
  },
  {
    key: 'decisions.cutoff_score', title: decisionWords.cutoff, unit: 'points', direction: 'neutral', normal: { low: params.cutoff - 0.005, high: params.cutoff + 0.005, typical: params.cutoff },
    prometheus: { name: 'decisions_cutoff_score', type: 'gauge', help: 'Score at which a row is selected, mean over rows.' },
  },
  ...(params.queuePerHour === 0
    ? []
    : ([
        {
          key: 'decisions.queue_count', title: decisionWords.waiting, unit: 'count', direction: 'lowerIsBetter', normal: { low: 0, high: params.queueStart * 1.5, typical: params.queueStart },
          prometheus: { name: 'review_queue_items', type: 'gauge', help: 'Items that wait for a verdict.' },
        },
        {
          key: 'decisions.queue_wait_hours', title: decisionWords.wait, unit: 'count', direction: 'lowerIsBetter',
          normal: { low: 0, high: 2, typical: params.queueStart / params.queuePerHour },
          prometheus: { name: 'review_queue_wait_seconds', perUnit: 3600, type: 'gauge', help: 'Time until an item that comes now has its verdict.' },
        },
      ] satisfies MetricInfo[])),
]; // prettier-ignore
