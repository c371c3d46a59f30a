import { judge } from '../../judge/verdict.ts';
import { ENGINE } from '../../run/engine.ts';
import { verify } from '../../run/replay.ts';
import { readArgs, type Command } from '../args.ts';
import { keptRun, played } from '../links.ts';
import { summaryOf, summaryText } from '../summary.ts';

/** Plays a kept run again and says whether it came out the same. */
export const replay: Command = {
  usage: 'replay LINK-OR-FILE [--scenario FILE] [--json]',
  run(argv, io) {
    const { values, operands } = readArgs(
      argv,
      { json: { type: 'boolean' }, scenario: { type: 'string' } },
      { names: ['LINK-OR-FILE'], least: 1, most: 1 },
    );
    const kept = keptRun(operands[0] ?? '', values.scenario);
    const done = played(kept, { out: io.out, err: () => undefined }); // said below, with where it differs
    const { verified, divergedAt } = verify(kept.scenario, kept.file ?? kept);
    const verdict = judge(kept.scenario, kept.record);
    if (values.json)
      io.out(`${JSON.stringify({ ...summaryOf(done, verdict), verified, ...(divergedAt === undefined ? {} : { divergedAt }) })}\n`);
    else {
      io.out(summaryText(kept.scenario, done, verdict));
      const where = divergedAt ? `: it differs first at tick ${divergedAt.tick} in ${divergedAt.part}` : '';
      io.out(verified ? 'Verified: the run repeats exactly\n' : `Not verified${where}\n`);
      if (!verified && kept.record.contentHash !== kept.scenario.contentHash) io.out('It was played on another version of the scenario\n');
      if (!verified && kept.record.engine !== ENGINE) io.out(`It was played on engine ${kept.record.engine}, this is ${ENGINE}\n`);
    }
    return verified ? 0 : 1;
  },
};
