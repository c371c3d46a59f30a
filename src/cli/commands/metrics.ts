import { createRun } from '../../run/run.ts';
import { readArgs, seedOf, wholeOf, type Command } from '../args.ts';
import { exposition } from '../exposition.ts';
import { scenarioOf, variantOf } from '../library.ts';
import { familiesOf } from '../world-metrics.ts';

/** What Prometheus would scrape at a tick of an episode that nobody plays. */
export const metrics: Command = {
  usage: 'metrics ID --seed S --at TICK [--variant V]',
  run(argv, io) {
    const options = { seed: { type: 'string' }, at: { type: 'string' }, variant: { type: 'string' } } as const;
    const { values, operands } = readArgs(argv, options, { names: ['ID'], least: 1, most: 1 });
    const seed = seedOf(values.seed);
    const scenario = scenarioOf(operands[0] ?? '');
    const tick = wholeOf('at', values.at, 0, scenario.brief.ticks);
    const run = createRun(scenario, { seed, variant: variantOf(scenario, values.variant) });
    run.advance(tick);
    io.out(exposition(familiesOf(run.monitoring())));
    return 0;
  },
};
