import type { MetricInfo } from '../../domain/metric.ts';
import { scorecardWords } from '../../domain/words/scorecard.ts';

/** What is usual of the model at work; figures are those of an ordinary day. */
export interface UsualModel {
  readonly auc: number;
  readonly scoreMean: number;
  readonly estimatedShare: number; // of positives among the selected, by the model's own probabilities
  readonly aucNoiseSd: number;
  readonly ageDays: number; // of the champion, at the start
}

/** What monitoring keeps of the model at work. */
export const modelMetrics = ({ auc, scoreMean, estimatedShare, aucNoiseSd, ageDays }: UsualModel): readonly MetricInfo[] => [
  {
    key: 'model.live_auc', title: scorecardWords.liveAuc, unit: 'points', direction: 'higherIsBetter',
    normal: { low: auc - 3 * aucNoiseSd, high: auc + 3 * aucNoiseSd, typical: auc },
    prometheus: { name: 'model_live_auc', type: 'gauge', help: 'Area under the ROC curve of what was served, on the newest period with labels.' },
  },
  {
    key: 'model.estimated_positive_share', title: scorecardWords.estimatedPositives, unit: 'share', direction: 'neutral',
    normal: { low: estimatedShare * 0.85, high: estimatedShare * 1.15, typical: estimatedShare },
    prometheus: { name: 'model_estimated_positive_ratio', type: 'gauge', help: 'Confidence-based estimate of the positive share among selected rows.' },
  },
  {
    key: 'model.score_mean', title: scorecardWords.meanScore, unit: 'points', direction: 'neutral',
    normal: { low: scoreMean * 0.95, high: scoreMean * 1.05, typical: scoreMean },
    prometheus: { name: 'model_score_mean', type: 'gauge', help: 'Mean score of the rows of the last period.' },
  },
  {
    key: 'model.age_days', title: scorecardWords.ageDays, unit: 'count', direction: 'neutral', normal: { low: 0, high: ageDays + 365, typical: ageDays },
    prometheus: { name: 'model_age_seconds', perUnit: 86_400, type: 'gauge', help: 'Time since the live model was trained.' },
  },
]; // prettier-ignore
