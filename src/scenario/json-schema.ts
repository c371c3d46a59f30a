import { z } from 'zod';
import { scenarioSchema } from './schema-scenario.ts';
import { systemSchema } from './schema-system.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

const forEditors = (title: string, schema: z.ZodType): JsonSchema => ({ title, ...z.toJSONSchema(schema, { io: 'input', reused: 'ref' }) });

/** The JSON Schema (draft 2020-12) of a scenario file. It cannot say that a name must exist elsewhere; the loader does. */
export const scenarioJsonSchema = (): JsonSchema => forEditors('A Silent Drift scenario', scenarioSchema);

/** The JSON Schema of a system file. */
export const systemJsonSchema = (): JsonSchema => forEditors('A Silent Drift system', systemSchema);
