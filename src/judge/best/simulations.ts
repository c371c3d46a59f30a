import { scrapeTicks } from '../../domain/time.ts';
import type { Run } from '../../run/run.ts';

const SO_FAR = 'business.impact_eur'; // what the night has cost, scraped: it never falls
const LOOK_SECONDS = 150; // how often a simulation asks whether it is still worth its time

/** What a search has left to spend. */
export class Simulations {
  done = 0;
  private most = 0;

  /** How many there may be in all, those done included. */
  allow(most: number): void {
    this.most = most;
  }

  get spent(): boolean {
    return this.done >= this.most;
  }

  /**
   * Plays a run to its end with nothing more done.
   * @param run is used up @param bound a night that has cost more by then is given up
   * @returns what the night costs in the end, €; infinite where it was given up
   */
  endOf(run: Run, bound: number): number {
    this.done += 1;
    const { ticks, tickSeconds } = run.scenario.brief;
    const stride = Math.max(scrapeTicks(tickSeconds), Math.round(LOOK_SECONDS / tickSeconds));
    while (run.tick < ticks) {
      run.advance(Math.min(ticks, run.tick + stride));
      if (run.reading(SO_FAR, run.tick) > bound) return Infinity;
    }
    const costEur = run.impactEur();
    return costEur > bound ? Infinity : costEur;
  }
}
