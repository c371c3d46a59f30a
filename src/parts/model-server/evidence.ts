import type { MetricInfo } from '../../domain/metric.ts';
import { serverWords } from '../../domain/words/model-server.ts';

/** What the pods export, all versions together. */
export const serverMetrics: readonly MetricInfo[] = [
  {
    key: 'model.cpu_share', title: serverWords.cpu, unit: 'share', direction: 'neutral', normal: { low: 0.4, high: 0.58, typical: 0.48 },
    prometheus: { name: 'pod_cpu_utilisation_ratio', type: 'gauge', help: 'CPU in use over CPU requested, mean of the ready pods.' },
  },
  {
    key: 'model.workers_busy_share', title: serverWords.workersBusy, unit: 'share', direction: 'lowerIsBetter', normal: { low: 0.05, high: 0.2, typical: 0.11 },
    prometheus: { name: 'worker_busy_ratio', type: 'gauge', help: 'Workers held by a request, waiting ones included.' },
  },
  {
    key: 'model.queue_wait_ms', title: serverWords.queueWait, unit: 'ms', direction: 'lowerIsBetter', normal: { low: 0, high: 20, typical: 1 },
    prometheus: { name: 'worker_queue_wait_seconds', type: 'gauge', help: 'Mean time between arrival and a worker, last minute.' },
  },
  {
    key: 'model.replicas', title: serverWords.replicas, unit: 'count', direction: 'neutral', normal: { low: 6, high: 6, typical: 6 },
    prometheus: { name: 'deployment_ready_replicas', type: 'gauge', help: 'Pods that take traffic.' },
  },
]; // prettier-ignore

/** The same, for one model version. */
export const versionMetrics = (version: string): readonly MetricInfo[] => [
  {
    key: `model.latency_p95_ms{${version}}`, title: serverWords.p95Of(version), unit: 'ms', direction: 'lowerIsBetter', normal: { low: 130, high: 175, typical: 150 },
    prometheus: { name: `model_request_duration_p95_seconds{version="${version}"}`, type: 'gauge', help: '95th percentile of the last minute, by model version.' },
  },
  {
    key: `model.cpu_share{${version}}`, title: serverWords.cpuOf(version), unit: 'share', direction: 'neutral', normal: { low: 0.4, high: 0.58, typical: 0.48 },
    prometheus: { name: `model_cpu_utilisation_ratio{version="${version}"}`, type: 'gauge', help: 'CPU in use over CPU requested, by model version.' },
  },
  {
    key: `model.inference_cpu_ms{${version}}`, title: serverWords.cpuCallOf(version), unit: 'ms', direction: 'lowerIsBetter', normal: { low: 24, high: 28, typical: 25.6 },
    prometheus: { name: `model_cpu_seconds_per_request{version="${version}"}`, type: 'gauge', help: 'CPU time of one request, by model version.' },
  },
  {
    key: `model.pods{${version}}`, title: serverWords.podsOn(version), unit: 'count', direction: 'neutral', normal: { low: 0, high: 6, typical: 6 },
    prometheus: { name: `model_ready_replicas{version="${version}"}`, type: 'gauge', help: 'Ready pods, by model version.' },
  },
]; // prettier-ignore
