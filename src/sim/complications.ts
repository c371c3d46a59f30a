import type { Change } from '../domain/action.ts';
import { duration } from '../domain/time.ts';
import { refusalWords } from '../domain/words/refusals.ts';
import type { StakeholderParams } from '../parts/stakeholder/params.ts';
import { decidersAway, hasDecider } from './colleagues.ts';
import { shortClock } from './short-clock.ts';
import type { World } from './plant.ts';
import { stretchAt, type Pattern } from './stretches.ts';

/** What happens in a shift beside its incident. Each level has what those below it have. */
export const COMPLICATION_COSTS = {
  impatience: {
    level: 1,
    silenceShare: 0.6, // of the time in which people are content without a word
    lossFactor: 1.5, // how much faster trust falls after that
    momentShare: 0.6, // of the time from the page until they ask
  },
  absence: { level: 2, pattern: { spanMinutes: 15, chance: 0.8, leastShare: 0.3, mostShare: 0.6 } satisfies Pattern },
  queue: {
    level: 3,
    pattern: { spanMinutes: 15, chance: 0.8, leastShare: 0.4, mostShare: 0.9 } satisfies Pattern,
    leastFactor: 1.5, // how much longer changes take until they show
    mostFactor: 3,
  },
} as const;

const PART = 'complications'; // of the streams of chance

const has = ({ ledger }: World, { level }: { readonly level: number }): boolean => ledger.terms.complications >= level;

const impatient = new WeakMap<StakeholderParams, StakeholderParams>();

/** How long those who wait for word are content, and what silence costs then. */
export function patienceOf(world: World): StakeholderParams {
  const usual = world.setup.params.stakeholder;
  const { impatience } = COMPLICATION_COSTS;
  if (!has(world, impatience)) return usual;
  let params = impatient.get(usual);
  if (params === undefined)
    impatient.set(
      usual,
      (params = {
        ...usual,
        silenceSeconds: usual.silenceSeconds * impatience.silenceShare,
        silencePerMinute: usual.silencePerMinute * impatience.lossFactor,
      }),
    );
  return params;
}

/** When a question comes that usually comes so many seconds after the page. */
export const momentSeconds = (world: World, usual: number): number =>
  has(world, COMPLICATION_COSTS.impatience) ? usual * COMPLICATION_COSTS.impatience.momentShare : usual;

/** Changes that another team makes, or has to be asked for, whatever they are for. */
const byOthers = (change: Change): boolean =>
  change.type === 'set-flag' || change.type === 'staff-queue' || (change.type === 'pause-experiment' && change.ask);

/**
 * Why a change cannot be made now for want of a colleague: lasting changes need a second person who agrees to them, and other teams'
 * changes need that team. Emergency measures one may take alone.
 */
export function absenceRefusal(world: World, change: Change): string | null {
  const { setup, state } = world;
  const { absence } = COMPLICATION_COSTS;
  if (!has(world, absence)) return null;
  const away = stretchAt(setup, PART, 'absence', absence.pattern, state.tick);
  if (away === null || hasDecider(world)) return null;
  if (!byOthers(change) && setup.plant.preview(world, change).group !== 'fix') return null;
  const back = shortClock(setup, away.to);
  const wait = duration((away.to - state.tick) * setup.scenario.brief.tickSeconds);
  return refusalWords.decidersAway(back, wait, decidersAway(world));
}

/** How many times as long as usual a change takes that is asked for now: who decides brings it forward. */
export function queueFactor(world: World): number {
  const { queue } = COMPLICATION_COSTS;
  if (!has(world, queue) || hasDecider(world)) return 1;
  const busy = stretchAt(world.setup, PART, 'queue', queue.pattern, world.state.tick);
  return busy === null ? 1 : queue.leastFactor + (queue.mostFactor - queue.leastFactor) * busy.draw;
}
