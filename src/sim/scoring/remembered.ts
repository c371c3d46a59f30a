import type { Basis } from '../../parts/population/basis.ts';

const MOST = 20_000; // values of one kind and population, before it starts again

/** What was worked out of a population before, by its key; made where it was not. */
export function remembered<T>(store: WeakMap<Basis, Map<string, T>>, basis: Basis, key: string, make: () => T): T {
  let known = store.get(basis);
  if (known === undefined || known.size > MOST) store.set(basis, (known = new Map()));
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}
