/**
 * The chance that a request of a segment goes to the candidate. A split by the unit gives every segment the same; a split by origin
 * sends `weight` times as much of one segment, and the rest so that the candidate's share of everything stays what was set.
 * @param share of all requests to the candidate @param segmentShare of all requests, of the segment that is sent by origin
 */
export function candidateChance(share: number, isOrigin: boolean, weight: number, segmentShare: number): number {
  if (weight === 1 || share <= 0 || share >= 1) return share;
  const byOrigin = Math.min(1, share * weight);
  if (isOrigin) return byOrigin;
  return Math.min(1, Math.max(0, (share - segmentShare * byOrigin) / (1 - segmentShare)));
}
