import { doCoverageTask, type CoverageAnswer, type CoverageTask } from '../prove/coverage/tasks.ts';
import { outcomesOf, type Night, type Outcome } from '../prove/outcome.ts';
import { doTask, type Task, type TaskAnswer } from '../prove/tasks.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { scenarioOf } from './library.ts';
import { BadInput, quoted } from './wrong.ts';

/** Nights of one scenario, each to be played by every policy. */
export interface SweepJob {
  readonly kind: 'sweep';
  readonly scenario: string; // shipped id, or path of a file: a worker loads it itself
  readonly contentHash: string; // of the text that is meant
  readonly policies: readonly string[];
  readonly nights: readonly Night[];
}

/** A piece of a proof of one scenario. */
export interface ProveJob {
  readonly kind: 'prove';
  readonly scenario: string;
  readonly contentHash: string;
  readonly task: Task;
}

/** A piece of finding out which playbook entries one scenario exercises. */
export interface CoverageJob {
  readonly kind: 'coverage';
  readonly scenario: string;
  readonly contentHash: string;
  readonly task: CoverageTask;
}

/** Work that a worker can be given: plain data, with plain data for an answer. A new kind is one interface and one line each below. */
export type Job = SweepJob | ProveJob | CoverageJob;

interface Answers {
  readonly sweep: readonly Outcome[];
  readonly prove: TaskAnswer<Task>;
  readonly coverage: CoverageAnswer<CoverageTask>;
}
export type Answer<J extends Job> = Answers[J['kind']];

type Handlers = { readonly [K in Job['kind']]: (job: Extract<Job, { kind: K }>) => Answers[K] };

/** Does jobs one after another, keeping the scenarios that they name. */
export function openWork(): <J extends Job>(job: J) => Answer<J> {
  const loaded = new Map<string, Scenario>();
  const scenarioFor = (idOrFile: string, contentHash: string): Scenario => {
    const scenario = loaded.get(idOrFile) ?? scenarioOf(idOrFile);
    loaded.set(idOrFile, scenario);
    if (scenario.contentHash !== contentHash) throw new BadInput(`the scenario ${quoted(idOrFile)} has changed since the call began`);
    return scenario;
  };
  const handlers: Handlers = {
    sweep: ({ scenario, contentHash, policies, nights }) => {
      const found = scenarioFor(scenario, contentHash);
      return nights.flatMap((night) => outcomesOf(found, policies, night));
    },
    prove: ({ scenario, contentHash, task }) => doTask(scenarioFor(scenario, contentHash), task),
    coverage: ({ scenario, contentHash, task }) => doCoverageTask(scenarioFor(scenario, contentHash), task),
  };
  return <J extends Job>(job: J) => (handlers[job.kind] as unknown as (job: J) => Answer<J>)(job);
}
