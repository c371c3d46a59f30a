import type { Change } from '../domain/action.ts';
import { hashValue } from '../kernel/hash.ts';
import { absenceRefusal } from './complications.ts';
import type { World } from './plant.ts';

// A guess of what will come of it makes it no other change, nor does the order of its fields.
const sameChange = (a: Change, b: Change): boolean => hashValue({ ...a, expect: undefined }) === hashValue({ ...b, expect: undefined });

/** Why a change cannot be made now; null where it can. No reason depends on what only a look would tell. */
export function refusalOf(world: World, change: Change): string | null {
  const { setup, state, ledger } = world;
  if (ledger.resolvedTick !== null) return 'the incident is resolved; no more changes can be made';
  if (setup.system.delays[change.type] === undefined) return `nobody can do that on this system: ${change.type}`;
  if (state.agenda.some((due) => due.action.type === change.type && sameChange(due.action, change)))
    return 'this change is already under way';
  if ('route' in change) {
    const routes = setup.system.routes.map((route) => route.id);
    if (!routes.includes(change.route)) return `there is no route "${change.route}"; expected one of ${routes.join(', ')}`;
  }
  return setup.plant.refusalOf(world, change) ?? absenceRefusal(world, change);
}
