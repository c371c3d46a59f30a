import { matchesChange } from '../../scenario/patterns.ts';
import type { CaseFile } from '../case-file.ts';
import { impactShownHigh, type Ground } from '../changes.ts';

const RECOMMENDED: readonly Ground[] = ['backed', 'urgent', 'plausible'];

/**
 * Whether the playbook recommends the changes of a run for what was known when each was made: by evidence that supports them, or as the
 * reversible way out under high impact while the cause is not known.
 * @param openAt how many causes were open at an entry
 */
export function recommendedChanges(file: CaseFile, openAt: (tick: number) => number): ReadonlySet<number> {
  const ways = file.variant.recommended.withoutCause;
  const recommended = file.changes.filter(({ ground, change, entry }) => {
    if (RECOMMENDED.includes(ground)) return true;
    const wayOut = ways.some((step) => step.any.some((pattern) => matchesChange(pattern, change)));
    return wayOut && openAt(entry.tick) > 1 && impactShownHigh(file.brief, file.trace, entry);
  });
  return new Set(recommended.map(({ entry }) => entry.index));
}
