import type { MetricInfo } from '../../domain/metric.ts';
import { gatewayWords } from '../../domain/words/gateway.ts';

/** What the gateway exports: measured where the user is, failures and their elapsed time included. */
export const gatewayMetrics: readonly MetricInfo[] = [
  {
    key: 'gateway.latency_p95_ms', title: gatewayWords.p95, unit: 'ms', direction: 'lowerIsBetter', normal: { low: 130, high: 175, typical: 150 },
    prometheus: { name: 'http_request_duration_seconds', type: 'histogram', help: 'Time from request to answer at the gateway, failures with the time that elapsed.' },
  },
  {
    key: 'gateway.latency_p50_ms', title: gatewayWords.p50, unit: 'ms', direction: 'lowerIsBetter', normal: { low: 54, high: 72, typical: 62 },
    prometheus: { name: 'http_request_duration_p50_seconds', type: 'gauge', help: 'Median of the last minute.' },
  },
  {
    key: 'gateway.latency_p99_ms', title: gatewayWords.p99, unit: 'ms', direction: 'lowerIsBetter', normal: { low: 185, high: 260, typical: 216 },
    prometheus: { name: 'http_request_duration_p99_seconds', type: 'gauge', help: '99th percentile of the last minute.' },
  },
  {
    key: 'gateway.request_rate', title: gatewayWords.rate, unit: 'perSecond', direction: 'neutral', normal: { low: 850, high: 950, typical: 900 },
    prometheus: { name: 'http_requests_per_second', type: 'gauge', help: 'Requests a second at the gateway, last minute.' },
  },
  {
    key: 'gateway.unscored_share', title: gatewayWords.unscored, unit: 'share', direction: 'lowerIsBetter', normal: { low: 0, high: 0.002, typical: 0.0005 },
    prometheus: { name: 'payments_unscored_ratio', type: 'gauge', help: 'Payments without a score: errors and client timeouts, last minute.' },
  },
  {
    key: 'gateway.http5xx_share', title: gatewayWords.http5xx, unit: 'share', direction: 'lowerIsBetter', normal: { low: 0, high: 0.002, typical: 0.0005 },
    prometheus: { name: 'http_responses_5xx_ratio', type: 'gauge', help: 'Responses with a 5xx status, last minute. Client timeouts are not among them.' },
  },
  {
    key: 'gateway.slow_share', title: gatewayWords.slow, unit: 'share', direction: 'lowerIsBetter', normal: { low: 0, high: 0.002, typical: 0.0001 },
    prometheus: { name: 'http_requests_slow_ratio', type: 'gauge', help: 'Requests that took more than a second, last minute.' },
  },
]; // prettier-ignore
