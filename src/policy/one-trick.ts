import type { Action, Change } from '../domain/action.ts';
import { concreteChange } from './concrete-change.ts';
import { isBack, ticksOf, untilPaged, untilScrape, update } from './habits.ts';
import type { Decision, Policy, PolicyView } from './policy.ts';
import { firstPreventions, saysConditions } from './aftermath.ts';
import type { ChangePattern } from '../scenario/patterns.ts';

/** The one answer that each of them has to everything. */
const TRICKS = {
  'rollback-always': { type: 'rollback' },
  'scale-always': { type: 'scale', replicas: { atLeast: 12, atMost: 24 } },
  'restart-always': { type: 'restart' },
  'retrain-always': { type: 'retrain' },
} as const satisfies Record<string, ChangePattern>;

export type OneTrickId = keyof typeof TRICKS;
export const ONE_TRICKS = Object.keys(TRICKS) as readonly OneTrickId[];

const GIVE_UP_SECONDS = 1800; // after the page
const WATCH_SECONDS = 240; // after the trick

/** Does the same thing on every night, says so, waits, and resolves: what a habit scores. */
export function oneTrick(id: OneTrickId): Policy {
  return {
    id,
    begin: ({ brief }) => {
      const done = new Set<string>();
      let doneTick: number | null = null;
      const once = (key: string, act: Action | null): Decision | null => {
        if (act === null || done.has(key)) return null;
        done.add(key);
        return { act };
      };
      const trick = (view: PolicyView): Decision | null => {
        if (done.has('trick')) return null;
        const change: Change | null = concreteChange(TRICKS[id], view.menu.changes);
        doneTick = view.observation.tick;
        return once('trick', change);
      };
      return (view) => {
        const { observation } = view;
        if (observation.over)
          return once('picks', firstPreventions(brief)) ?? once('review', saysConditions(brief)) ?? { wait: brief.ticks };
        if (observation.pageTick === null) return untilPaged(view);
        const first = once('acknowledge', { type: 'acknowledge' }) ?? trick(view) ?? once('told', update(view, 0));
        if (first !== null) return first;
        const { tick, pageTick, pager } = observation;
        const watched = doneTick !== null && tick - doneTick >= ticksOf(view, WATCH_SECONDS) && isBack(view);
        const given = tick - pageTick >= ticksOf(view, GIVE_UP_SECONDS);
        const end = watched ? (once('verify', { type: 'verify', metric: pager.metric.key }) ?? once('resolve', { type: 'resolve' })) : null;
        return end ?? (given ? once('resolve', { type: 'resolve' }) : null) ?? untilScrape(view);
      };
    },
  };
}
