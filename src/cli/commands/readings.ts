import { bareScenario } from '../../prove/bare-scenario.ts';
import { drivenInputs } from '../../prove/driven-inputs.ts';
import { looksShown, playsOf, type Play, type ShownLook } from '../../prove/readings-shown.ts';
import { tellsRead } from '../../prove/tells-read.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { readArgs, seedOf, type Command } from '../args.ts';
import { scenarioOf, systemOf } from '../library.ts';
import { inputsText, playsText, readingsText, tellsText } from '../readings-text.ts';

const asData = (plays: readonly Play[], looks: readonly ShownLook[]) => ({
  plays: plays.map(({ name, tick, paged }) => ({ name, tick, paged })),
  looks: looks.map(({ look, readings, unseen }) => ({
    look,
    readings: readings.map(({ values, ...reading }) => ({
      ...reading,
      values: Object.fromEntries(values.map((value, i) => [plays[i]!.name, value])),
    })),
    unseen,
  })),
});

/** What every look of a scenario or of a system shows: keys, units, ordinary values, and what they read in each cause. */
export const readings: Command = {
  usage: 'readings ID-OR-FILE [--seed S] [--json]',
  run(argv, io) {
    const { values, operands } = readArgs(
      argv,
      { seed: { type: 'string' }, json: { type: 'boolean' } },
      { names: ['ID-OR-FILE'], least: 1, most: 1 },
    );
    const seed = seedOf(values.seed ?? '1');
    const asked = operands[0] ?? '';
    const system = systemOf(asked);
    const scenario: Scenario = system === null ? scenarioOf(asked) : bareScenario(system);
    const plays = playsOf(scenario, seed);
    const looks = looksShown(scenario, plays);
    const tells = tellsRead(scenario, plays);
    const inputs = drivenInputs(scenario.system);
    if (values.json) io.out(`${JSON.stringify({ ...asData(plays, looks), inputs, tells })}\n`);
    else
      io.out(
        [playsText(scenario, seed, plays), ...readingsText(plays, looks), inputsText(inputs), ...tellsText(tells)].join('\n\n') + '\n',
      );
    return 0;
  },
};
