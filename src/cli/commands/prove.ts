import { usualLists, type KnownLists } from '../../prove/plan.ts';
import { prove as proveScenario } from '../../prove/prove.ts';
import type { ClaimRow } from '../../prove/row.ts';
import type { Runner, Task, TaskAnswer } from '../../prove/tasks.ts';
import { readArgs, wholeOf, type Command, type Io } from '../args.ts';
import { keepLists, knownLists } from '../best-lists.ts';
import { borrowsId, warnOfBorrowedId } from '../borrowed-id.ts';
import { scenarioOf, shippedIds } from '../library.ts';
import { openTeam, processors, type Team } from '../pool.ts';
import { proofText } from '../prove-text.ts';
import { quoted, WrongUsage } from '../wrong.ts';

const MOST_SEEDS = 1000;
const MOST_LISTS = 20_000;
const MOST_WORKERS = 256;
const SEEDS = { full: '20', quick: '3' };

const OPTIONS = {
  seeds: { type: 'string' },
  lists: { type: 'string' },
  quick: { type: 'boolean' },
  workers: { type: 'string' },
  keep: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

const SHOW_EACH_MS = 5000;

/** Does the pieces of a proof on a team, and now and then says on stderr how far it has come: a full one takes minutes. */
function runnerOn(team: Team, scenario: string, contentHash: string, io: Io): Runner {
  let shown = performance.now();
  return async <T extends Task>(tasks: readonly T[]) => {
    const jobs = tasks.map((task) => ({ kind: 'prove', scenario, contentHash, task }) as const);
    const answers = await team.run(jobs, (done) => {
      if (performance.now() - shown < SHOW_EACH_MS) return;
      io.err(`prove ${scenario}: ${done} of ${jobs.length} pieces\n`);
      shown = performance.now();
    });
    return answers as readonly TaskAnswer<T>[];
  };
}

/** Whether scenarios are honest: a row for each claim, with every figure beside its bar. */
export const prove: Command = {
  usage: 'prove [ID-OR-FILE…] [--seeds N] [--lists N] [--quick] [--workers W] [--keep] [--json]',
  async run(argv, io) {
    const { values, operands } = readArgs(argv, OPTIONS, { names: ['ID-OR-FILE'], least: 0, most: 100 });
    const quick = values.quick ?? false;
    const seeds = wholeOf('seeds', values.seeds ?? SEEDS[quick ? 'quick' : 'full'], 1, MOST_SEEDS);
    const lists = values.lists === undefined ? usualLists(quick) : wholeOf('lists', values.lists, usualLists(quick), MOST_LISTS);
    const workers = values.workers === undefined ? processors() : wholeOf('workers', values.workers, 1, MOST_WORKERS);
    const asked = operands.length === 0 ? shippedIds() : operands;
    const scenarios = asked.map((one) => ({ asked: one, scenario: scenarioOf(one) }));
    for (const { asked: one, scenario } of scenarios) warnOfBorrowedId(one, scenario, io);
    const stranger = values.keep ? asked.find((one) => !shippedIds().includes(one)) : undefined;
    if (stranger !== undefined) throw new WrongUsage(`--keep is for shipped scenarios, got ${quoted(stranger)}`);
    const rows: ClaimRow[] = [];
    const team = await openTeam(workers);
    try {
      for (const { asked: name, scenario } of scenarios) {
        const began = performance.now();
        const known: KnownLists | null = quick && values.lists === undefined && !borrowsId(name, scenario) ? knownLists(scenario) : null;
        const proof = await proveScenario(scenario, { seeds, quick, lists }, known, runnerOn(team, name, scenario.contentHash, io));
        rows.push(...proof.rows);
        if (values.keep && proof.rows.every(({ ok }) => ok)) keepLists(scenario, proof.found);
        if (!values.json) io.out(proofText(scenario.brief.id, seeds, proof.rows, (performance.now() - began) / 1000));
      }
    } finally {
      await team.close();
    }
    if (values.json) io.out(`${JSON.stringify({ rows })}\n`);
    return rows.every(({ ok }) => ok) ? 0 : 1;
  },
};
