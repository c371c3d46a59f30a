import type { Tick } from '../domain/time.ts';
import { feltWhatever } from '../run/felt.ts';
import { termsAtStart } from '../run/record.ts';
import type { Run, RunTrace } from '../run/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openingOf, playOpening, type PreventedNight } from './opening.ts';
import { isOfNight, playShifted } from './shifted-replay.ts';

/** The same night twice, without and with some preventions in place. */
export interface PreventionRerun {
  readonly items: readonly string[];
  readonly impactBeforeEur: number;
  readonly impactAfterEur: number;
  readonly firstAlertBefore: Tick | null;
  readonly firstAlertAfter: Tick | null; // null: nothing paged, so nobody did anything
}

/** What a night came to with some preventions in place, and which others would have made a difference to it. */
interface Result {
  readonly impactEur: number;
  readonly firstAlert: Tick | null;
  readonly feltOf: RunTrace['feltOf'];
}

function playWith(scenario: Scenario, trace: RunTrace, items: readonly string[]): Result {
  const { record, pageTick } = trace;
  const night: PreventedNight = {
    seed: record.seed,
    variant: record.variant,
    preventions: [...record.preventions, ...items],
    untimed: record.settings.untimed,
    terms: termsAtStart(record),
  };
  const log = record.log.filter(isOfNight);
  const early = pageTick === null ? log : log.filter((entry) => entry.tick < pageTick);
  const opening = early.length === 0 ? openingOf(scenario, night) : playOpening(scenario, night, early);
  const finished = (run: Run): Result => ({ impactEur: run.impactEur(), firstAlert: opening.pageTick, feltOf: run.feltOf });
  if (opening.pageTick === null || pageTick === null) return finished(opening.unattended());
  const run = opening.begin(night.preventions);
  playShifted(run, trace.entries, opening.pageTick - pageTick, opening.played);
  return finished(run);
}

/**
 * Re-runs of one run with preventions in place. A night that is known to come to the same is not played: items that make no difference
 * to any night with this log are left out, and where one with some of the items has been played, it may show that the others add nothing.
 * So items by themselves are best asked for before all of them together.
 */
export function rerunsOf(scenario: Scenario, trace: RunTrace): (items: readonly string[]) => PreventionRerun {
  const { impactEur, pageTick, record } = trace;
  const inPlace = record.preventions;
  const actions = record.log.map(({ action }) => action);
  const played: { readonly items: readonly string[]; readonly result: Result }[] = [
    { items: [], result: { impactEur, firstAlert: pageTick, feltOf: trace.feltOf } }, // the run itself
  ];
  const resultOf = (items: readonly string[]): Result => {
    const felt = feltWhatever(scenario, record, [...inPlace, ...items], actions).filter((id) => !inPlace.includes(id));
    const known = played.find((one) => {
      const others = felt.filter((id) => !one.items.includes(id));
      return felt.length - others.length === one.items.length && one.result.feltOf(others).length === 0;
    });
    if (known !== undefined) return known.result;
    const result = playWith(scenario, trace, felt);
    played.push({ items: felt, result });
    return result;
  };
  return (items) => {
    const { impactEur: impactAfterEur, firstAlert: firstAlertAfter } = resultOf([...new Set(items)]);
    return { items, impactBeforeEur: impactEur, impactAfterEur, firstAlertBefore: pageTick, firstAlertAfter };
  };
}
