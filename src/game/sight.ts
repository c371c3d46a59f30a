import type { StationView } from '../domain/observation.ts';

/**
 * What is known of a station: nothing yet; that nothing is heard of it any more; that nothing is measured there; what it does, though
 * none of its figures has a normal; or how it fares.
 */
export type Sight = 'unseen' | 'silent' | 'bare' | 'looked-at' | 'known';

export function sightOf({
  status,
  caption,
  charts,
  silentSince,
}: Pick<StationView, 'status' | 'caption' | 'charts' | 'silentSince'>): Sight {
  if (silentSince !== undefined) return 'silent';
  if (status !== 'unknown') return 'known';
  if (charts.length > 0) return 'looked-at';
  return caption === '' ? 'unseen' : 'bare';
}

/** Whether a station waits to be looked at, or to be heard of again. */
export const isDark = (station: Parameters<typeof sightOf>[0]): boolean => ['unseen', 'silent'].includes(sightOf(station));
