import type { LogLine } from '../../domain/evidence.ts';
import type { PartStates, Setup } from './world.ts';

/** The log of the pipeline's last run, and what its lines count. */
export interface PipelineLog {
  readonly lines: readonly LogLine[];
  readonly coerced: number; // values that became "other"
  readonly unmatched: number; // rows without a match in a join
  readonly defaulted: number; // empty answers that were filled
  readonly late: number; // labels that were not there yet
}

/** What the pipeline wrote when it last ran. */
export function pipelineLog(setup: Setup, parts: PartStates, station: string, tick: number): PipelineLog {
  const { params } = setup;
  const { operator } = params.pipeline;
  const { trainHit, servedHit, stopped, quarantined } = parts.pipeline;
  const perDay = Math.round(parts.population.rowsPerHour * 24);
  const hit = Math.max(trainHit, servedHit);
  const rows = Math.round(hit * perDay);
  const target = params.population.features.find(({ id }) => id === operator.target)?.title ?? operator.target ?? '';
  const lines: LogLine[] = [];
  const say = (text: string, level: LogLine['level'] = 'INFO', back = 0): void =>
    void lines.push({ tick: Math.max(0, tick - back), level, station, text });
  const coerced = operator.kind === 'recoded' ? rows : 0;
  const unmatched = params.pipeline.joins.reduce(
    (sum, join) =>
      sum + Math.round(perDay * (1 - join.matchShare * (operator.kind === 'keyless' && operator.target === join.id ? 1 - hit : 1))),
    0,
  );
  const defaulted = operator.kind === 'filled' ? rows : 0;
  const late = operator.kind === 'late' ? rows : 0;
  say(`read ${perDay} rows`, 'INFO', 2);
  if (coerced > 0) say(`${target}: coerced ${coerced} values to "other"`, 'INFO', 2);
  if (unmatched > 0) say(`left join: ${unmatched} rows without a match, kept`, 'INFO', 2);
  if (defaulted > 0) say(`${target}: ${defaulted} empty answers filled with the default`, 'INFO', 1);
  if (late > 0) say(`${late} labels not there yet, set to 0`, 'INFO', 1);
  if (stopped) say('checks failed: the batch is held back, the last good one stays', 'WARN', 1);
  if (quarantined) say('checks failed: rows that fail are set aside', 'WARN', 1);
  say('all tasks succeeded', 'INFO', 1);
  return { lines, coerced, unmatched, defaulted, late };
}
