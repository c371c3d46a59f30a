import { figureLimits } from './change-limits.ts';
import type { Cursor } from './cursor.ts';
import type { Issue } from './fault-list.ts';

/** Faults of the figures that a change may have: bounds that no player can reach, or the wrong way round. */
export function figureIssues(pattern: Cursor): readonly Issue[] {
  const type = pattern.get('type').text();
  return pattern.entries().flatMap(([field, figure]) => {
    const limits = type === undefined ? undefined : figureLimits(type, field);
    if (limits === undefined) return [];
    const { low, high, whole } = limits;
    const outside = [figure, figure.get('atLeast'), figure.get('atMost')].flatMap((bound) => {
      const value = bound.number();
      if (value === undefined) return [];
      if (value < low || value > high)
        return [bound.issue(`nobody can ask for that: ${field} of ${type} goes from ${low} to ${high}, got ${value}`)];
      return whole && !Number.isInteger(value) ? [bound.issue(`expected a whole number, as ${field} of ${type} is, got ${value}`)] : [];
    });
    const [from, to] = [figure.get('atLeast').number(), figure.get('atMost').number()];
    const order =
      from !== undefined && to !== undefined && from > to ? [figure.issue(`expected atLeast to be no more than atMost in ${field}`)] : [];
    return [...outside, ...order];
  });
}
