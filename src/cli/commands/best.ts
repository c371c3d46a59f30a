import { analyseBest, type BestReport } from '../../judge/best/report.ts';
import { readArgs, wholeOf, type Command } from '../args.ts';
import { bestJson, bestText } from '../best-report.ts';
import { keptRun, played } from '../links.ts';
import { watched } from '../watched.ts';

/** The cheapest line of play from a moment of a kept run on. */
export const best: Command = {
  usage: 'best LINK-OR-FILE --at TICK [--scenario FILE] [--json]',
  async run(argv, io) {
    const { values, operands } = readArgs(
      argv,
      { at: { type: 'string' }, json: { type: 'boolean' }, scenario: { type: 'string' } },
      { names: ['LINK-OR-FILE'], least: 1, most: 1 },
    );
    const kept = keptRun(operands[0] ?? '', values.scenario);
    const tick = wholeOf('at', values.at, 0, kept.scenario.brief.ticks);
    played(kept, io); // a run that cannot be played again is said to be so at once
    const report: BestReport | null = await watched(analyseBest(kept.scenario, kept.record, tick), 'best', io);
    if (report === null) return 1;
    io.out(values.json ? `${JSON.stringify(bestJson(kept.scenario, report))}\n` : bestText(kept.scenario, report));
    return 0;
  },
};
