import { z } from 'zod';
import { CHANGE_TYPES, LOOK_TYPES } from '../domain/action.ts';
import { PART_SPECS } from './part-specs.ts';
import { named, prose, slug } from './schema-fields.ts';

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
  at: point,
  says: prose(200),
});

const line = z.strictObject({
  from: slug,
  to: slug,
  kind: z.enum(['request', 'feature', 'label', 'deploy', 'monitor', 'training']),
  normalLatencyMs: z.number().min(0).max(3_600_000).default(0),
  via: z.array(point).max(4).default([]),
});

const parts = z.strictObject(Object.fromEntries(Object.entries(PART_SPECS).map(([part, spec]) => [part, spec.paramsSchema.prefault({})])));

/** A production system, as a file of `scenarios/systems/` describes it. Every level refuses what it does not know. */
export const systemSchema = z.strictObject({
  format: z.literal(1),
  id: slug,
  title: prose(80),
  says: prose(400),
  stations: named(station),
  lines: named(line),
  routes: named(z.strictObject({ name: prose(40), station: slug })),
  versions: named(prose(120)),
  looks: z.strictObject(
    Object.fromEntries(LOOK_TYPES.map((type) => [type, seconds])) as Record<(typeof LOOK_TYPES)[number], typeof seconds>,
  ),
  delays: z.strictObject(
    Object.fromEntries(CHANGE_TYPES.map((type) => [type, z.tuple([seconds, seconds])])) as Record<
      (typeof CHANGE_TYPES)[number],
      z.ZodTuple<[typeof seconds, typeof seconds]>
    >,
  ),
  parts,
});

export type SystemFile = z.output<typeof systemSchema>;
