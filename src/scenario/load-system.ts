import { CORE_PARTS, PART_SPECS, PLANT_PARTS } from './part-specs.ts';
import type { SystemFile } from './schema-system.ts';
import type { Delay, System } from './system.ts';
import type { ChangeType } from './words.ts';

/** The parts that a system has. A serving path has every part of its kind, by default if not by name; other systems have those they name. */
const partNames = ({ plant, parts }: SystemFile): readonly string[] =>
  Object.keys(PART_SPECS).filter((part) =>
    plant === 'serving' ? [...PLANT_PARTS.serving, ...CORE_PARTS].includes(part) : parts[part] !== undefined,
  );

/** Whether every part that a system leaves out has a default. */
export const hasDefaults = (file: SystemFile): boolean =>
  partNames(file).every((part) => file.parts[part] !== undefined || PART_SPECS[part]!.paramsSchema.safeParse({}).success);

const partsOf = (file: SystemFile): System['parts'] =>
  Object.fromEntries(
    partNames(file).map((part) => [part, file.parts[part] ?? PART_SPECS[part]!.paramsSchema.parse({})]),
  ) as System['parts'];

/** A system from its checked file, which has defaults for what it leaves out: maps of names become lists, in the order of the file. */
export function buildSystem(file: SystemFile): System {
  const delays = Object.fromEntries(
    Object.entries(file.delays).flatMap(([type, delay]) => (delay === undefined ? [] : [[type, { from: delay[0], to: delay[1] }]])),
  ) as Partial<Record<ChangeType, Delay>>;
  const looks = Object.fromEntries(Object.entries(file.looks).filter(([, seconds]) => seconds !== undefined)) as System['looks'];
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
    parts: partsOf(file),
  };
}
