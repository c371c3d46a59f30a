import { changeSchema, type Change } from '../domain/action.ts';
import type { ChangePreview } from '../domain/observation.ts';
import { matchesChange, type ChangePattern, type NumberPattern } from '../scenario/patterns.ts';

const NUMBERS = ['share', 'replicas', 'timeoutMs', 'attempts', 'max', 'cutoff', 'threshold', 'factor', 'hours'] as const;
const WORDS = ['version', 'route', 'on', 'segment', 'feature', 'feed', 'flag', 'experiment', 'ask'] as const;

/** A number that a pattern accepts: the offered one where it fits, else the nearest bound. */
function fitting(pattern: NumberPattern, offered: unknown): number {
  if (typeof pattern === 'number') return pattern;
  const { atLeast = -Infinity, atMost = Infinity } = pattern;
  if (typeof offered === 'number' && offered >= atLeast && offered <= atMost) return offered;
  return Number.isFinite(atLeast) ? atLeast : atMost;
}

/**
 * The change that a pattern means: one that the menu offers as it is, else with the figures of the pattern where it has any.
 * @returns null where the menu does not offer it now
 */
export function concreteChange(pattern: ChangePattern, offers: readonly ChangePreview[]): Change | null {
  const open = offers.filter(({ action, refusal }) => action.type === pattern.type && refusal === null);
  const asOffered = open.find(({ action }) => matchesChange(pattern, action));
  if (asOffered !== undefined) return asOffered.action;
  for (const offer of open) {
    const draft: Record<string, unknown> = { ...offer.action };
    for (const key of WORDS) if (pattern[key] !== undefined) draft[key] = pattern[key];
    for (const key of NUMBERS) if (pattern[key] !== undefined) draft[key] = fitting(pattern[key], draft[key]);
    if (pattern.mode !== undefined && !pattern.mode.some((mode) => mode === draft['mode'])) draft['mode'] = pattern.mode[0];
    if (pattern.data !== undefined && !pattern.data.some((data) => data === draft['data'])) draft['data'] = pattern.data[0];
    const checked = changeSchema.safeParse(draft);
    if (checked.success && matchesChange(pattern, checked.data)) return checked.data;
  }
  return null;
}
