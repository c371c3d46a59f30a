import { z } from 'zod';
import { scenarioSchema } from './schema-scenario.ts';
import { systemSchema } from './schema-system.ts';

/** The JSON Schema (draft 2020-12) of a scenario file or of a system file, for editors. */
export function jsonSchema(of: 'scenario' | 'system' = 'scenario'): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(of === 'scenario' ? scenarioSchema : systemSchema, { io: 'input' });
  return { ...schema, title: of === 'scenario' ? 'Silent Drift scenario' : 'Silent Drift system' };
}
