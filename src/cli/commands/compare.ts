import { compareRuns } from '../../judge/compare.ts';
import { both } from '../../judge/pair.ts';
import { readArgs, type Command } from '../args.ts';
import { compareJson, compareText, type Side } from '../compare-report.ts';
import { heldRun, played, withScenario } from '../links.ts';
import { BadInput, quoted } from '../wrong.ts';

/** Two kept runs of one scenario side by side: where they part, and what each came to. */
export const compare: Command = {
  usage: 'compare LINK-OR-FILE LINK-OR-FILE [--scenario FILE] [--json]',
  run(argv, io) {
    const { values, operands } = readArgs(
      argv,
      { json: { type: 'boolean' }, scenario: { type: 'string' } },
      { names: ['LINK-OR-FILE', 'the second LINK-OR-FILE'], least: 2, most: 2 },
    );
    const held = both({ first: operands[0] ?? '', second: operands[1] ?? '' }, heldRun);
    const names = both(held, ({ record }) => record.scenario);
    if (names.first !== names.second)
      throw new BadInput(
        `runs of different scenarios cannot be compared: the first is of ${quoted(names.first)}, the second of ${quoted(names.second)}`,
      );
    const { scenario } = withScenario(held.first, values.scenario);
    const sides = both(held, (one): Side => {
      const trace = played({ ...one, scenario }, io).trace();
      return { record: one.record, trace, repeats: trace.finalHash === one.finalHash };
    });
    const comparison = compareRuns(scenario, sides);
    io.out(values.json ? `${JSON.stringify(compareJson(scenario, sides, comparison))}\n` : compareText(scenario, sides, comparison));
    return sides.first.repeats && sides.second.repeats ? 0 : 1;
  },
};
