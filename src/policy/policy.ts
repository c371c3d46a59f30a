import { isLook, type Action } from '../domain/action.ts';
import type { Menu, Observation } from '../domain/observation.ts';
import { openStream } from '../kernel/streams.ts';
import type { Brief } from '../scenario/brief.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { createRun, type Run } from '../run/run.ts';

/** What a program that plays does next: act now, or let this many ticks pass. */
export type Decision = { readonly act: Action } | { readonly wait: number };

/** What a program that plays may see: what a person sees. */
export interface PolicyView {
  readonly observation: Observation;
  readonly menu: Menu;
  readonly brief: Brief;
}

export type Decide = (view: PolicyView) => Decision;

/** A player that is a program. `begin` opens one episode; `draw` gives its own seeded numbers in [0, 1). */
export interface Policy {
  readonly id: string;
  begin(context: { readonly brief: Brief; readonly draw: () => number }): Decide;
}

export interface PlayOptions {
  readonly seed: string;
  readonly variant?: string | undefined;
  readonly preventions?: readonly string[] | undefined; // already in place
}

const MOST_DECISIONS = 4000; // far above any real play: a policy that never waits is a bug, not a player

/** Which actions remain when an episode is over. */
const AFTERWARDS: ReadonlySet<Action['type']> = new Set(['pick-preventions', 'review']);

/**
 * One whole episode played by a policy, through the same log as people use. A look is waited for, as in live play.
 * @returns the run at its last tick
 * @throws when the policy decides more than 4000 times
 */
export function playPolicy(scenario: Scenario, policy: Policy, options: PlayOptions): Run {
  const { brief } = scenario;
  const run = createRun(scenario, {
    seed: options.seed,
    variant: options.variant,
    preventions: options.preventions,
    checkpoints: false,
  });
  const decide = policy.begin({ brief, draw: openStream(options.seed, 'policy', policy.id).next });
  for (let count = 0; ; count += 1) {
    if (count === MOST_DECISIONS)
      throw new Error(`expected the policy "${policy.id}" to let time pass, got ${MOST_DECISIONS} decisions by tick ${run.tick}`);
    const decision = decide({ ...run.glance(), brief });
    if ('wait' in decision) {
      if (run.over || run.tick >= brief.ticks) break;
      run.advance(Math.min(brief.ticks, run.tick + Math.max(1, Math.round(decision.wait))));
      continue;
    }
    if (run.over && !AFTERWARDS.has(decision.act.type)) break;
    const outcome = run.dispatch(decision.act);
    if (outcome.accepted && isLook(decision.act)) run.advance(Math.min(brief.ticks, outcome.effectTick));
  }
  if (run.tick < brief.ticks) run.advance(brief.ticks);
  return run;
}
