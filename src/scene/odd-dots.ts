import type { MapMark } from '../game/map-marks.ts';
import type { OddDots } from './dots.ts';

const ECHO = 0.6; // of a dot's size

/** Where on a line the joint lies at which its gauge changes, as a share of its way. */
export const JOINT = 0.45;

/**
 * Which dots of a line are drawn unlike the rest: half squares beyond a joint, small rings for repeated calls, rings for what arrives
 * with a value missing.
 */
export function oddDots(dots: number, marks: readonly MapMark[]): OddDots | null {
  if (marks.some(({ kind }) => kind === 'gauge')) return { shape: 'half', size: 1.15, beyond: JOINT };
  for (const mark of marks) {
    if (mark.kind === 'echoes')
      return { shape: 'hollow', size: ECHO, count: Math.round(dots * (1 - 1 / Math.max(1, mark.callsPerRequest))) };
    if (mark.kind === 'hollow') return { shape: 'hollow', size: 1.1, count: Math.round(dots * Math.min(1, mark.share)) };
  }
  return null;
}
