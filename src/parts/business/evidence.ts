import type { MetricInfo } from '../../domain/metric.ts';
import { businessWords } from '../../domain/words/business.ts';
import { impactWords } from '../../domain/words/impact.ts';

export const businessMetrics: readonly MetricInfo[] = [
  {
    key: 'business.impact_eur_per_minute', title: impactWords.perMinute, unit: 'eurPerMinute', direction: 'lowerIsBetter', normal: { low: 0, high: 3, typical: 0 },
    prometheus: { name: 'impact_euro_per_second', type: 'gauge', help: 'Lost value, penalty and extra cost over the last interval.' },
  },
  {
    key: 'business.impact_eur', title: impactWords.soFar, unit: 'eur', direction: 'lowerIsBetter', normal: { low: 0, high: 50, typical: 0 },
    prometheus: { name: 'impact_euro_total', type: 'counter', help: 'Lost value, penalty and extra cost since the start of the shift.' },
  },
  {
    key: 'business.unscored_share', title: businessWords.unscored, unit: 'share', direction: 'lowerIsBetter', normal: { low: 0, high: 0.002, typical: 0.0005 },
    prometheus: { name: 'business_payments_unscored_ratio', type: 'gauge', help: 'Payments that went through without a fraud score, last minute.' },
  },
  {
    key: 'business.fraud_loss_eur_per_hour', title: businessWords.extraFraud, unit: 'eur', direction: 'lowerIsBetter', normal: { low: 0, high: 60, typical: 0 },
    prometheus: { name: 'fraud_loss_euro_per_second', perUnit: 1 / 3600, type: 'gauge', help: 'Expected fraud let through beyond an ordinary one.' },
  },
  {
    key: 'business.false_positive_share', title: businessWords.goodRefused, unit: 'share', direction: 'lowerIsBetter', normal: { low: 0.01, high: 0.014, typical: 0.012 },
    prometheus: { name: 'payments_false_positive_ratio', type: 'gauge', help: 'Good payments refused, estimated, last minute.' },
  },
]; // prettier-ignore
