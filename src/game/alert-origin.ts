import type { AlertView } from '../domain/evidence.ts';
import type { Tick } from '../domain/time.ts';
import { alertsWords } from './words/alerts.ts';

const DAY_SECONDS = 86_400;

/** Who set an alert's threshold, how long ago, and why; null where its system does not say. */
export function alertOrigin({ setBy }: Pick<AlertView, 'setBy'>, now: Tick, tickSeconds: number): string | null {
  if (setBy === undefined) return null;
  return alertsWords.setBy(((now - setBy.tick) * tickSeconds) / DAY_SECONDS, setBy.role, setBy.why);
}
