import { paceOf, type Tick } from '../domain/time.ts';
import { keyedDraw } from '../kernel/streams.ts';
import type { Setup } from './plant.ts';

/** How something comes and goes by chance: time is cut into equal spans, and in some of them it is there for one stretch. */
export interface Pattern {
  readonly spanMinutes: number; // of the drill's own pace, see `paceOf`
  readonly chance: number; // that a span has a stretch
  readonly leastShare: number; // of the span, that a stretch takes
  readonly mostShare: number;
}

export interface Stretch {
  readonly from: Tick;
  readonly to: Tick; // the first tick after it
  readonly draw: number; // in [0, 1), for what else chance decides of it
}

/** The stretch that a tick lies in; null where it lies in none. It depends on seed, part, purpose and tick alone. */
export function stretchAt({ seed, scenario }: Setup, part: string, purpose: string, pattern: Pattern, tick: Tick): Stretch | null {
  const { tickSeconds } = scenario.brief;
  const span = Math.max(4, Math.round((pattern.spanMinutes * 60 * paceOf(tickSeconds)) / tickSeconds));
  const number = Math.floor(tick / span);
  const draw = (index: number): number => keyedDraw(seed, part, purpose, number, index);
  if (draw(0) >= pattern.chance) return null;
  const length = Math.max(1, Math.round(span * (pattern.leastShare + (pattern.mostShare - pattern.leastShare) * draw(1))));
  const from = number * span + Math.floor((span - length + 1) * draw(2));
  return tick >= from && tick < from + length ? { from, to: from + length, draw: draw(3) } : null;
}
