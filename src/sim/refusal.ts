import type { Change } from '../domain/action.ts';
import { refusalWords as words } from '../domain/words/refusals.ts';
import { hashValue } from '../kernel/hash.ts';
import { absenceRefusal } from './complications.ts';
import type { World } from './plant.ts';

// A guess of what will come of it makes it no other change, nor does the order of its fields.
const sameChange = (a: Change, b: Change): boolean => hashValue({ ...a, expect: undefined }) === hashValue({ ...b, expect: undefined });

/** Why a change cannot be made now; null where it can. No reason depends on what only a look would tell. */
export function refusalOf(world: World, change: Change): string | null {
  const { setup, state, ledger } = world;
  if (ledger.resolvedTick !== null) return words.resolved;
  if (setup.system.delays[change.type] === undefined) return words.nobodyCan(change.type);
  if (state.agenda.some((due) => due.action.type === change.type && sameChange(due.action, change))) return words.underWay;
  if ('route' in change) {
    const routes = setup.system.routes.map((route) => route.id);
    if (!routes.includes(change.route)) return words.noRoute(change.route, routes);
  }
  return setup.plant.refusalOf(world, change) ?? absenceRefusal(world, change);
}
