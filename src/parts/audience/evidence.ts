import type { MetricInfo } from '../../domain/metric.ts';
import { audienceWords } from '../../domain/words/audience.ts';
import type { AudienceParams } from './params.ts';

/** What monitoring says of who comes. */
export const audienceMetrics = (params: AudienceParams): readonly MetricInfo[] => {
  const perSecond = params.arrivalsPerSecond;
  const [least, most] = [Math.min(...params.byHour), Math.max(...params.byHour)];
  return [
    {
      key: 'audience.arrivals_per_second', title: audienceWords.arriving(params.unit), unit: 'perSecond', direction: 'neutral',
      normal: { low: perSecond * least * 0.9, high: perSecond * most * 1.1, typical: perSecond },
      prometheus: { name: 'audience_arrivals_per_second', type: 'gauge', help: `Arriving ${params.unit} a second, over the short window.` },
    },
    ...(params.clients.length < 2 ? [] : [{
      key: 'audience.new_client_share', title: audienceWords.onClient(params.clients.at(-1)!.name), unit: 'share', direction: 'neutral',
      normal: { low: 0, high: 1, typical: 0 },
      prometheus: { name: 'audience_new_client_ratio', type: 'gauge', help: 'Arrivals on the newest version of the client.' },
    } satisfies MetricInfo]),
    ...(params.arms.length < 2 ? [] : [{
      key: 'audience.treated_share', title: audienceWords.inArm(params.arms.at(-1)!.name), unit: 'share', direction: 'neutral',
      normal: { low: 0, high: 1, typical: 0 },
      prometheus: { name: 'audience_treated_ratio', type: 'gauge', help: 'Arrivals enrolled in the treated arm of the parallel experiment.' },
    } satisfies MetricInfo]),
  ];
}; // prettier-ignore
