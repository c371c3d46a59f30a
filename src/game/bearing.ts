import type { LogEntry } from '../domain/action.ts';
import { isChange } from '../domain/action.ts';
import type { Evidence, Reading } from '../domain/evidence.ts';
import { byOddness } from '../domain/oddness.ts';
import type { MetricInfo } from '../domain/metric.ts';
import type { Observation } from '../domain/observation.ts';
import type { BeliefStatus } from './board.ts';
import { boardWords } from './words/board.ts';

const words = boardWords.noBearing;

const NEAR = 0.05; // of normal: closer than that a reading is as usual, where no band is known

/** What is normal for each figure that stands in an open dashboard. */
export const bandsIn =
  ({ dashboards }: Pick<Observation, 'dashboards'>) =>
  (key: string): MetricInfo['normal'] | undefined =>
    dashboards.flatMap(({ panels }) => panels.flatMap(({ series }) => series)).find(({ metric }) => metric.key === key)?.metric.normal;

/** Whether a reading is where it usually is; null where nobody said what is usual. */
function usual({ key, value, normal }: Reading, observation: Observation): boolean | null {
  const band = bandsIn(observation)(key);
  if (band !== undefined) return value >= band.low && value <= band.high;
  return normal === undefined ? null : Math.abs(value - normal) <= NEAR * Math.max(Math.abs(normal), 1e-9);
}

/**
 * Why a piece of evidence does not bear on a hypothesis that is said to be supported, weakened or excluded; null where it may. Judged by
 * what was observed and when, never by which cause is the true one, so that it says the same of every hypothesis.
 */
export function whyNoBearing(evidence: Evidence, status: BeliefStatus, observation: Observation, log: readonly LogEntry[]): string | null {
  if (status === 'open') return null;
  const known = evidence.readings.map((reading) => usual(reading, observation));
  const allUsual = known.length > 0 && known.every((each) => each === true);
  if (evidence.readings.length === 0) return words.noFigure;
  if (!allUsual) return null;
  if (status === 'supported') return words.allNormal;
  if (observation.pageTick !== null && evidence.tick < observation.pageTick) return words.beforePage;
  const changed = log.find(({ action }) => isChange(action))?.tick ?? Infinity;
  return evidence.tick > changed ? words.afterChange : null;
}

/** What a chip says of a piece of evidence: the figure that tells most of it, or nothing where all are as usual. */
export function tellingReading(evidence: Evidence, observation: Observation): Reading | null {
  const [first] = byOddness(evidence.readings, bandsIn(observation));
  return first === undefined || usual(first, observation) !== false ? null : first;
}
