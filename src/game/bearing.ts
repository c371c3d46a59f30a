import type { LogEntry } from '../domain/action.ts';
import { isChange } from '../domain/action.ts';
import type { Evidence, Reading } from '../domain/evidence.ts';
import type { Observation } from '../domain/observation.ts';
import type { BeliefStatus } from './board.ts';
import { boardWords } from './words/board.ts';

const words = boardWords.noBearing;

const NEAR = 0.05; // of normal: closer than that a reading is as usual, where no band is known

/** Whether a reading is where it usually is; null where nobody said what is usual. */
function usual({ key, value, normal }: Reading, observation: Observation): boolean | null {
  const series = observation.dashboards
    .flatMap(({ panels }) => panels.flatMap((panel) => panel.series))
    .find(({ metric }) => metric.key === key);
  if (series !== undefined) return value >= series.metric.normal.low && value <= series.metric.normal.high;
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
