import type { StationView } from '../domain/observation.ts';

/** A station, and whether evidence that was opened tells of it. */
export interface KnownStation extends StationView {
  readonly told?: boolean;
}

/**
 * What is known of a station: nothing yet; that nothing is heard of it any more; that nothing is measured there; what was seen of it,
 * though none of its figures has a normal; or how it fares.
 */
export type Sight = 'unseen' | 'silent' | 'bare' | 'looked-at' | 'known';

type Seen = Pick<KnownStation, 'status' | 'caption' | 'charts' | 'silentSince' | 'told'>;

export function sightOf({ status, caption, charts, silentSince, told }: Seen): Sight {
  if (silentSince !== undefined) return 'silent';
  if (status !== 'unknown') return 'known';
  if (told === true || charts.length > 0) return 'looked-at';
  return caption === '' ? 'unseen' : 'bare';
}

/** Whether a station waits to be looked at, or to be heard of again. */
export const isDark = (station: Seen): boolean => ['unseen', 'silent'].includes(sightOf(station));
