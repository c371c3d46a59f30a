import type { Action } from '../domain/action.ts';
import type { Brief } from '../scenario/brief.ts';

export const EFFORT = 10; // points for preventions
export const MOST_ITEMS = 3;

/** The first items of the list that the effort allows, whatever happened. */
export function firstPreventions(brief: Brief): Action {
  const items: string[] = [];
  let effort = 0;
  for (const item of brief.preventions) {
    if (items.length === MOST_ITEMS || effort + item.effort > EFFORT) continue;
    items.push(item.id);
    effort += item.effort;
  }
  return { type: 'pick-preventions', items };
}

/** The blameless review: for every factor the condition, not the person. */
export const saysConditions = (brief: Brief): Action => ({
  type: 'review',
  statements: Object.fromEntries(brief.review.map((pair) => [pair.id, 'condition' as const])),
});
