import type { MetricInfo } from '../../domain/metric.ts';
import { impactWords } from '../../domain/words/impact.ts';
import { outcomeWords } from '../../domain/words/outcomes.ts';
import type { OutcomesParams } from './params.ts';

/** What is usual of outcomes. */
export interface UsualOutcomes {
  readonly acceptedShare: number;
  readonly positiveShare: number; // among the selected, once labels are known
  readonly missedShare: number; // of all rows: positive, and not selected
}

/** What is known of what decisions came to. */
export const outcomeMetrics = (params: OutcomesParams, { acceptedShare, positiveShare, missedShare }: UsualOutcomes): readonly MetricInfo[] => [
  {
    key: 'business.impact_eur_per_minute', title: impactWords.perMinute, unit: 'eurPerMinute', direction: 'lowerIsBetter', normal: { low: -0.2, high: 0.2, typical: 0 },
    prometheus: { name: 'impact_euro_per_second', type: 'gauge', help: 'Lost value and extra cost over the last hour, beyond an ordinary one.' },
  },
  {
    key: 'business.impact_eur', title: impactWords.soFar, unit: 'eur', direction: 'lowerIsBetter', normal: { low: -200, high: 200, typical: 0 },
    prometheus: { name: 'impact_euro', type: 'gauge', help: 'Lost value and extra cost since the start, beyond an ordinary time; it falls where less is lost than is usual.' },
  },
  ...(params.offerEur === 0
    ? ([
        {
          key: 'business.outcome_share', title: outcomeWords.bad, unit: 'share', direction: 'lowerIsBetter',
          normal: { low: positiveShare * 0.7, high: positiveShare * 1.35, typical: positiveShare },
          prometheus: { name: 'outcome_positive_ratio', type: 'gauge', help: 'Positives among selected rows, over the newest cohorts with labels.' },
        },
        {
          key: 'business.missed_share', title: outcomeWords.missed, unit: 'share', direction: 'lowerIsBetter',
          normal: { low: missedShare * 0.7, high: missedShare * 1.3, typical: missedShare },
          prometheus: { name: 'outcome_missed_ratio', type: 'gauge', help: 'Positives that were not selected, of all rows, in the newest period with labels.' },
        },
      ] satisfies MetricInfo[])
    : ([
        {
          key: 'business.accepted_share', title: outcomeWords.accepted, unit: 'share', direction: 'higherIsBetter',
          normal: { low: acceptedShare - 0.02, high: acceptedShare + 0.02, typical: acceptedShare },
          prometheus: { name: 'offers_accepted_ratio', type: 'gauge', help: "Accepted offers of the last day's batch." },
        },
      ] satisfies MetricInfo[])),
]; // prettier-ignore
