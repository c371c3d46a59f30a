import { z } from 'zod';
import { checked } from './checked.ts';

/** What an oracle file may hold and what is computed for it: numbers, words, yes or no, and numbers in a row. */
export type Value = number | string | boolean | readonly number[];

/** How near a computed value must come to the expected one. */
export interface Tolerance {
  readonly says: string;
  readonly near: (computed: number, expected: number) => boolean;
}

/** One expected field: what the production functions make of the case's inputs, and how near that must be. */
export interface Figure {
  readonly value: Value;
  readonly tolerance: Tolerance;
}

/** One case as computed: its inputs, and a figure for each field that a file of this kind may expect. */
export interface Computed {
  readonly input: Readonly<Record<string, unknown>>;
  readonly figures: Readonly<Record<string, Figure>>;
}

/**
 * Cases of one kind of oracle file: how a case is read, and how it is computed. `shape` lists inputs, expected fields and remarks;
 * an unknown field is a mistake.
 */
export type Family = (raw: unknown, where: string) => Computed;

export const exact: Tolerance = { says: 'exact', near: (a, b) => a === b || (Number.isNaN(a) && Number.isNaN(b)) };
export const within = (most: number): Tolerance => ({
  says: `${most} absolute`,
  near: (a, b) => exact.near(a, b) || Math.abs(a - b) <= most,
});
export const relative = (most: number): Tolerance => ({
  says: `${most} relative`,
  near: (a, b) => exact.near(a, b) || Math.abs(a - b) <= most * Math.abs(b),
});
/** For what the file gives beside the result without asking that it be met. */
export const shown: Tolerance = { says: 'shown only', near: () => true };

export const figure = (value: Value, tolerance: Tolerance): Figure => ({ value, tolerance });

/** A number as an oracle file writes it: infinity and "not a number" as words. */
export const jsonNumber = (value: number): number | string =>
  Number.isFinite(value) ? value : Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';

/** A number read from an oracle file, where infinity may stand as a word. */
export const number = z.union(
  [z.number(), z.enum(['+Inf', 'Inf', '-Inf', 'NaN']).transform((word) => (word === 'NaN' ? NaN : word === '-Inf' ? -Infinity : Infinity))],
  'expected a number, "+Inf", "-Inf" or "NaN"',
);

/** Remarks that any case may carry. */
export const remarks = {
  note: z.string().optional(),
  why: z.string().optional(),
  name: z.string().optional(),
  test: z.string().optional(),
};

/**
 * A case by its schema.
 * @param where "case 3", for messages
 * @throws BadInput with the first thing that is wrong
 */
export const readCase = <S extends z.ZodType>(schema: S, raw: unknown, where: string): z.output<S> => checked(schema, raw, `${where}:`);
