import { readArgs, type Command } from '../args.ts';
import { shipped, variantIds } from '../library.ts';

/** What drills there are. */
export const list: Command = {
  usage: 'list [--json]',
  run(argv, io) {
    const { values } = readArgs(argv, { json: { type: 'boolean' } }, { names: [], least: 0, most: 0 });
    const rows = shipped().map((scenario) => ({
      id: scenario.brief.id,
      title: scenario.brief.title,
      family: scenario.brief.family,
      system: scenario.brief.systemId,
      tickSeconds: scenario.brief.tickSeconds,
      ticks: scenario.brief.ticks,
      variants: variantIds(scenario),
    }));
    if (values.json) io.out(`${JSON.stringify(rows)}\n`);
    else for (const row of rows) io.out(`${row.id}  ${row.title}  (${row.family}, on ${row.system}, ${row.variants.length} variants)\n`);
    return 0;
  },
};
