import type { Action, LogEntry } from '../domain/action.ts';
import { unusualOf, USUAL_TERMS, type Terms } from '../domain/difficulty.ts';
import { playPolicy } from '../policy/policy.ts';
import { policyOf } from '../policy/policies.ts';
import { playList } from '../prove/lists/fixed-list.ts';
import { createRun, playRecord, type Run } from '../run/run.ts';
import { ENGINE } from '../run/engine.ts';
import type { RunRecord } from '../run/record.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openTruth } from '../scenario/truth.ts';
import { variantOf } from '../sim/setup.ts';
import type { LogFile } from './log-file.ts';

/** How an episode is to be played without a person: by a policy of this name, or by what a file of actions holds. */
export type Player = { readonly policy: string } | LogFile;

/** One finished episode. Without a variant the seed picks. */
export function play(scenario: Scenario, player: Player, seed: string, variant: string | undefined, terms: Terms = USUAL_TERMS): Run {
  if ('log' in player) return playRecord(scenario, recordOf(scenario, player.log, seed, variant, terms));
  if ('list' in player) {
    const run = createRun(scenario, { seed, variant, terms });
    playList(run, player.list);
    return run;
  }
  const played = variant ?? variantOf(openTruth(scenario.sealed), seed).id;
  return playPolicy(scenario, policyOf(player.policy, scenario, played), { seed, terms, ...(variant === undefined ? {} : { variant }) });
}

/** What would be kept of a run that plays this log. */
export const recordOf = (
  scenario: Scenario,
  log: readonly LogEntry[],
  seed: string,
  variant: string | undefined,
  terms: Terms = USUAL_TERMS,
): RunRecord => ({
  format: 1,
  engine: ENGINE,
  scenario: scenario.brief.id,
  contentHash: scenario.contentHash,
  seed,
  ...(variant === undefined ? {} : { variant }),
  settings: { untimed: false, ...unusualOf(terms) },
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
