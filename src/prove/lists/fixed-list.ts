import type { Action } from '../../domain/action.ts';
import { scrapeTicks, type Tick } from '../../domain/time.ts';
import type { Run } from '../../run/run.ts';
import type { Brief } from '../../scenario/brief.ts';

/** One act of a list that is played on every night alike, whatever the night shows. */
export interface ListedAct {
  readonly afterPageSeconds: number; // beyond the end of an episode: as it ends
  readonly action: Action;
}

/** In order of time. */
export type FixedList = readonly ListedAct[];

/** Plays on until something pages, or to the end where nothing does. */
export function untilPage(run: Run): void {
  const { ticks, tickSeconds } = run.scenario.brief;
  const step = scrapeTicks(tickSeconds);
  while (run.pageTick === null && run.tick < ticks) run.advance(Math.min(ticks, run.tick - (run.tick % step) + step));
}

/** When an act of a list is due on a night that paged at a tick. */
export const dueTick = ({ afterPageSeconds }: ListedAct, pageTick: Tick, { ticks, tickSeconds }: Brief): Tick =>
  Math.min(ticks, pageTick + Math.round(afterPageSeconds / tickSeconds));

/** Plays some acts of a list into a run that has been paged. What the world refuses then is refused: the list does not look. */
export function playActs(run: Run, acts: FixedList): void {
  const { pageTick } = run;
  if (pageTick === null) return;
  for (const act of acts) {
    run.advance(Math.max(run.tick, dueTick(act, pageTick, run.scenario.brief)));
    run.dispatch(act.action);
  }
}

/** Plays a list on a night that has just begun, to its end. */
export function playList(run: Run, list: FixedList): void {
  untilPage(run);
  playActs(run, list);
  run.advance(run.scenario.brief.ticks);
}
