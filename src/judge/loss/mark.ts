/** As in chess notation: a decision that was dubious, a mistake, a blunder, or good. */
export type Mark = '' | '!' | '?!' | '?' | '??';

/** From which share of the avoidable cost on a loss carries a mark. */
export const MARK_BOUNDS = { dubious: 0.1, mistake: 0.2, blunder: 0.3 } as const;

/**
 * The mark of a decision.
 * @param loss share of the avoidable cost @param recommended whether the playbook recommends it for the state known then: that carries no blame
 * @param change whether it is a change of the system: only those are praised
 */
export function markOf(loss: number, recommended: boolean, change: boolean): Mark {
  if (recommended) return change && loss <= 0 ? '!' : '';
  if (loss >= MARK_BOUNDS.blunder) return '??';
  if (loss >= MARK_BOUNDS.mistake) return '?';
  return loss >= MARK_BOUNDS.dubious ? '?!' : '';
}
