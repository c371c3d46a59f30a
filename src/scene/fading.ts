import type { Layer } from './shape.ts';

const APPEARS_MS = 180; // a ring of what you are about to touch
const GOES_MS = 120;

/** Lines, stations and your rings ease; words are swapped, as two of them over each other can be read by nobody. */
const EASES: ReadonlySet<Layer> = new Set(['line', 'station', 'yours']);

/**
 * How long something that is drawn takes to come, to go or to change its state, ms; 0 where it does so at once.
 * @param easeMs that a change of state may take
 */
export function fadeMs(layer: Layer, what: 'comes' | 'goes' | 'changes', easeMs: number): number {
  if (!EASES.has(layer)) return 0;
  if (what === 'changes') return easeMs;
  return what === 'goes' ? Math.min(easeMs, GOES_MS) : layer === 'yours' ? Math.min(easeMs, APPEARS_MS) : 0;
}
