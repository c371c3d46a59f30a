import { z } from 'zod';
import { changeSchema } from '../domain/action.ts';

/** What a figure of a change may be, for any player on any system. */
export interface FigureLimits {
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
}

const bare = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bare(schema.unwrap()) : schema;

const limits: ReadonlyMap<string, FigureLimits> = new Map(
  changeSchema.options.flatMap(({ shape }) =>
    Object.entries(shape as Readonly<Record<string, z.core.$ZodType>>).flatMap(([field, schema]) => {
      const figure = bare(schema);
      if (!(figure instanceof z.ZodNumber)) return [];
      const { minValue, maxValue, isInt } = figure;
      return [[`${shape.type.value} ${field}`, { low: minValue ?? -Infinity, high: maxValue ?? Infinity, whole: isInt }] as const];
    }),
  ),
);

/** The limits of one figure of a change; undefined where the change has no such figure. */
export const figureLimits = (type: string, field: string): FigureLimits | undefined => limits.get(`${type} ${field}`);
