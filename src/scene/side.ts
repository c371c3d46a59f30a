import type { Track } from './path.ts';

/** A point of a line and the direction away from it, to its right (1) or left (-1). */
export interface Side {
  readonly x: number; // px
  readonly y: number;
  readonly nx: number; // unit
  readonly ny: number;
}

/** @param share of the line's length, 0 to 1 */
export function sideAt(track: Track, share: number, side: 1 | -1): Side {
  const i = Math.max(0, Math.min(track.samples - 1, Math.round(share * (track.samples - 1))));
  return { x: track.x[i] ?? 0, y: track.y[i] ?? 0, nx: -(track.dy[i] ?? 0) * side, ny: (track.dx[i] ?? 0) * side };
}

export const SIDES = [1, -1] as const;
