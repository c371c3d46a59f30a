import { SERVING_PARTS } from './part-specs.ts';
import type { SystemFile } from './schema-system.ts';
import type { Delay, System } from './system.ts';
import type { ChangeType } from './words.ts';

/** A system from its checked file: maps of names become lists, in the order of the file. */
export function buildSystem(file: SystemFile): System {
  const delays = Object.fromEntries(
    Object.entries(file.delays).flatMap(([type, delay]) => (delay === undefined ? [] : [[type, { from: delay[0], to: delay[1] }]])),
  ) as Partial<Record<ChangeType, Delay>>;
  const looks = Object.fromEntries(Object.entries(file.looks).filter(([, seconds]) => seconds !== undefined)) as System['looks'];
  const has = (part: string): boolean => file.plant === 'serving' || !SERVING_PARTS.includes(part);
  const parts = Object.fromEntries(Object.entries(file.parts).filter(([part, params]) => params !== undefined && has(part)));
  return {
    id: file.id,
    plant: file.plant,
    title: file.title,
    says: file.says,
    stations: Object.entries(file.stations).map(([id, station]) => ({ id, ...station })),
    lines: Object.entries(file.lines).map(([id, line]) => ({ id, ...line })),
    routes: Object.entries(file.routes).map(([id, route]) => ({ id, ...route })),
    versions: Object.entries(file.versions).map(([id, says]) => ({ id, says })),
    looks,
    delays,
    parts: parts as System['parts'],
  };
}
