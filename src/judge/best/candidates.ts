import type { Action, Change } from '../../domain/action.ts';
import { changesWithFigures } from '../../policy/change-figures.ts';
import type { Run } from '../../run/run.ts';

/** Settings of a change that the menu does not spell out. */
const otherSettings = (change: Change): readonly Change[] => (change.type === 'set-breaker' ? [{ ...change, mode: 'off' }] : []);

/** What anyone could try at this moment: what the menu offers, with other figures, and taking the last change back. */
export function candidates(run: Run): readonly Action[] {
  if (run.over) return [];
  const changes = changesWithFigures(run.menu().changes.flatMap(({ action }) => [action, ...otherSettings(action)]));
  return [...changes, { type: 'take-back' }];
}

/** What an action is in all but its figures: lines of equal kinds are variations of one idea. */
export function kindOf(action: Action): string {
  const words = Object.entries(action).filter(([, value]) => typeof value !== 'number');
  return words.map(([, value]) => String(value)).join(' ');
}
