import type { Tick } from '../../domain/time.ts';
import type { Brief } from '../../scenario/brief.ts';

/** Seconds after a change has taken effect at which it may be time for the next one. */
const AFTER_EFFECT_SECONDS = [0, 60, 180, 600] as const;

/** The moments after `now` at which something that could not be done before may be worth doing: once changes have taken effect. */
export function laterMoments(effects: readonly Tick[], now: Tick, { ticks, tickSeconds }: Brief): readonly Tick[] {
  const all = effects.flatMap((effect) => AFTER_EFFECT_SECONDS.map((seconds) => effect + Math.round(seconds / tickSeconds)));
  return [...new Set(all)].filter((tick) => tick > now && tick < ticks).sort((a, b) => a - b);
}
