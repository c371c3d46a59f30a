import type { PartId, ScoreLine } from '../judge/score-card.ts';
import type { RunTrace } from '../run/trace.ts';

const MOST_LINKS = 3;

/** The evidence that a verdict speaks of: what it names, or, where it judges what was claimed, what the claim of that moment named. */
export function restsOn(
  trace: Pick<RunTrace, 'evidence' | 'entries'>,
  part: PartId,
  { text, tick }: Pick<ScoreLine, 'text' | 'tick'>,
): readonly string[] {
  const known = new Set(trace.evidence.map(({ id }) => id));
  const named = [...text.matchAll(/\bE\d{1,3}\b/g)].map(([id]) => id);
  const claimed =
    part !== 'cause' || named.length > 0
      ? []
      : trace.entries.flatMap(({ tick: at, action, outcome }) =>
          at === tick && outcome.accepted && (action.type === 'claim-cause' || action.type === 'hypothesis') ? action.evidence : [],
        );
  return [...new Set([...named, ...claimed])].filter((id) => known.has(id)).slice(0, MOST_LINKS);
}
