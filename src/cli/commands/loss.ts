import { analyseLoss, type LossReport } from '../../judge/loss/loss.ts';
import { readArgs, type Command } from '../args.ts';
import { lossJson, lossText } from '../loss-report.ts';
import { keptRun, played } from '../links.ts';
import { watched } from '../watched.ts';

/** What each decision of a kept run lost, by what could be known when it was made. */
export const loss: Command = {
  usage: 'loss LINK-OR-FILE [--scenario FILE] [--json]',
  async run(argv, io) {
    const { values, operands } = readArgs(
      argv,
      { json: { type: 'boolean' }, scenario: { type: 'string' } },
      { names: ['LINK-OR-FILE'], least: 1, most: 1 },
    );
    const kept = keptRun(operands[0] ?? '', values.scenario);
    played(kept, io); // a run that cannot be played again is said to be so at once
    const report: LossReport | null = await watched(analyseLoss(kept.scenario, kept.record), 'loss', io);
    if (report === null) return 1;
    io.out(values.json ? `${JSON.stringify(lossJson(report))}\n` : lossText(kept.scenario, report));
    return 0;
  },
};
