import { z } from 'zod';
import { DASHBOARDS } from '../domain/action.ts';
import type { LookPattern } from './patterns.ts';
import { slug } from './schema-fields.ts';

const ANYTHING = 1e9;
const bound = z.number().min(0).max(ANYTHING).optional();
const amount = z.union([z.number().min(0).max(ANYTHING), z.strictObject({ atLeast: bound, atMost: bound })], {
  error: 'expected a number, or bounds such as {atLeast: 12, atMost: 24}',
});
const modes = z
  .array(z.enum(['forced-open', 'automatic', 'off']))
  .min(1)
  .max(3)
  .optional();

/** Which changes are meant, in the words of a scenario file: the type, and the fields that must fit. */
export const changePattern = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rollback') }),
  z.strictObject({ type: z.literal('shift-traffic'), version: slug.optional(), share: amount.optional() }),
  z.strictObject({ type: z.literal('scale'), replicas: amount.optional() }),
  z.strictObject({ type: z.literal('restart') }),
  z.strictObject({ type: z.literal('set-breaker'), route: slug.optional(), mode: modes }),
  z.strictObject({ type: z.literal('serve-cached'), on: z.boolean().optional() }),
  z.strictObject({ type: z.literal('set-timeout'), route: slug.optional(), timeoutMs: amount.optional() }),
  z.strictObject({ type: z.literal('set-retries'), route: slug.optional(), attempts: amount.optional() }),
  z.strictObject({ type: z.literal('shed'), share: amount.optional() }),
  z.strictObject({ type: z.literal('repoint-champion'), version: slug.optional() }),
  z.strictObject({ type: z.literal('rebalance-partition') }),
  z.strictObject({ type: z.literal('raise-max-replicas'), max: amount.optional() }),
  z.strictObject({ type: z.literal('add-fallback'), route: slug.optional() }),
  z.strictObject({ type: z.literal('retrain') }),
]);

const LOOK = new RegExp(`^(dashboard (${DASHBOARDS.join('|')})|trace (slow|typical)|logs( [a-z][a-z0-9-]*)?|changes|alerts)$`);

/** Which looks are meant, in the words of a scenario file: "dashboard versions", "trace slow", "logs", "changes". */
export const lookText = z
  .string()
  .regex(
    LOOK,
    `expected a look: "dashboard ${DASHBOARDS.join('|')}", "trace slow|typical", "logs", "logs <station>", "changes" or "alerts"`,
  );

/** The pattern that the words of a scenario file mean. The schema has checked them. */
export function lookPattern(text: string): LookPattern {
  const [kind, detail] = text.split(' ');
  switch (kind) {
    case 'dashboard':
      return { type: 'look-dashboard', dashboard: DASHBOARDS.find((id) => id === detail) };
    case 'trace':
      return { type: 'look-trace', pick: detail === 'typical' ? 'typical' : 'slow' };
    case 'logs':
      return detail === undefined ? { type: 'look-logs' } : { type: 'look-logs', station: detail };
    case 'alerts':
      return { type: 'look-alerts' };
    default:
      return { type: 'look-changes' };
  }
}
