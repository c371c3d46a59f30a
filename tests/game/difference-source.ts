import { alea } from 'seedrandom';

/** Choices of a test, the same for the same seed. */
export function createSource(seed: string) {
  const next = alea(`difference ${seed}`);
  return {
    share: (): number => next(),
    upTo: (most: number): number => Math.floor(next() * Math.max(1, most)),
    oneOf: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T,
  };
}
