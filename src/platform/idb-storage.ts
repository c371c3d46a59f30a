import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import type { Storage } from '../game/ports.ts';

const takes = (store: UseStore): Promise<boolean> =>
  set('probe', true, store)
    .then(() => del('probe', store))
    .then(
      () => true,
      () => false,
    );

/** IndexedDB where the browser grants it; otherwise memory, which the page says. A failed write is a value, never an exception. */
export async function openStorage(): Promise<Storage> {
  const memory = new Map<string, unknown>();
  const inMemory: Storage = {
    lasting: false,
    read: (key) => Promise.resolve(memory.get(key)),
    write: (key, value) => {
      memory.set(key, value);
      return Promise.resolve(false); // it lives as long as the tab
    },
    remove: (key) => {
      memory.delete(key);
      return Promise.resolve();
    },
  };
  try {
    const store = createStore('silent-drift', 'kept');
    await get('settings', store);
    return {
      lasting: await takes(store), // what can be read may yet take nothing: a full disk, or a profile that is read only
      read: async (key) => {
        try {
          return memory.get(key) ?? (await get<unknown>(key, store));
        } catch {
          return memory.get(key);
        }
      },
      write: async (key, value) => {
        try {
          await set(key, value, store);
          memory.delete(key);
          return true;
        } catch {
          memory.set(key, value); // full or refused: it lives as long as the tab
          return false;
        }
      },
      remove: async (key) => {
        memory.delete(key);
        await del(key, store).catch(() => undefined);
      },
    };
  } catch {
    return inMemory;
  }
}
