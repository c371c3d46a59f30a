import { isLook, type LogEntry } from '../domain/action.ts';
import type { Tick } from '../domain/time.ts';
import type { RunRecord } from '../run/record.ts';
import { playRecord, type Run, type RunTrace } from '../run/run.ts';
import type { Prevention } from '../scenario/brief.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openingOf, playOpening, type PreventedNight } from './opening.ts';
import { BOUNDS } from './weights.ts';

/** The same night twice, without and with some preventions in place. */
export interface PreventionRerun {
  readonly items: readonly string[];
  readonly impactBeforeEur: number;
  readonly impactAfterEur: number;
  readonly firstAlertBefore: Tick | null;
  readonly firstAlertAfter: Tick | null; // null: nothing paged, so nobody did anything
}

export interface ProvenItem extends PreventionRerun {
  readonly id: string;
  readonly title: string;
  readonly effort: number;
  readonly helps: boolean;
}

export interface ProvenPreventions {
  readonly all: PreventionRerun;
  readonly items: readonly ProvenItem[]; // each on its own
}

const AFTERWARDS: ReadonlySet<string> = new Set(['pick-preventions', 'review']);

/** What of a log was done in the night itself. */
const nightOf = (log: readonly LogEntry[]): readonly LogEntry[] => log.filter((entry) => !AFTERWARDS.has(entry.action.type));

/** When each look of a log returned, and how long it took: looks are serial. */
class LookClock {
  private busyUntil = 0;
  /** @returns seconds of game time that the look took, in ticks, and its return */
  took(askedTick: Tick, returnTick: Tick): { readonly ticks: number; readonly back: Tick } {
    const start = Math.max(askedTick, this.busyUntil);
    this.busyUntil = Math.max(this.busyUntil, returnTick);
    return { ticks: Math.max(0, returnTick - start), back: returnTick };
  }
}

/**
 * Plays the rest of a log again in a run that has come to its first alert: each entry as long after it as it was, less the time
 * that looks before it took less.
 * @param played entries of the night that were played before the alert
 */
function playShifted(run: Run, scenario: Scenario, trace: RunTrace, shift: number, played: number): void {
  const then = new LookClock();
  const now = new LookClock();
  const savings: { readonly back: Tick; readonly ticks: number }[] = [];
  const entries = trace.entries.filter((entry) => !AFTERWARDS.has(entry.action.type));
  for (const [index, entry] of entries.entries()) {
    const asked = entry.outcome.accepted && isLook(entry.action) ? then.took(entry.tick, entry.outcome.effectTick) : null;
    if (index < played) continue;
    const saved = savings.reduce((sum, one) => (one.back <= entry.tick ? sum + one.ticks : sum), 0);
    const tick = Math.max(run.tick, entry.tick + shift - saved);
    if (tick >= scenario.brief.ticks) break;
    if (tick > run.tick) run.advance(tick);
    const outcome = run.dispatch(entry.action);
    if (asked === null || !outcome.accepted) continue;
    savings.push({ back: asked.back, ticks: asked.ticks - now.took(tick, outcome.effectTick).ticks });
  }
}

/** Whether preventions change nothing but how long looks take, and none of those looks was asked for: then the night is the same. */
function isUnfelt(scenario: Scenario, trace: RunTrace, items: readonly string[]): boolean {
  const asked = new Set(trace.entries.map(({ action }) => `looks.${action.type}`));
  const paths = scenario.brief.preventions.filter(({ id }) => items.includes(id)).flatMap(({ set }) => Object.keys(set));
  return paths.length > 0 && paths.every((path) => path.startsWith('looks.') && !asked.has(path));
}

function rerunTrace(scenario: Scenario, trace: RunTrace, items: readonly string[]): PreventionRerun {
  const { record, pageTick } = trace;
  const rerun = { items, impactBeforeEur: trace.impactEur, firstAlertBefore: pageTick };
  if (isUnfelt(scenario, trace, items)) return { ...rerun, impactAfterEur: trace.impactEur, firstAlertAfter: pageTick };
  const night: PreventedNight = {
    seed: record.seed,
    variant: record.variant,
    preventions: [...new Set([...record.preventions, ...items])],
    untimed: record.settings.untimed,
  };
  const log = nightOf(record.log);
  const early = pageTick === null ? log : log.filter((entry) => entry.tick < pageTick);
  const opening = early.length === 0 ? openingOf(scenario, night) : playOpening(scenario, night, early);
  if (opening.pageTick === null || pageTick === null)
    return { ...rerun, impactAfterEur: opening.unattendedEur(), firstAlertAfter: opening.pageTick };
  const run = opening.begin();
  playShifted(run, scenario, trace, opening.pageTick - pageTick, opening.played);
  return { ...rerun, impactAfterEur: run.impactEur(), firstAlertAfter: opening.pageTick };
}

/**
 * The player's own log played again on the same seed with preventions in place, shifted to the new first alert.
 * @param items ids of the scenario's preventions
 * @throws when an id is none of the scenario's
 */
export function rerun(scenario: Scenario, record: RunRecord, items: readonly string[]): PreventionRerun {
  for (const id of items)
    if (!scenario.brief.preventions.some((one) => one.id === id))
      throw new Error(
        `expected a prevention of "${scenario.brief.id}", got "${id}"; it has ${scenario.brief.preventions.map((one) => one.id).join(', ')}`,
      );
  return rerunTrace(scenario, playRecord(scenario, record).trace(), items);
}

/** The preventions picked after a run, the last pick counting; empty where none were. */
export function pickedPreventions(scenario: Scenario, trace: RunTrace): readonly Prevention[] {
  let picked: readonly string[] = [];
  for (const entry of trace.entries) if (entry.action.type === 'pick-preventions' && entry.outcome.accepted) picked = entry.action.items;
  return scenario.brief.preventions.filter((one) => picked.includes(one.id));
}

/** The run's picked preventions, proved together and each on its own; null where none were picked or they exceed the effort there is. */
export function provePreventions(scenario: Scenario, trace: RunTrace): ProvenPreventions | null {
  const picked = pickedPreventions(scenario, trace);
  const effort = picked.reduce((sum, one) => sum + one.effort, 0);
  if (picked.length === 0 || effort > BOUNDS.effortPoints) return null;
  const ids = picked.map((one) => one.id);
  const all = rerunTrace(scenario, trace, ids);
  const items = picked.map((one): ProvenItem => {
    const alone = picked.length === 1 ? all : rerunTrace(scenario, trace, [one.id]);
    const quiet = alone.firstAlertBefore !== null && alone.firstAlertAfter === null && alone.impactAfterEur <= alone.impactBeforeEur;
    const saves = alone.impactBeforeEur - alone.impactAfterEur >= BOUNDS.helpsShare * alone.impactBeforeEur && alone.impactBeforeEur > 0;
    return { ...alone, id: one.id, title: one.title, effort: one.effort, helps: quiet || saves };
  });
  return { all, items };
}
