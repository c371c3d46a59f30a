import { z } from 'zod';
import { DASHBOARDS, TRAINING_DATA } from '../domain/action.ts';
import type { LookPattern } from './patterns.ts';
import { slug } from './schema-fields.ts';

const amount = z.union([z.number(), z.strictObject({ atLeast: z.number().optional(), atMost: z.number().optional() })], {
  error: 'expected a number, or bounds such as {atLeast: 12, atMost: 24}',
}); // what each figure may be, its change says: see `figureIssues`
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
  z.strictObject({ type: z.literal('retrain'), data: z.array(z.enum(TRAINING_DATA)).min(1).max(5).optional() }),
  z.strictObject({ type: z.literal('hold-promotion') }),
  z.strictObject({ type: z.literal('pin-snapshot') }),
  z.strictObject({ type: z.literal('fix-mapping'), feature: slug.optional() }),
  z.strictObject({ type: z.literal('rerun-job') }),
  z.strictObject({ type: z.literal('set-gate'), threshold: amount.optional() }),
  z.strictObject({ type: z.literal('drop-feature'), feature: slug.optional() }),
  z.strictObject({ type: z.literal('repair-feed'), feed: slug.optional() }),
  z.strictObject({ type: z.literal('set-cutoff'), cutoff: amount.optional(), segment: slug.optional() }),
  z.strictObject({ type: z.literal('cap-overrides'), share: amount.optional() }),
  z.strictObject({ type: z.literal('pause-decisions') }),
  z.strictObject({ type: z.literal('add-rule'), segment: slug.optional() }),
  z.strictObject({ type: z.literal('staff-queue'), factor: amount.optional() }),
  z.strictObject({ type: z.literal('mute-alert'), hours: amount.optional() }),
  z.strictObject({ type: z.literal('use-fallback-model'), on: z.boolean().optional() }),
  z.strictObject({ type: z.literal('revert-config') }),
  z.strictObject({ type: z.literal('set-flag'), flag: slug.optional(), on: z.boolean().optional() }),
  z.strictObject({ type: z.literal('pause-experiment'), experiment: slug.optional(), ask: z.boolean().optional() }),
  z.strictObject({ type: z.literal('set-ramp'), share: amount.optional() }),
  z.strictObject({ type: z.literal('extend-sample') }),
  z.strictObject({ type: z.literal('warm-pods') }),
  z.strictObject({ type: z.literal('rerandomise') }),
  z.strictObject({ type: z.literal('move-guardrail'), threshold: amount.optional() }),
  z.strictObject({ type: z.literal('ship-next') }),
]);

const NAME = '[a-z][a-z0-9-]*';
const PLAIN = ['changes', 'alerts', 'lineage', 'distributions', 'registry', 'evaluation', 'backtest', 'experiment', 'calendar', 'messages'];
const LOOK = new RegExp(
  `^(dashboard (${DASHBOARDS.join('|')})|trace (slow|typical)|(logs|segments|sample)( ${NAME})?|${PLAIN.join('|')})$`,
);

/** Which looks are meant, in the words of a scenario file: "dashboard versions", "trace slow", "logs", "segments country", "lineage". */
export const lookText = z
  .string()
  .regex(
    LOOK,
    `expected a look: "dashboard ${DASHBOARDS.join('|')}", "trace slow|typical", "logs", "logs <station>", "segments <dimension>", "sample <kind>", or one of ${PLAIN.map((word) => `"${word}"`).join(', ')}`,
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
    case 'segments':
      return detail === undefined ? { type: 'look-segments' } : { type: 'look-segments', by: detail };
    case 'sample':
      return detail === undefined ? { type: 'look-sample' } : { type: 'look-sample', of: detail };
    default:
      return { type: `look-${kind ?? 'changes'}` as LookPattern['type'] }; // the words of a plain look are its type's
  }
}
