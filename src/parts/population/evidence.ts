import type { MetricInfo } from '../../domain/metric.ts';
import { populationWords } from '../../domain/words/population.ts';
import type { PopulationParams } from './params.ts';

/** What monitoring keeps of drift: of every feature, and of the score. */
export const driftMetrics = ({ features }: PopulationParams): readonly MetricInfo[] => [
  ...features.map(({ id, title }): MetricInfo => ({
    key: `drift.psi{${id}}`, title: populationWords.drift(title), of: title, unit: 'points', direction: 'lowerIsBetter', normal: { low: 0, high: 0.05, typical: 0.002 },
    prometheus: { name: `drift_psi{feature="${id}"}`, type: 'gauge', help: 'Population stability index of a sampled window against the training reference.' },
  })),
  {
    key: 'drift.score_psi', title: populationWords.scoreDrift, unit: 'points', direction: 'lowerIsBetter', normal: { low: 0, high: 0.05, typical: 0.002 },
    prometheus: { name: 'drift_score_psi', type: 'gauge', help: 'Population stability index of the score against the training reference.' },
  },
  {
    key: 'drift.worst_psi', title: populationWords.mostDrifted, unit: 'points', direction: 'lowerIsBetter', normal: { low: 0, high: 0.05, typical: 0.003 },
    prometheus: { name: 'drift_worst_psi', type: 'gauge', help: 'Largest population stability index over all features.' },
  },
]; // prettier-ignore
