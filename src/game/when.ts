import { duration, type Tick } from '../domain/time.ts';
import { evidenceWords } from './words/evidence-panel.ts';

const LONG_AGO_SECONDS = 12 * 3600; // beyond that a clock by itself would be taken for tonight's

/** A moment as people read it: by the clock, or how long ago where the clock alone would mislead. @param clock of a tick */
export function whenText(tick: Tick, now: Tick, tickSeconds: number, clock: (tick: Tick) => string): string {
  const seconds = (now - tick) * tickSeconds;
  return seconds > LONG_AGO_SECONDS ? evidenceWords.changes.ago(duration(seconds)) : clock(tick);
}
