import { judge } from '../../judge/verdict.ts';
import { verify } from '../../run/replay.ts';
import { readArgs, type Command } from '../args.ts';
import { keptRun, notesOn, played } from '../links.ts';
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
    const notes = notesOn(kept);
    if (values.json) {
      const said = { verified, ...(divergedAt === undefined ? {} : { divergedAt }), ...(notes.length === 0 ? {} : { notes }) };
      io.out(`${JSON.stringify({ ...summaryOf(done, verdict), ...said })}\n`);
    } else {
      io.out(summaryText(kept.scenario, done, verdict));
      const where = divergedAt ? `: it differs first at tick ${divergedAt.tick} in ${divergedAt.part}` : '';
      io.out(verified ? 'Verified: the run repeats exactly\n' : `Not verified${where}\n`);
      for (const note of notes) io.out(`Note: by its own word, ${note}\n`);
    }
    return verified ? 0 : 1;
  },
};
