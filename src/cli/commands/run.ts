import { allowedTerms, TERM_KEYS, USUAL_TERMS, withTerm, type TermKey, type Terms } from '../../domain/difficulty.ts';
import { judge } from '../../judge/verdict.ts';
import { encodeLink } from '../../run/link.ts';
import { recordFileOf } from '../../run/replay.ts';
import { POLICY_IDS } from '../../policy/policies.ts';
import { nameOf, readArgs, seedOf, type Command } from '../args.ts';
import { warnOfBorrowedId } from '../borrowed-id.ts';
import { play, type Player } from '../episode.ts';
import { writeText } from '../files.ts';
import { scenarioOf, variantOf } from '../library.ts';
import { readLog } from '../log-file.ts';
import { seriesCsv } from '../series-csv.ts';
import { summaryOf, summaryText } from '../summary.ts';
import { WrongUsage } from '../wrong.ts';

const OPTIONS = {
  seed: { type: 'string' },
  variant: { type: 'string' },
  policy: { type: 'string' },
  log: { type: 'string' },
  information: { type: 'string' },
  complications: { type: 'string' },
  strictness: { type: 'string' },
  json: { type: 'boolean' },
  series: { type: 'string' },
  link: { type: 'boolean' },
  record: { type: 'string' },
} as const;

/** The terms that the command line asks for. @throws where one is none of its values */
function termsIn(values: Readonly<Partial<Record<TermKey, string>>>): Terms {
  let terms = USUAL_TERMS;
  for (const key of TERM_KEYS) {
    const given = values[key];
    if (given === undefined) continue;
    const named = nameOf(key, given, allowedTerms(key).map(String));
    terms = withTerm(
      terms,
      key,
      allowedTerms(key).find((each) => String(each) === named),
    );
  }
  return terms;
}

/** One episode without a screen, judged. */
export const run: Command = {
  usage:
    'run ID --seed S [--variant V] (--policy P | --log FILE) [--information I] [--complications N] [--strictness S] [--json] [--series F.csv] [--link] [--record F.json]',
  run(argv, io) {
    const { values, operands } = readArgs(argv, OPTIONS, { names: ['ID'], least: 1, most: 1 });
    if ((values.policy === undefined) === (values.log === undefined)) throw new WrongUsage('expected one of --policy and --log');
    const seed = seedOf(values.seed);
    const policy = values.policy === undefined ? null : nameOf('policy', values.policy, POLICY_IDS);
    const scenario = scenarioOf(operands[0] ?? '');
    warnOfBorrowedId(operands[0] ?? '', scenario, io);
    const variant = variantOf(scenario, values.variant);
    const player: Player = policy === null ? readLog(values.log ?? '', scenario) : { policy };
    const done = play(scenario, player, seed, variant, termsIn(values));
    const verdict = judge(scenario, done.record());
    const trace = done.trace();
    if (values.series !== undefined) writeText(values.series, seriesCsv(trace));
    if (values.record !== undefined) writeText(values.record, `${JSON.stringify(recordFileOf(done))}\n`);
    const link = values.link ? encodeLink(done.record(), trace.finalHash) : null;
    if (values.json) io.out(`${JSON.stringify({ ...summaryOf(done, verdict), ...(link === null ? {} : { link }) })}\n`);
    else io.out(`${summaryText(scenario, done, verdict)}${link === null ? '' : `${link}\n`}`);
    return 0;
  },
};
