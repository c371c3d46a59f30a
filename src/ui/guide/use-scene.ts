import { useMemo } from 'preact/hooks';
import { scrapeSeconds } from '../../domain/time.ts';
import type { Scene } from '../../game/guide/advice-words.ts';
import { guidedScene } from '../../game/guide/scene.ts';
import type { Play } from '../play/play-ui.ts';

/** What guidance is worked out from, anew with every scrape and with everything that is done or found. */
export function useScene({ session, state }: Play): Scene {
  const { observation, log } = state;
  const { tickSeconds } = session.brief;
  const scrape = Math.floor((observation.tick * tickSeconds) / scrapeSeconds(tickSeconds));
  return useMemo(
    () => guidedScene(session),
    [
      session,
      scrape,
      log.length,
      observation.evidence.length,
      observation.conversation.length,
      observation.pending.length,
      observation.verified,
    ],
  );
}
