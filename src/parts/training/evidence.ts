import type { MetricInfo } from '../../domain/metric.ts';
import { trainingWords } from '../../domain/words/training.ts';
import type { TrainingParams } from './params.ts';

/** What monitoring keeps of the training job. */
export const trainingMetrics = ({ usualAuc, aucNoiseSd }: TrainingParams): readonly MetricInfo[] => {
  const normal = { low: usualAuc - 3 * aucNoiseSd, high: usualAuc + 3 * aucNoiseSd, typical: usualAuc };
  return [
    {
      key: 'training.candidate_auc', title: trainingWords.candidateAuc, unit: 'points', direction: 'higherIsBetter', normal,
      prometheus: { name: 'training_candidate_auc', type: 'gauge', help: 'Area under the ROC curve of the newest candidate on its holdout.' },
    },
    {
      key: 'training.champion_auc', title: trainingWords.championAuc, unit: 'points', direction: 'higherIsBetter', normal,
      prometheus: { name: 'training_champion_auc', type: 'gauge', help: 'Area under the ROC curve of the champion on the holdout of the newest run.' },
    },
    {
      key: 'training.blocked', title: trainingWords.blocked, unit: 'yesNo', direction: 'lowerIsBetter', normal: { low: 0, high: 0, typical: 0 },
      prometheus: { name: 'training_candidate_blocked', type: 'gauge', help: '1 while the newest candidate was not let through.' },
    },
    {
      key: 'training.duration_minutes', title: trainingWords.duration, unit: 'count', direction: 'lowerIsBetter', normal: { low: 40, high: 60, typical: 48 },
      prometheus: { name: 'training_duration_seconds', perUnit: 60, type: 'gauge', help: 'How long the last training run took.' },
    },
  ]; // prettier-ignore
};
