import type { Action } from '../../src/domain/action.ts';
import { createRun, replayInto, type Run, type RunTrace } from '../../src/run/run.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { aScenario } from './a-scenario.ts';

/** One act: so many seconds after the page. */
export type Act = readonly [secondsAfterPage: number, action: Action];

/** A run that has just been paged. Nobody has acted. */
export function paged(variant: string, seed = '1', scenario: Scenario = aScenario()): Run {
  const run = createRun(scenario, { seed, variant, windowHashes: true });
  for (run.advance(600); run.observe().pageTick === null; run.advance(run.tick + 15))
    if (run.ended) throw new Error(`expected a page in ${variant}, seed ${seed}, before the end of the episode`);
  return run;
}

export interface Played {
  readonly run: Run;
  readonly trace: RunTrace;
  readonly page: number; // tick
  /** A metric so many minutes after the page, the mean over the minute that ends there. */
  at(key: string, minutes: number): number;
}

/** A whole episode with some acts after the page. @throws when one of them is refused */
export function play(variant: string, acts: readonly Act[] = [], seed = '1', scenario: Scenario = aScenario()): Played {
  const run = paged(variant, seed, scenario);
  const page = run.tick;
  for (const [seconds, action] of acts) {
    run.advance(page + seconds);
    const outcome = run.dispatch(action);
    if (!outcome.accepted) throw new Error(`expected ${action.type} to be accepted in ${variant}: ${outcome.reason}`);
  }
  const trace = run.trace();
  const at = (key: string, minutes: number): number => {
    let sum = 0;
    for (let k = 0; k < 4; k += 1) sum += trace.metric(key, page + minutes * 60 - k * 15);
    return sum / 4;
  };
  return { run, trace, page, at };
}

/** A log played to its end as any record is. */
export function playLog(
  log: readonly { readonly tick: number; readonly action: Action }[],
  options: { readonly seed: string; readonly variant?: string; readonly scenario?: Scenario },
): Run {
  const { scenario = aScenario(), ...rest } = options;
  const run = createRun(scenario, rest);
  replayInto(run, log, Infinity);
  return run;
}
