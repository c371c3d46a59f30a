import type { Tick } from '../../domain/time.ts';

const FULL_WINDOW_SECONDS = 75; // rates over a minute are not whole before

/** About half an hour on fast scenarios, all there is on slow ones. */
const windowTicks = (tickSeconds: number): number => (tickSeconds <= 60 ? Math.round(1900 / tickSeconds) : Number.MAX_SAFE_INTEGER);

/** The stretch of time that charts show now. */
export function chartWindow(tickSeconds: number, tick: Tick): readonly [from: Tick, to: Tick] {
  const first = Math.ceil(FULL_WINDOW_SECONDS / tickSeconds);
  return [Math.max(first, tick - windowTicks(tickSeconds)), Math.max(tick, first + 1)];
}
