import type { MetricInfo } from '../../domain/metric.ts';
import { impactWords } from '../../domain/words/impact.ts';
import { successWords } from '../../domain/words/successes.ts';
import type { SuccessesParams } from './params.ts';

/** What monitoring says of success and money. @param arrivalsPerHour mean of an ordinary week, which a day goes through from half to one and a half */
export const successesMetrics = (params: SuccessesParams, arrivalsPerHour: number): readonly MetricInfo[] => {
  const { normalShare: typical, bandShare } = params;
  const hourEur = arrivalsPerHour * typical * params.eurPerSuccess;
  return [
    {
      key: 'successes.share', title: params.name, unit: 'share', direction: 'higherIsBetter',
      normal: { low: typical * (1 - bandShare), high: Math.min(1, typical * (1 + bandShare)), typical },
      prometheus: { name: 'successes_ratio', type: 'gauge', help: 'Successes per arrival over the window, freed of the hour of the day.' },
    },
    ...(params.plainShare === 0 ? [] : [{
      key: 'successes.plain_share', title: successWords.plain(params.name), unit: 'share', direction: 'higherIsBetter',
      normal: { low: typical * (1 - 2 * bandShare), high: Math.min(1, typical * (1 + 2 * bandShare)), typical },
      prometheus: { name: 'successes_plain_ratio', type: 'gauge', help: 'Successes per arrival where nothing of the model is shown.' },
    } satisfies MetricInfo]),
    {
      key: 'successes.eur_per_hour', title: successWords.value, unit: 'eur', direction: 'higherIsBetter', normal: { low: hourEur * 0.4, high: hourEur * 1.7, typical: hourEur },
      prometheus: { name: 'successes_value_euro_per_second', perUnit: 1 / 3600, type: 'gauge', help: 'What the successes of the short window are worth.' },
    },
    {
      key: 'successes.baseline_z', title: successWords.offBaseline, unit: 'spreads', direction: 'higherIsBetter', normal: { low: -3, high: 3, typical: 0 },
      prometheus: { name: 'successes_baseline_z', type: 'gauge', help: 'Success against its baseline by hour of week, with last year’s season where the baseline knows it, in standard deviations.' },
    },
    {
      key: 'business.impact_eur_per_minute', title: impactWords.perMinute, unit: 'eurPerMinute', direction: 'lowerIsBetter', normal: { low: -1, high: 1, typical: 0 },
      prometheus: { name: 'business_impact_euro_per_second', type: 'gauge', help: 'What is being lost against a time without trouble.' },
    },
    {
      key: 'business.impact_eur', title: impactWords.soFar, unit: 'eur', direction: 'lowerIsBetter', normal: { low: -1, high: 1, typical: 0 },
      prometheus: { name: 'business_impact_euro', type: 'gauge', help: 'What has been lost since the trouble began.' },
    },
  ];
}; // prettier-ignore
