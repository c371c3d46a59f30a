import type { ChangePreview, Observation } from '../domain/observation.ts';

/**
 * The stations that a previewed change touches. A test is where the calendar places it, once that was read; before, where it acts.
 */
export function touchedBy({ action, stations }: ChangePreview, { evidence }: Pick<Observation, 'evidence'>): readonly string[] {
  if (action.type !== 'pause-experiment') return stations;
  const entries = evidence.flatMap(({ body }) => (body.kind === 'calendar' ? body.entries : []));
  const entry = entries.find(({ kind, text }) => kind === 'experiment' && text.startsWith(action.experiment));
  return entry === undefined ? stations : [entry.station];
}
