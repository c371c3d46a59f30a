import type { LineView, Status } from '../domain/observation.ts';
import type { DotScale } from '../game/map-scale.ts';
import { INK, type Ink } from './palette.ts';

/**
 * Requests per second that one dot stands for while a line's latency is normal. A jam holds more dots for the same rate.
 * Equal on all lines, so what runs into a station runs out of it, however short a hop takes.
 */
export const RATE_PER_DOT = 300;

/** A dot crosses a line in this long while the line's latency is normal, s of the player's time. */
export const NORMAL_CROSSING_S = 0.6;

/** More dots than this on one line cannot be told apart; the caption then says that there are more. */
export const MOST_DOTS = 600;

export const DOT_SHAPES = ['circle', 'hollow', 'triangle', 'half'] as const;
export type DotShape = (typeof DOT_SHAPES)[number];

/** What the dots of a line say, from the observation's figures alone. */
export interface Flow {
  readonly line: string;
  readonly inFlight: number; // rate × latency, requests (Little's law)
  readonly perDot: number; // requests in flight that one dot stands for: RATE_PER_DOT × the line's normal latency
  readonly exact: number; // inFlight / perDot, not rounded
  readonly dots: number; // drawn; one where something flows but less than a dot's worth: it then comes and goes
  readonly more: boolean; // capped
  readonly crossingSeconds: number; // Infinity: they stand
  readonly crowding: number; // 0..1, how much they bunch at the arrival end
  readonly ink: Ink;
  readonly shape: DotShape;
}

const DOT_INK: Readonly<Record<Status, Ink>> = { unknown: INK.core, healthy: INK.core, warn: INK.onWarn, crit: INK.onCrit };
const SLOW_SPACING = 56; // px between what travels for hours

/** Requests in flight, or waiting, that one dot of a line stands for. */
export const perDotOf = (line: LineView, ratePerDot = RATE_PER_DOT): number =>
  (ratePerDot * (line.normalLatencyMs > 0 ? line.normalLatencyMs : Math.max(1, line.latencyMs ?? 1))) / 1000;

/**
 * The flow of a line, or null where rate or latency was not seen.
 * Labels and training data travel for hours, so they stand, and no more are drawn than find room.
 * @param length of the line on the screen, px
 */
export function flowOf(line: LineView, length: number, ratePerDot = RATE_PER_DOT): Flow | null {
  const { ratePerSecond: rate, latencyMs: latency } = line;
  if (rate === null || latency === null || !(rate >= 0) || !(latency >= 0)) return null;
  if (line.kind === 'deploy' || line.kind === 'monitor') return null; // nothing is counted on these
  const normal = line.normalLatencyMs > 0 ? line.normalLatencyMs : Math.max(1, latency); // without one, as seen is normal
  const inFlight = (rate * latency) / 1000;
  const perDot = perDotOf(line, ratePerDot);
  const exact = inFlight / perDot;
  const slow = line.kind === 'label' || line.kind === 'training';
  const most = slow ? Math.max(1, Math.floor(length / SLOW_SPACING)) : MOST_DOTS;
  const wanted = exact > 0 ? Math.max(1, Math.round(exact)) : 0;
  const ratio = latency / normal;
  return {
    line: line.id,
    inFlight,
    perDot,
    exact,
    dots: Math.min(wanted, most),
    more: wanted > most,
    crossingSeconds: slow ? Infinity : NORMAL_CROSSING_S * Math.max(ratio, 0.05),
    crowding: line.status === 'warn' || line.status === 'crit' ? Math.max(0, Math.min(1, 1 - 1 / ratio)) : 0,
    ink: slow ? INK.bright : DOT_INK[line.status],
    shape: line.kind === 'label' ? 'hollow' : line.kind === 'training' ? 'triangle' : 'circle',
  };
}

/** Usual traffic at the latency that is known, where the traffic itself is not; null on every other line. */
export function usualFlow(line: LineView, length: number, scale: DotScale | null): Flow | null {
  const share = scale?.kind === 'usual' ? scale.shares.get(line.id) : undefined;
  return scale?.kind !== 'usual' || share === undefined ? null : flowOf({ ...line, ratePerSecond: scale.dots * share }, length, 1);
}

/** Rows of a batch on a line: they stand, since nothing is known of when each of them moves. */
export function batchFlow(line: LineView, rowsPerDay: number, rowsPerDot: number): Flow {
  const exact = Math.max(0, rowsPerDay / rowsPerDot);
  const wanted = exact > 0 ? Math.max(1, Math.round(exact)) : 0;
  return {
    line: line.id,
    inFlight: rowsPerDay,
    perDot: rowsPerDot,
    exact,
    dots: Math.min(wanted, MOST_DOTS),
    more: wanted > MOST_DOTS,
    crossingSeconds: Infinity,
    crowding: 0,
    ink: INK.core,
    shape: 'triangle',
  };
}
