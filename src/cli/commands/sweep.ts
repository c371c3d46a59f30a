import { POLICY_IDS } from '../../policy/policies.ts';
import { nightsOf, nightsOfShard, type Shard } from '../../prove/sweep.ts';
import { tableOf, type SweepTable } from '../../prove/sweep-table.ts';
import { nameOf, readArgs, wholeOf, type Command, type Io } from '../args.ts';
import { shippedIds } from '../library.ts';
import { processors } from '../pool.ts';
import { writeBaselines } from '../sweep-baselines.ts';
import { mergeShards } from '../sweep-merge.ts';
import { playNights, readyPlan } from '../sweep-play.ts';
import { MOST_SEEDS, MOST_SHARDS, shardFileOf } from '../sweep-shard.ts';
import { sweepText } from '../sweep-text.ts';
import { quoted, WrongUsage } from '../wrong.ts';

const OPTIONS = {
  scenarios: { type: 'string' },
  policies: { type: 'string' },
  seeds: { type: 'string' },
  workers: { type: 'string' },
  shard: { type: 'string' },
  baselines: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof readArgs<typeof OPTIONS>>['values'];

const MOST_WORKERS = 256;

/** Names with commas between them, each once; all of them where none are given. */
function listOf(option: string, text: string | undefined, all: readonly string[]): readonly string[] {
  if (text === undefined) return all;
  const names = text.split(',').map((name) => name.trim());
  for (const [i, name] of names.entries()) {
    if (name === '') throw new WrongUsage(`--${option} takes names with commas between them, got ${quoted(text)}`);
    if (names.indexOf(name) !== i) throw new WrongUsage(`--${option} names ${quoted(name)} twice`);
  }
  return names;
}

function shardOf(text: string): Shard {
  const [, index, of] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (shard.index >= 1 && shard.index <= shard.of && shard.of <= MOST_SHARDS) return shard;
  throw new WrongUsage(`--shard takes I/N with I from 1 to N and N at most ${MOST_SHARDS}, got ${quoted(text)}`);
}

const workersOf = ({ workers }: Values): number => (workers === undefined ? processors() : wholeOf('workers', workers, 1, MOST_WORKERS));

/** Refuses options that say nothing here. */
function only(what: string, values: Values, allowed: readonly (keyof typeof OPTIONS)[]): void {
  const other = (Object.keys(values) as (keyof typeof OPTIONS)[]).find((name) => !allowed.includes(name));
  if (other !== undefined) throw new WrongUsage(`${what} takes no --${other}`);
}

const print = (io: Io, table: SweepTable, asJson: boolean): void => io.out(asJson ? `${JSON.stringify(table)}\n` : sweepText(table));

async function play(values: Values, io: Io): Promise<number> {
  const seeds = wholeOf('seeds', values.seeds, 1, MOST_SEEDS);
  const policies = listOf('policies', values.policies, POLICY_IDS).map((name) => nameOf('policies', name, POLICY_IDS));
  const shard = values.shard === undefined ? null : shardOf(values.shard);
  const workers = workersOf(values);
  const plan = readyPlan(listOf('scenarios', values.scenarios, shippedIds()), policies, seeds);
  const nights = shard === null ? nightsOf(plan) : nightsOfShard(plan, shard);
  const { outcomes, seconds } = await playNights(plan, nights, workers);
  if (shard !== null && values.json) io.out(`${JSON.stringify(shardFileOf(plan, shard, outcomes, seconds))}\n`);
  else print(io, tableOf(plan, outcomes, seconds), values.json ?? false);
  return 0;
}

/** What policies score and cost over many seeds, alone, in shards, or merged from shards. */
export const sweep: Command = {
  usage:
    'sweep [--scenarios A,B] [--policies P,Q] --seeds N [--workers W] [--shard I/N] [--json], sweep merge FILE… [--json], or sweep --baselines [--workers W]',
  async run(argv, io) {
    const { values, operands } = readArgs(argv, OPTIONS, { names: ['FILE'], least: 0, most: MOST_SHARDS + 1 });
    const [verb, ...files] = operands;
    if (verb === 'merge') {
      only('sweep merge', values, ['json']);
      if (files.length === 0) throw new WrongUsage('FILE is missing');
      print(io, mergeShards(files), values.json ?? false);
      return 0;
    }
    if (verb !== undefined) throw new WrongUsage(`sweep takes options, or "merge" with files, got ${quoted(verb)}`);
    if (!values.baselines) return play(values, io);
    only('sweep --baselines', values, ['baselines', 'workers']);
    io.out(await writeBaselines(workersOf(values)));
    return 0;
  },
};
