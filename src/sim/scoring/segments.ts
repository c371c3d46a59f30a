import type { ScoringParams } from './world.ts';

/** The dimensions that figures can be split by, in the order in which groups name them. */
export function dimensionsOf({ population }: ScoringParams): string[] {
  return [...new Set(population.groups.flatMap((group) => Object.keys(group.segments)))];
}

/** The segments of a dimension. */
export function segmentsOf({ population }: ScoringParams, dimension: string): string[] {
  return [...new Set(population.groups.flatMap((group) => group.segments[dimension] ?? []))];
}

/** Which groups belong to a segment. */
export const inSegment = ({ population }: ScoringParams, dimension: string, segment: string): boolean[] =>
  population.groups.map((group) => group.segments[dimension] === segment);

/** A name as people read it: "under-25" gives "under 25". */
export const titled = (id: string): string => id.replace(/-/g, ' ');

/** A segment as people call it. */
export const segmentTitle = ({ population }: ScoringParams, id: string): string =>
  population.segments.find((one) => one.id === id)?.title ?? titled(id);
