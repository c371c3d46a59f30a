import type { Evidence } from '../../domain/evidence.ts';
import { evidenceWords } from '../../game/words/evidence-panel.ts';
import { usePlay } from './play-ui.ts';

/** Whose look it was, where it was not the player's own. */
export function ByColleague({ evidence }: { readonly evidence: Evidence | undefined }) {
  const { session } = usePlay();
  const colleague = session.brief.system.colleagues.find(({ id }) => id === evidence?.by);
  return colleague === undefined ? null : <span class="small soft"> {evidenceWords.by(colleague.name)}</span>;
}
