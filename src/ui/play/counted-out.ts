import { useMemo } from 'preact/hooks';
import { countedOut } from '../../game/guide/counted-out.ts';
import type { Play } from './play-ui.ts';

/** What the coach of a guided shift counts out, worked out anew with what is read and done; nothing where nobody coaches. */
export function useCountedOut({ session, state }: Play): ReadonlyMap<string, readonly string[]> {
  const { observation, log, guidance } = state;
  const guided = guidance === 'guided' && observation.acknowledgedTick !== null;
  return useMemo(() => (guided ? countedOut(session) : new Map()), [session, guided, log.length, observation.evidence.length]);
}
