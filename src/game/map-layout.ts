import type { SystemBrief } from '../scenario/brief.ts';
import { geographyOf } from './map-geography.ts';
import { layoutAt } from './map-placed.ts';
import type { MapLayout, Point } from './map-view.ts';

/** Where the stations, lines and districts of a system lie on its map: as its file says, or laid out where it does not say. */
export function mapLayout(system: SystemBrief): MapLayout {
  const at = new Map(system.stations.flatMap(({ id, at: place }): [string, Point][] => (place === undefined ? [] : [[id, place]])));
  if (at.size < system.stations.length) return geographyOf(system);
  return layoutAt(system, { at, via: new Map(system.lines.map(({ id, via }) => [id, via])) });
}
