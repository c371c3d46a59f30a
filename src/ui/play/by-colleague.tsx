import type { Evidence } from '../../domain/evidence.ts';
import { lookedBy } from '../../domain/looked-by.ts';
import { lookedByWords } from '../../domain/words/looked-by.ts';
import { usePlay } from './play-ui.ts';

/** Whose look it was, where it was not the player's own. */
export function ByColleague({ evidence }: { readonly evidence: Evidence | undefined }) {
  const { session } = usePlay();
  const role = evidence === undefined ? null : lookedBy(evidence, session.brief.system.colleagues);
  return role === null ? null : <span class="small soft"> {lookedByWords.by(role)}</span>;
}
