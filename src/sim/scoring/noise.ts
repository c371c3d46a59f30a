import { normalQuantile } from '../../kernel/math.ts';
import { drawAt, type DrawKey } from '../../kernel/streams.ts';

/** A standard normal draw that depends on its key, tick and index alone. */
export const normalAt = (key: DrawKey, tick: number, index: number): number =>
  normalQuantile(drawAt(key, tick, index) + 5.551115123125783e-17); // 2^-54: the middle of its cell, never 0
