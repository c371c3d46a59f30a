import type { Issue, Path } from '../scenario/fault-list.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openTruth } from '../scenario/truth.ts';

/** Parts of the score that nobody could earn, whatever they did. No fault: a drill without them can be played all the same. */
export function unearnable({ brief, sealed }: Scenario): readonly Issue[] {
  const none = (path: Path, message: string): Issue => ({ path, message, on: 'key' });
  const empty: readonly Issue[] = [
    ...(brief.stakeholders.length > 0
      ? []
      : [none(['stakeholders'], 'has nobody to tell, so that nobody can earn points for communication')]),
    ...(brief.preventions.length > 0 ? [] : [none(['preventions'], 'has no item, so that nobody can earn the points for it')]),
    ...(brief.review.length > 0 ? [] : [none(['review'], 'has no contributing factor, so that nobody can earn the points for it')]),
  ];
  const unmended = openTruth(sealed).variants.flatMap(({ id, recommended: { mitigate, fix, leaveAlone } }) =>
    mitigate.length + fix.length > 0 || leaveAlone !== null
      ? []
      : [none(['variants', id], 'has no step to mitigate or fix it, nor "leaveAlone" where no change is right')],
  );
  return [...empty, ...unmended];
}
