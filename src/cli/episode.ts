import { z } from 'zod';
import { logEntrySchema, type Action, type LogEntry } from '../domain/action.ts';
import { playPolicy } from '../policy/policy.ts';
import { policyOf } from '../policy/policies.ts';
import { playRecord, type Run } from '../run/run.ts';
import { ENGINE } from '../run/engine.ts';
import type { RunRecord } from '../run/record.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openTruth } from '../scenario/truth.ts';
import { variantOf } from '../sim/setup.ts';
import { checked } from './checked.ts';
import { readJson } from './files.ts';
import { BadInput, quoted } from './wrong.ts';

const MOST_ENTRIES = 2000;
const MOST_BYTES = 1 << 20;
const logSchema = z.strictObject({ actions: z.array(logEntrySchema).max(MOST_ENTRIES) });

/**
 * A file of actions as a log.
 * @throws BadInput when it is not of the form {"actions":[{"tick","action"}]}, in order of ticks, within the episode
 */
export function readLog(path: string, scenario: Scenario): readonly LogEntry[] {
  const log = checked(logSchema, readJson(path, MOST_BYTES), quoted(path)).actions as readonly LogEntry[];
  const { ticks } = scenario.brief;
  log.forEach(({ tick }, i) => {
    if (tick > ticks)
      throw new BadInput(
        `${quoted(path)} actions[${i}].tick: expected at most ${ticks}, the last tick of ${quoted(scenario.brief.id)}, got ${tick}`,
      );
    const before = log[i - 1]?.tick ?? 0;
    if (tick < before)
      throw new BadInput(`${quoted(path)} actions[${i}].tick: expected at least ${before}, the tick of the action before it, got ${tick}`);
  });
  return log;
}

/** How an episode is to be played without a person: by a policy of this name, or by a log. */
export type Player = { readonly policy: string } | { readonly log: readonly LogEntry[] };

/** One finished episode. Without a variant the seed picks. */
export function play(scenario: Scenario, player: Player, seed: string, variant: string | undefined): Run {
  if ('log' in player) return playRecord(scenario, recordOf(scenario, player.log, seed, variant));
  const played = variant ?? variantOf(openTruth(scenario.sealed), seed).id;
  return playPolicy(scenario, policyOf(player.policy, scenario, played), { seed, ...(variant === undefined ? {} : { variant }) });
}

/** What would be kept of a run that plays this log. */
export const recordOf = (scenario: Scenario, log: readonly LogEntry[], seed: string, variant: string | undefined): RunRecord => ({
  format: 1,
  engine: ENGINE,
  scenario: scenario.brief.id,
  contentHash: scenario.contentHash,
  seed,
  ...(variant === undefined ? {} : { variant }),
  settings: { untimed: false },
  preventions: [],
  log: [...log],
});

const fieldText = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, item]) => `${key}: ${fieldText(item)}`)
    .join(', ');
};

/** An action in words for a terminal: "scale (replicas 16)". */
export function actionText(action: Action): string {
  const { type, ...rest } = action;
  const fields = Object.entries(rest).map(([key, value]) => `${key} ${fieldText(value)}`);
  return fields.length === 0 ? type : `${type} (${fields.join('; ')})`;
}
