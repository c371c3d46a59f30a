import type { MetricInfo } from '../../domain/metric.ts';
import { upstreamWords } from '../../domain/words/upstream.ts';

export const upstreamMetrics: readonly MetricInfo[] = [
  {
    key: 'upstream.latency_p95_ms', title: upstreamWords.p95, unit: 'ms', direction: 'lowerIsBetter', normal: { low: 30, high: 60, typical: 41 },
    prometheus: { name: 'merchant_risk_call_p95_seconds', type: 'gauge', help: '95th percentile of one attempt, cut at the timeout.' },
  },
  {
    key: 'upstream.calls_per_request', title: upstreamWords.callsPerPayment, unit: 'ratio', direction: 'lowerIsBetter', normal: { low: 0.95, high: 1.05, typical: 1 },
    prometheus: { name: 'merchant_risk_calls_per_request', type: 'gauge', help: 'Attempts per inbound request, last minute.' },
  },
  {
    key: 'upstream.timeout_share', title: upstreamWords.timedOut, unit: 'share', direction: 'lowerIsBetter', normal: { low: 0, high: 0.005, typical: 0 },
    prometheus: { name: 'merchant_risk_timeout_ratio', type: 'gauge', help: 'Attempts cut by the timeout, last minute.' },
  },
]; // prettier-ignore
