import type { SystemFile } from './schema-system.ts';
import type { Delay, System } from './system.ts';
import type { ChangeType } from './words.ts';

/** A system from its checked file: maps of names become lists, in the order of the file. */
export function buildSystem(file: SystemFile): System {
  const delays = Object.fromEntries(Object.entries(file.delays).map(([type, [from, to]]) => [type, { from, to }])) as Record<
    ChangeType,
    Delay
  >;
  return {
    id: file.id,
    title: file.title,
    says: file.says,
    stations: Object.entries(file.stations).map(([id, station]) => ({ id, ...station })),
    lines: Object.entries(file.lines).map(([id, line]) => ({ id, ...line })),
    routes: Object.entries(file.routes).map(([id, route]) => ({ id, ...route })),
    versions: Object.entries(file.versions).map(([id, says]) => ({ id, says })),
    looks: file.looks,
    delays,
    parts: file.parts as System['parts'],
  };
}
