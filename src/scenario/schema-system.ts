import { z } from 'zod';
import { CHANGE_TYPES, LOOK_TYPES } from '../domain/action.ts';
import { CORE_PARTS, PART_SPECS } from './part-specs.ts';
import { named, prose, slug } from './schema-fields.ts';
import { PLANT_KINDS } from './system.ts';

const point = z.tuple([z.number().min(0).max(660), z.number().min(0).max(600)]);
const seconds = z
  .number()
  .min(0)
  .max(30 * 86_400);

const station = z.strictObject({
  name: prose(40),
  kind: z.enum(['terminus', 'station', 'dependency']).default('station'),
  part: slug.nullable().default(null),
  district: prose(24).or(z.literal('')).default(''),
  at: point.optional().describe('Map units. Left out on every station, the game lays the map out by its lines.'),
  says: prose(200),
});

const line = z.strictObject({
  from: slug,
  to: slug,
  kind: z.enum(['request', 'feature', 'label', 'deploy', 'monitor', 'training']),
  normalLatencyMs: z.number().min(0).max(3_600_000).default(0),
  via: z.array(point).max(4).default([]),
});

/** Every system has the core's parts, by default if not by name; of the others those that it names, see `partsOf`. */
const parts = z.strictObject(
  Object.fromEntries(
    Object.entries(PART_SPECS).map(([part, { paramsSchema }]) => [
      part,
      CORE_PARTS.includes(part) ? paramsSchema.prefault({}) : paramsSchema.optional(),
    ]),
  ),
);

/** A production system, as a file of `scenarios/systems/` describes it. Every level refuses what it does not know. */
export const systemSchema = z.strictObject({
  format: z.literal(1),
  id: slug,
  plant: z.enum(PLANT_KINDS).default('serving'),
  title: prose(80),
  says: prose(400),
  stations: named(station),
  lines: named(line),
  routes: named(z.strictObject({ name: prose(40), station: slug })),
  versions: named(prose(120)),
  looks: z.strictObject(
    Object.fromEntries(LOOK_TYPES.map((type) => [type, seconds.optional()])) as Record<
      (typeof LOOK_TYPES)[number],
      z.ZodOptional<typeof seconds>
    >,
  ),
  delays: z.strictObject(
    Object.fromEntries(CHANGE_TYPES.map((type) => [type, z.tuple([seconds, seconds]).optional()])) as Record<
      (typeof CHANGE_TYPES)[number],
      z.ZodOptional<z.ZodTuple<[typeof seconds, typeof seconds]>>
    >,
  ),
  parts,
});

export type SystemFile = z.output<typeof systemSchema>;
