/** Where a value is kept; the storage port of a game fits. */
export interface Shelf {
  write(key: string, value: unknown): Promise<boolean>;
}

export type Keeping = 'kept' | 'keeping' | 'lost'; // lost: the device took nothing, it lives in this tab only

export interface Keeper {
  keep(value: unknown): void;
  settled(): Promise<void>; // when everything handed over so far has been written or refused
}

/**
 * Writes the newest of a stream of values under one key, one write at a time and never an older one last.
 * @param told is called as the state changes
 */
export function createKeeper(shelf: Shelf, key: string, told: (state: Keeping) => void): Keeper {
  let next: { readonly value: unknown } | null = null;
  let busy: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    while (next !== null) {
      const { value } = next;
      next = null;
      let done = false;
      try {
        done = await shelf.write(key, value);
      } catch {
        done = false; // a full or closed storage: the value stays in this tab, and the reader is told
      }
      if (next === null) told(done ? 'kept' : 'lost');
    }
    busy = null;
  };
  return {
    keep(value) {
      next = { value };
      told('keeping');
      busy ??= run();
    },
    settled: () => busy ?? Promise.resolve(),
  };
}
