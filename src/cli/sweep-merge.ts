import { tableOf, type SweepTable } from '../prove/sweep-table.ts';
import { outcomesIn, readShard, type ShardFile } from './sweep-shard.ts';
import { BadInput, quoted } from './wrong.ts';

interface Read {
  readonly path: string;
  readonly file: ShardFile;
}

/** What must be the same in all shards of one sweep, as a sentence ends when it is not. */
function differenceOf(file: ShardFile, first: ShardFile): string | null {
  const listed = (names: readonly string[]): string => quoted(names.join(','));
  if (file.engine !== first.engine) return `was made by engine ${quoted(file.engine)}, not ${quoted(first.engine)}`;
  if (file.shard.of !== first.shard.of) return `is one of ${file.shard.of} shards, not of ${first.shard.of}`;
  if (file.seeds !== first.seeds) return `has --seeds ${file.seeds}, not ${first.seeds}`;
  if (file.policies.join() !== first.policies.join()) return `has --policies ${listed(file.policies)}, not ${listed(first.policies)}`;
  const ids = (one: ShardFile): string[] => one.scenarios.map(({ id }) => id);
  if (ids(file).join() !== ids(first).join()) return `has --scenarios ${listed(ids(file))}, not ${listed(ids(first))}`;
  for (const [i, scenario] of file.scenarios.entries()) {
    const other = first.scenarios[i]!;
    if (scenario.contentHash !== other.contentHash)
      return `was played on another ${quoted(scenario.id)}, with content hash ${quoted(scenario.contentHash)}, not ${quoted(other.contentHash)}`;
    if (JSON.stringify(scenario) !== JSON.stringify(other)) return `has other variants or ticks of ${quoted(scenario.id)}`;
  }
  return null;
}

/**
 * The table of a whole sweep from the files of all its shards, in any order: what one run would have printed, with the seconds
 * of all of them.
 * @throws BadInput, naming a file, when one is no shard, belongs to another sweep, comes twice or is missing
 */
export function mergeShards(paths: readonly string[]): SweepTable {
  const seen = new Map<number, Read>();
  let first: Read | undefined;
  for (const path of paths) {
    const file = readShard(path);
    first ??= { path, file };
    const difference = differenceOf(file, first.file);
    if (difference !== null) throw new BadInput(`${quoted(path)} ${difference} as ${quoted(first.path)}`);
    const twin = seen.get(file.shard.index);
    if (twin !== undefined)
      throw new BadInput(`${quoted(path)} is shard ${file.shard.index} of ${file.shard.of}, as is ${quoted(twin.path)}`);
    seen.set(file.shard.index, { path, file });
  }
  if (first === undefined) throw new BadInput('there are no shards to merge');
  const { of } = first.file.shard;
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((index) => !seen.has(index));
  if (missing.length > 0)
    throw new BadInput(
      `shard ${missing[0]} of ${of} is missing${missing.length > 1 ? `, with ${missing.length - 1} more,` : ''} beside ${quoted(first.path)}`,
    );
  const files = [...seen.values()].map(({ file }) => file);
  return tableOf(
    first.file,
    files.flatMap(outcomesIn),
    files.reduce((sum, { seconds }) => sum + seconds, 0),
  );
}
