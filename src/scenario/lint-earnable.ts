import type { Cursor } from './cursor.ts';
import type { Issue } from './fault-list.ts';

const NEEDED = [
  ['stakeholders', 'expected at least one stakeholder: points for communication need somebody to tell'],
  ['preventions', 'expected at least one prevention: nobody could earn the points for it'],
  ['review', 'expected at least one contributing factor: nobody could earn the points for the review'],
] as const;

/** Parts of the score that nobody could earn, whatever they did. */
export function earnableIssues(scenario: Cursor): readonly Issue[] {
  const empty = NEEDED.flatMap(([field, message]) => {
    const at = scenario.get(field);
    return at.exists() && at.keys().length === 0 ? [at.issue(message, 'key')] : [];
  });
  const unmended = scenario
    .get('variants')
    .entries()
    .flatMap(([, variant]) => {
      const has = ['mitigate', 'fix'].some((list) => variant.get(list).items().length > 0) || variant.get('leaveAlone').exists();
      return has ? [] : [variant.issue('expected a step to mitigate or fix it, or "leaveAlone" where no change is right', 'key')];
    });
  return [...empty, ...unmended];
}
