import type { Action } from '../../domain/action.ts';
import { changesWithFigures, withOtherModes } from '../../domain/change-figures.ts';
import type { Run } from '../../run/run.ts';

/** What anyone could try at this moment: what the menu offers, with other figures, and taking the last change back. */
export function candidates(run: Run): readonly Action[] {
  if (run.over) return [];
  const changes = changesWithFigures(run.menu().changes.flatMap(({ action }) => withOtherModes(action)));
  return [...changes, { type: 'take-back' }];
}

/** What an action is in all but its figures: lines of equal kinds are variations of one idea. */
export function kindOf(action: Action): string {
  const words = Object.entries(action).filter(([, value]) => typeof value !== 'number');
  return words.map(([, value]) => String(value)).join(' ');
}
