import { isChange } from '../domain/action.ts';
import { changeText } from '../judge/change-words.ts';
import type { Brief } from '../scenario/brief.ts';
import type { Tried } from './claims/worse.ts';
import type { Choices } from './lists/choices.ts';
import type { FixedList } from './lists/fixed-list.ts';

const AFTER_SECONDS = 60; // of the page: what someone does who does not look first

/** Each change that the menu suggests, made at once and alone. */
export const oneChangeLists = ({ suggested, pace }: Choices): readonly FixedList[] =>
  suggested.map((change) => [
    { afterPageSeconds: 0, action: { type: 'acknowledge' } },
    { afterPageSeconds: AFTER_SECONDS * pace, action: change },
  ]);

/** "restart all replicas, in deploy" */
export function changeName(brief: Brief, list: FixedList, variant: string): string {
  const change = list.map(({ action }) => action).find(isChange);
  return `${change === undefined ? 'nothing' : changeText(change, brief)}, in ${variant}`;
}

/** A change that is tried on one variant. */
export interface Candidate {
  readonly variant: string;
  readonly list: FixedList;
}

/** What nights cost with a change more than without, as a share. @param withEur,withoutEur means over the same nights */
export const triedOn = (brief: Brief, { variant, list }: Candidate, withEur: number, withoutEur: number): Tried => ({
  what: changeName(brief, list, variant),
  extraShare: withoutEur > 0 ? withEur / withoutEur - 1 : NaN,
});
