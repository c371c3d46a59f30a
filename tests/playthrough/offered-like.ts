import { isChange, type Action, type Change } from '../../src/domain/action.ts';
import type { Menu } from '../../src/domain/observation.ts';

const fields = (change: Change): Map<string, unknown> => new Map(Object.entries(change));

/** How far a form of a change is from another: a figure by its distance, a mode by one, anything else not at all alike. */
function distance(wanted: Change, offered: Change): number {
  if (wanted.type !== offered.type) return Infinity;
  const [a, b] = [fields(wanted), fields(offered)];
  let far = 0;
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const [x, y] = [a.get(key), b.get(key)];
    if (x === y) continue;
    if (typeof x === 'number' && typeof y === 'number') far += Math.abs(x - y);
    else if (key === 'mode') far += 1;
    else return Infinity;
  }
  return far;
}

/**
 * What a person can choose for a decision of a policy: a policy may set a figure between two that the menu offers, or take a breaker
 * out, for which the menu has no entry. @throws where nothing offered is like it
 */
export function offeredLike(action: Action, menu: Menu): Action {
  if (!isChange(action)) return action;
  const near = menu.changes
    .filter((each) => each.refusal === null)
    .map((each) => ({ change: each.action, far: distance(action, each.action) }))
    .sort((a, b) => a.far - b.far)[0];
  if (near === undefined || near.far === Infinity) throw new Error(`expected the menu to offer something like ${JSON.stringify(action)}`);
  return near.change;
}
