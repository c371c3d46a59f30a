import { mustBeOneOf, type Cursor } from './cursor.ts';
import type { Issue } from './fault-list.ts';
import type { PlantKind, System } from './system.ts';
import { RED_HERRING_KINDS, type RedHerringKind } from './words.ts';

/** What each kind of system can look suspicious by. */
const KINDS: Readonly<Record<PlantKind, readonly RedHerringKind[]>> = {
  serving: RED_HERRING_KINDS,
  scoring: ['note'],
  exposure: ['gc-warnings', 'note'],
};

/** Faults of the red herrings: kinds that the system never shows, notes that show nothing, stations that do not exist. */
export function herringIssues(herrings: Cursor, system: System): readonly Issue[] {
  const stations = system.stations.map((station) => station.id);
  return herrings.entries().flatMap(([, herring]) => {
    const kind = herring.get('kind').text();
    const isKind = RED_HERRING_KINDS.some((one) => one === kind);
    const shows = herring.get('shows');
    return [
      ...(isKind ? mustBeOneOf(herring.get('kind'), `red herring of a ${system.plant} system called`, KINDS[system.plant]) : []),
      ...(kind === 'note' && !shows.exists() ? [herring.issue('expected "shows": a note is the entry of the history that it shows')] : []),
      ...mustBeOneOf(shows.get('station'), 'station', stations),
    ];
  });
}
