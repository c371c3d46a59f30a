import { useMemo } from 'preact/hooks';
import { weighedAgainst } from '../../policy/advice.ts';
import type { Play } from './play-ui.ts';

/** What the coach of a guided shift counts out: texts of causes, each with the titles of the evidence that speaks against it. None where nobody coaches. */
export function useCountedOut({ session, state }: Play): ReadonlyMap<string, readonly string[]> {
  const { observation, measured, menu, log, guidance } = state;
  const guided = guidance === 'guided' && observation.acknowledgedTick !== null;
  return useMemo(() => {
    if (!guided) return new Map<string, readonly string[]>();
    const against = weighedAgainst({ observation: measured, menu, brief: session.brief }, log);
    const titles = (ids: readonly string[]) => observation.evidence.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
    return new Map([...against].map(([text, ids]) => [text, titles(ids)]));
  }, [session, guided, log.length, observation.evidence.length]);
}
