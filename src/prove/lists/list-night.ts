import { createRun, type Run, type RunTrace } from '../../run/run.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Night } from '../outcome.ts';
import { dueTick, playActs, untilPage, type FixedList } from './fixed-list.ts';

const KEPT = 40; // moments of the night that lists have in common
const WORTH_TICKS = 45; // played again rather than kept: a copy of the night costs about as much

/**
 * One night that many lists are tried on. What lists have in common at their beginning is played once: a moment is kept after each act,
 * and a list goes on from the last one that it shares.
 */
export class ListNight {
  private readonly paged: Run;
  private readonly moments = new Map<string, Run>();

  constructor(scenario: Scenario, night: Night) {
    this.paged = createRun(scenario, { seed: night.seed, variant: night.variant, checkpoints: false });
    untilPage(this.paged);
  }

  /** Plays a list to the end of the episode. */
  play(list: FixedList): RunTrace {
    const { ticks } = this.paged.scenario.brief;
    const keys: string[] = [];
    for (const act of list) keys.push(`${keys.at(-1) ?? ''}${JSON.stringify(act)}`);
    let shared = list.length;
    while (shared > 0 && !this.moments.has(keys[shared - 1]!)) shared -= 1;
    const run = (shared === 0 ? this.paged : this.moments.get(keys[shared - 1]!)!).fork();
    for (let i = shared; i < list.length; i += 1) {
      playActs(run, [list[i]!]);
      const next = list[i + 1];
      const until = next === undefined ? ticks : dueTick(next, run.pageTick ?? 0, run.scenario.brief);
      if (until - run.tick >= WORTH_TICKS) this.keep(keys[i]!, run);
    }
    return run.trace();
  }

  private keep(key: string, run: Run): void {
    if (this.moments.size >= KEPT) this.moments.delete(this.moments.keys().next().value!);
    this.moments.set(key, run.fork());
  }
}
