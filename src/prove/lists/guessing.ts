import { isChange } from '../../domain/action.ts';
import type { FixedList } from './fixed-list.ts';

/** The changes of a list as one makes them who guesses: nothing is looked at, the first is made as the page comes, the others as long after it as before. */
export function guessing(list: FixedList): FixedList {
  const changes = list.filter(({ action }) => isChange(action));
  const first = changes[0]?.afterPageSeconds ?? 0;
  return changes.map(({ afterPageSeconds, action }) => ({ afterPageSeconds: afterPageSeconds - first, action }));
}
