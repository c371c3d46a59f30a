import { coverageOf, type CoverageRunner } from '../../prove/coverage/coverage.ts';
import type { CoverageAnswer, CoverageTask } from '../../prove/coverage/tasks.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { readArgs, wholeOf, type Command } from '../args.ts';
import { coverageText } from '../coverage-text.ts';
import { scenarioOf, shippedIds } from '../library.ts';
import { openTeam, processors, type Team } from '../pool.ts';
import { playbookIds } from '../shipped-playbook.ts';
import { quoted, WrongUsage } from '../wrong.ts';

const MOST_WORKERS = 256;

const OPTIONS = { workers: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Does the work on a team. @param sources where a worker finds each scenario */
const runnerOn =
  (team: Team, sources: ReadonlyMap<Scenario, string>): CoverageRunner =>
  async <T extends CoverageTask>(jobs: readonly { readonly scenario: Scenario; readonly task: T }[]) => {
    const answers = await team.run(
      jobs.map(({ scenario, task }) => ({
        kind: 'coverage',
        scenario: sources.get(scenario)!,
        contentHash: scenario.contentHash,
        task,
      }) as const), // prettier-ignore
    );
    return answers as readonly CoverageAnswer<T>[];
  };

/** Which entries of the playbook are exercised by a run that replays. */
export const coverage: Command = {
  usage: 'coverage [ID-OR-FILE…] [--workers W] [--json]',
  async run(argv, io) {
    const { values, operands } = readArgs(argv, OPTIONS, { names: ['ID-OR-FILE'], least: 0, most: 100 });
    const workers = values.workers === undefined ? processors() : wholeOf('workers', values.workers, 1, MOST_WORKERS);
    const asked = operands.length === 0 ? shippedIds() : operands;
    const twice = asked.find((one, i) => asked.indexOf(one) < i);
    if (twice !== undefined) throw new WrongUsage(`${quoted(twice)} is named twice`);
    const sources = new Map(asked.map((one) => [scenarioOf(one), one]));
    const entries = playbookIds();
    const team = await openTeam(workers);
    try {
      const report = await coverageOf([...sources.keys()], entries, runnerOn(team, sources));
      io.out(values.json ? `${JSON.stringify(report.coverage)}\n` : coverageText(report));
      if (report.broken.length > 0) io.err(`${report.broken.length} entries do not count: their run does not replay\n`);
      return report.broken.length > 0 ? 1 : 0;
    } finally {
      await team.close();
    }
  },
};
