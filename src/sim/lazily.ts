import type { World } from './plant.ts';

/**
 * Parts of what is shown of a world, each worked out when it is first read: programs that play ask often and read little.
 * @throws from a part that is first read once the world has moved on
 */
export const lazily =
  ({ state }: World) =>
  <T>(make: () => T): (() => T) => {
    const { tick } = state;
    let made: { readonly value: T } | null = null;
    return () => {
      if (made === null) {
        if (state.tick !== tick)
          throw new Error(`expected what is shown at tick ${tick} to be read before the world moves on, got tick ${state.tick}`);
        made = { value: make() };
      }
      return made.value;
    };
  };
