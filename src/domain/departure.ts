import type { MetricInfo } from './metric.ts';

/** What may be left of a metric's worst departure from typical when it counts as recovered, unless a drill says otherwise. */
export const LEFT_SHARE = 0.2;

/** How far a value lies on the bad side of typical, in the metric's own unit; 0 or less when it does not. */
export const departureOf = ({ direction, normal }: MetricInfo, value: number): number =>
  direction === 'higherIsBetter' ? normal.typical - value : value - normal.typical;

/** The departure at which the normal band ends. */
export const edgeOf = (info: MetricInfo): number =>
  departureOf(info, info.direction === 'higherIsBetter' ? info.normal.low : info.normal.high);

/** The departure that counts as recovered: up to the end of the normal band, or a share of the worst where that is more. */
export const allowedDeparture = (info: MetricInfo, worst: number, leftShare: number): number =>
  Math.max(edgeOf(info), leftShare * departureOf(info, worst));
