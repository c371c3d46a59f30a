import { z } from 'zod';
import { actionSchema, logEntrySchema, type LogEntry } from '../domain/action.ts';
import type { FixedList } from '../prove/lists/fixed-list.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { checked } from './checked.ts';
import { readJson } from './files.ts';
import { BadInput, quoted } from './wrong.ts';

const MOST_ENTRIES = 2000;
const MOST_BYTES = 1 << 20;
const MOST_SECONDS = 1e9; // beyond the end of any episode: such acts come as it ends

/** Acts with the time of each after the page, whenever that comes. */
export const fixedListSchema = z
  .array(z.strictObject({ afterPageSeconds: z.number().min(0).max(MOST_SECONDS), action: actionSchema }))
  .max(MOST_ENTRIES);

const logSchema = z.strictObject({ actions: z.array(logEntrySchema).max(MOST_ENTRIES) });
const listSchema = z.strictObject({ actions: fixedListSchema });

/** What a file of actions holds: acts at ticks, or acts so long after the page. */
export type LogFile = { readonly log: readonly LogEntry[] } | { readonly list: FixedList };

const isFixedList = (data: unknown): boolean => {
  const first = (data as { actions?: readonly unknown[] } | null)?.actions?.[0];
  return typeof first === 'object' && first !== null && 'afterPageSeconds' in first;
};

function checkOrder(path: string, field: string, times: readonly number[]): void {
  times.forEach((time, i) => {
    const before = times[i - 1] ?? 0;
    if (time < before)
      throw new BadInput(`${quoted(path)} actions[${i}].${field}: expected at least ${before}, that of the action before it, got ${time}`);
  });
}

/**
 * A file of actions, each with its tick or with its seconds after the page.
 * @throws BadInput when it is of neither form, out of order, or beyond the episode
 */
export function readLog(path: string, scenario: Scenario): LogFile {
  const data = readJson(path, MOST_BYTES);
  if (isFixedList(data)) {
    const list = checked(listSchema, data, quoted(path)).actions as FixedList;
    checkOrder(
      path,
      'afterPageSeconds',
      list.map((act) => act.afterPageSeconds),
    );
    return { list };
  }
  const log = checked(logSchema, data, quoted(path)).actions as readonly LogEntry[];
  const { ticks, id } = scenario.brief;
  log.forEach(({ tick }, i) => {
    if (tick > ticks)
      throw new BadInput(`${quoted(path)} actions[${i}].tick: expected at most ${ticks}, the last tick of ${quoted(id)}, got ${tick}`);
  });
  checkOrder(
    path,
    'tick',
    log.map(({ tick }) => tick),
  );
  return { log };
}
