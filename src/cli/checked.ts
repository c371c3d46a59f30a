import type { z } from 'zod';
import { onOneLine, pathText } from '../scenario/fault-list.ts';
import { schemaIssues } from '../scenario/schema-issues.ts';
import { BadInput } from './wrong.ts';

/**
 * Data that came from outside, checked.
 * @param where how a message begins
 * @throws BadInput with the first fault: where, its path, what is wrong
 */
export function checked<S extends z.ZodType>(schema: S, data: unknown, where: string): z.output<S> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const issue = schemaIssues(schema, data)[0];
  throw new BadInput(onOneLine(`${where} ${issue ? `${pathText(issue.path)}: ${issue.message}` : 'does not fit its schema'}`));
}
