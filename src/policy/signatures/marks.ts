import type { Evidence, Reading } from '../../domain/evidence.ts';
import { matchesLook } from '../../scenario/patterns.ts';
import { EXPOSURE_MARKS } from './exposure.ts';
import { SCORING_MARKS } from './scoring.ts';
import { SERVING_MARKS } from './serving.ts';
import type { Mark } from './signature.ts';

/** All that evidence can show, whatever the system. */
export const MARKS = { ...SERVING_MARKS, ...SCORING_MARKS, ...EXPOSURE_MARKS } as const satisfies Record<string, Mark>;

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
  return readings.some((reading) => isBeyond(mark, reading));
}

const isBeyond = (mark: Mark, { value, normal }: Reading): boolean =>
  (mark.above === undefined || value > mark.above) &&
  (mark.below === undefined || value < mark.below) &&
  (mark.timesBelow === undefined || (normal !== undefined && value < normal * mark.timesBelow)) &&
  (mark.timesAbove === undefined || (normal !== undefined && value > normal * mark.timesAbove));

/** Whether it is this reading of a piece of evidence that shows a mark. */
export const markShownBy = (mark: Mark, evidence: Evidence, reading: Reading): boolean =>
  matchesLook(mark.look, evidence.look) &&
  unlabelled(reading.key) === mark.reading &&
  Number.isFinite(reading.value) &&
  isBeyond(mark, reading);
