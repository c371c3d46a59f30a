import { weighedAgainst } from '../../policy/advice.ts';
import type { Session } from '../session.ts';

/** What a coach counts out now: texts of causes, each with the titles of the evidence that speaks against it. */
export function countedOut(session: Session): ReadonlyMap<string, readonly string[]> {
  const { observation, measured, menu, log } = session.state();
  const titles = (ids: readonly string[]) => observation.evidence.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
  const against = weighedAgainst({ observation: measured, menu, brief: session.brief }, log);
  return new Map([...against].map(([text, ids]) => [text, titles(ids)]));
}
