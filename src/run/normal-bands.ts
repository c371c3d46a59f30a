import { pacedMetric } from '../domain/impact-rate.ts';
import type { MetricInfo } from '../domain/metric.ts';
import type { RunTrace } from './trace.ts';

export type Bands = (key: string) => MetricInfo['normal'] | undefined;

/** What is normal for each figure that a run keeps a series of, at the pace at which it is told. */
export const bandsOf =
  ({ series }: Pick<RunTrace, 'series'>, tickSeconds: number): Bands =>
  (key) => {
    const metric = series[key]?.metric;
    return metric === undefined ? undefined : pacedMetric(metric, tickSeconds).normal;
  };
