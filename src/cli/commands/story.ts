import { judge } from '../../judge/verdict.ts';
import { postmortem } from '../../story/postmortem.ts';
import { readArgs, type Command } from '../args.ts';
import { keptRun, played } from '../links.ts';
import { quoted, WrongUsage } from '../wrong.ts';

/** What can be told of a run: its blameless postmortem in Markdown. */
export const story: Command = {
  usage: 'story postmortem LINK-OR-FILE [--scenario FILE]',
  run(argv, io) {
    const { values, operands } = readArgs(
      argv,
      { scenario: { type: 'string' } },
      { names: ['postmortem', 'LINK-OR-FILE'], least: 2, most: 2 },
    );
    if (operands[0] !== 'postmortem') throw new WrongUsage(`story tells a postmortem, got ${quoted(operands[0] ?? '')}`);
    const kept = keptRun(operands[1] ?? '', values.scenario);
    const text = postmortem(kept.scenario, played(kept, io), judge(kept.scenario, kept.record));
    io.out(text.endsWith('\n') ? text : `${text}\n`);
    return 0;
  },
};
