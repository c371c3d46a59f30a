import { isLook, type Action } from '../domain/action.ts';
import type { Tick } from '../domain/time.ts';
import type { Run, RunTrace } from '../run/run.ts';

const AFTERWARDS: ReadonlySet<string> = new Set(['pick-preventions', 'review']);

/** Whether an action belongs to the night itself. */
export const isOfNight = ({ action }: { readonly action: Action }): boolean => !AFTERWARDS.has(action.type);

/** How long each look of a log took: looks are serial, so one that is asked for while another is under way begins when that returns. */
class LookClock {
  private busyUntil: Tick = -Infinity;

  /** @returns ticks of game time that the look took */
  took(askedTick: Tick, returnTick: Tick): number {
    const start = Math.max(askedTick, this.busyUntil);
    this.busyUntil = returnTick;
    return returnTick - start;
  }
}

/**
 * Plays the rest of a night again in a run that has come to its first alert: each entry as long after it as it was, less the time
 * that looks before it took less.
 * @param shift ticks from the alert as it came to the run's @param played entries of the night that were played before the alert
 */
export function playShifted(
  run: Pick<Run, 'scenario' | 'tick' | 'advance' | 'dispatch'>,
  entries: RunTrace['entries'],
  shift: number,
  played: number,
): void {
  const then = new LookClock();
  const now = new LookClock();
  const savings: { readonly back: Tick; readonly ticks: number }[] = [];
  for (const [index, { tick: askedTick, action, outcome: before }] of entries.filter(isOfNight).entries()) {
    const look = before.accepted && isLook(action) ? { back: before.effectTick, ticks: then.took(askedTick, before.effectTick) } : null;
    if (index < played) continue;
    const saved = savings.reduce((sum, one) => (one.back <= askedTick ? sum + one.ticks : sum), 0);
    const tick = Math.max(run.tick, askedTick + shift - saved);
    if (tick >= run.scenario.brief.ticks) break;
    run.advance(tick);
    const outcome = run.dispatch(action);
    if (look !== null && outcome.accepted) savings.push({ back: look.back, ticks: look.ticks - now.took(tick, outcome.effectTick) });
  }
}
