import { useLayoutEffect, useReducer } from 'preact/hooks';

interface Store {
  subscribe(listener: () => void): () => void;
}

/** Renders again whenever the store tells of a change, also where that comes before the first paint. */
export function useStore(store: Store | null): void {
  const [, again] = useReducer((count: number, _: void) => count + 1, 0);
  useLayoutEffect(() => store?.subscribe(() => again(undefined)), [store]);
}
