import type { Evidence } from '../../domain/evidence.ts';
import { matchesLook, type LookPattern } from '../../scenario/patterns.ts';

/**
 * What evidence can show of a fault, whatever the scenario: one reading of one kind of look, beyond a bound. `times` bounds are
 * multiples of what the reading says is normal, so that a mark means the same on a system of another size.
 */
export interface Mark {
  readonly look: LookPattern;
  readonly part?: string; // whose station the look must be of, where it is of one
  readonly reading: string; // without label: any series of that name counts
  readonly above?: number;
  readonly below?: number;
  readonly timesAbove?: number;
}

const dashboard = (id: NonNullable<LookPattern['dashboard']>): LookPattern => ({ type: 'look-dashboard', dashboard: id });
const slowTrace: LookPattern = { type: 'look-trace', pick: 'slow' };
const changes: LookPattern = { type: 'look-changes' };
const logs: LookPattern = { type: 'look-logs' };

export const MARKS = {
  'demand-up': { look: dashboard('service'), reading: 'gateway.request_rate', timesAbove: 1.25 },
  'pool-full': { look: dashboard('saturation'), reading: 'model.cpu_share', above: 0.9 },
  'version-apart': { look: dashboard('versions'), reading: 'versions.p95_ratio', above: 1.8 },
  'version-heavy': { look: dashboard('versions'), reading: 'model.inference_cpu_ms', timesAbove: 1.25 },
  'fetch-slow': { look: dashboard('feature-store'), reading: 'store.fetch_p95_ms', timesAbove: 4 },
  'partition-hot': { look: dashboard('feature-store'), reading: 'store.hot_partition_share', timesAbove: 2 },
  'supplier-slow': { look: dashboard('upstream'), reading: 'upstream.latency_p95_ms', timesAbove: 3 },
  'calls-repeated': { look: dashboard('upstream'), reading: 'upstream.calls_per_request', above: 1.05 },
  'time-in-queue': { look: slowTrace, reading: 'trace.queue_wait.share', above: 0.5 },
  'time-in-features': { look: slowTrace, reading: 'trace.features_get.share', above: 0.5 },
  'time-in-supplier': { look: slowTrace, reading: 'trace.merchant_risk.share', above: 0.5 },
  'time-in-model': { look: slowTrace, reading: 'trace.inference.share', above: 0.5 },
  'released-lately': { look: changes, reading: 'changes.model_deploy.minutes_ago', below: 180 },
  'timeouts-logged': { look: logs, part: 'model-server', reading: 'logs.upstream-timeout.count', above: 20 },
  'store-waits-logged': { look: logs, part: 'model-server', reading: 'logs.store-pool-wait.count', above: 20 },
} as const satisfies Record<string, Mark>;

export type MarkId = keyof typeof MARKS;
export const MARK_IDS = Object.keys(MARKS) as readonly MarkId[];

const unlabelled = (key: string): string => key.replace(/\{.*\}$/, '');

/**
 * Whether a piece of evidence shows a mark (true), shows that it is not there (false), or does not speak of it (null).
 * @param stationParts which part each station of the system is of
 */
export function markSeen(mark: Mark, evidence: Evidence, stationParts: ReadonlyMap<string, string>): boolean | null {
  if (!matchesLook(mark.look, evidence.look)) return null;
  if (mark.part !== undefined && evidence.look.type === 'look-logs' && stationParts.get(evidence.look.station) !== mark.part) return null;
  const readings = evidence.readings.filter((one) => unlabelled(one.key) === mark.reading && Number.isFinite(one.value));
  if (readings.length === 0) return null;
  return readings.some(
    ({ value, normal }) =>
      (mark.above === undefined || value > mark.above) &&
      (mark.below === undefined || value < mark.below) &&
      (mark.timesAbove === undefined || (normal !== undefined && value > normal * mark.timesAbove)),
  );
}
