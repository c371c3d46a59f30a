import { useEffect, useReducer } from 'preact/hooks';

interface Store {
  subscribe(listener: () => void): () => void;
}

/** Renders again whenever the store tells of a change. */
export function useStore(store: Store | null): void {
  const [, again] = useReducer((count: number, _: void) => count + 1, 0);
  useEffect(() => store?.subscribe(() => again(undefined)), [store]);
}
