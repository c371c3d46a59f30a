import type { Outcome } from '../prove/outcome.ts';
import { sweptScenario, type SweepNight, type SweepPlan } from '../prove/sweep.ts';
import type { SweepJob } from './jobs.ts';
import { scenarioOf } from './library.ts';
import { runJobs } from './pool.ts';
import { BadInput, quoted } from './wrong.ts';

const EPISODES_IN_JOB = 8; // about as many: few, so that workers end together; not fewer, so that handing out costs nothing
const EPISODES_FOR_WORKERS = 48; // fewer are played sooner than a worker has started and its code is compiled

/** A sweep with where each of its scenarios is read from. */
export interface ReadyPlan extends SweepPlan {
  readonly sources: Readonly<Record<string, string>>; // scenario id → shipped id or file
}

/**
 * The plan of a sweep.
 * @param sources shipped ids or files
 * @throws BadInput when one cannot be loaded, or two have the same id
 */
export function readyPlan(sources: readonly string[], policies: readonly string[], seeds: number): ReadyPlan {
  const byId: Record<string, string> = {};
  const scenarios = sources.map((source) => {
    const swept = sweptScenario(scenarioOf(source));
    const other = byId[swept.id];
    if (other !== undefined) throw new BadInput(`${quoted(source)} has the id ${quoted(swept.id)}, as has ${quoted(other)}`);
    byId[swept.id] = source;
    return swept;
  });
  return { scenarios, policies, seeds, sources: byId };
}

/** Nights of one scenario that lie side by side, in jobs of a few. */
function jobsOf({ scenarios, policies, sources }: ReadyPlan, nights: readonly SweepNight[]): readonly SweepJob[] {
  const most = Math.max(1, Math.round(EPISODES_IN_JOB / policies.length));
  return scenarios.flatMap(({ id, contentHash }) => {
    const own = nights.filter(({ scenario }) => scenario === id).map(({ variant, seed }) => ({ variant, seed }));
    return Array.from({ length: Math.ceil(own.length / most) }, (_, i): SweepJob => ({
      kind: 'sweep',
      scenario: sources[id] ?? id,
      contentHash,
      policies,
      nights: own.slice(i * most, (i + 1) * most),
    }));
  });
}

/** Plays nights of a sweep: what came of every policy on every night, in that order, and the seconds it took. */
export async function playNights(
  plan: ReadyPlan,
  nights: readonly SweepNight[],
  workers: number,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly seconds: number }> {
  const began = performance.now();
  const worthIt = nights.length * plan.policies.length >= EPISODES_FOR_WORKERS;
  const outcomes = (await runJobs(jobsOf(plan, nights), worthIt ? workers : 1)).flat();
  return { outcomes, seconds: (performance.now() - began) / 1000 };
}
