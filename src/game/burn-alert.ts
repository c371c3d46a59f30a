import type { AlertView } from '../domain/evidence.ts';
import { duration } from '../domain/time.ts';
import { alertsWords as words } from './words/alerts.ts';

/** An alert on an error budget in words: its pace against the planned one, and over which time; null for any other alert. */
export function burnText({ burn, state, value, threshold }: AlertView, clock: string): string | null {
  if (burn === undefined || !Number.isFinite(value) || (state !== 'firing' && state !== 'resolved')) return null;
  return words.burn({
    resolved: state === 'resolved',
    clock,
    times: words.burnPace(value),
    threshold: words.burnPace(threshold),
    long: duration(burn.longSeconds),
    short: duration(burn.shortSeconds),
  });
}

/** Its rule in words; null for any other alert. */
export const burnRuleText = ({ burn, threshold, severity }: AlertView): string | null =>
  burn === undefined ? null : words.burnRule(words.burnPace(threshold), duration(burn.longSeconds), duration(burn.shortSeconds), severity);
