import type { Evidence, Reading } from './evidence.ts';
import { alertStateWords as words } from './words/alert-states.ts';

/** An alert that a look showed, in words, "p95 above 500 ms: fired"; null for a reading of anything else. */
export function alertSaid(
  { key, label }: Reading,
  { body }: Pick<Evidence, 'body'>,
): { readonly text: string; readonly value: string } | null {
  if (body.kind !== 'alerts') return null;
  const alert = body.alerts.find(({ id }) => key === `alerts.${id}.active`);
  if (alert === undefined) return null;
  const value = words.state(alert.state);
  return { text: words.said(label, value), value };
}
