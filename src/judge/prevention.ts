import { isLook, type LogEntry } from '../domain/action.ts';
import { scrapeSeconds, type Tick } from '../domain/time.ts';
import type { RunRecord } from '../run/record.ts';
import { createRun, playRecord, type Run, type RunTrace } from '../run/run.ts';
import type { Prevention } from '../scenario/brief.ts';
import type { Scenario } from '../scenario/scenario.ts';
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

/** Plays entries as they lie until the page fires. @returns how many were played */
function untilPage(run: Run, scenario: Scenario, before: readonly LogEntry[]): number {
  const { ticks, tickSeconds } = scenario.brief;
  const step = Math.max(1, Math.round(scrapeSeconds(tickSeconds) / tickSeconds));
  let played = 0;
  while (run.pageTick === null && run.tick < ticks) {
    const next = before[played];
    const to = Math.min(ticks, run.tick - (run.tick % step) + step);
    if (next !== undefined && next.tick <= to) {
      if (next.tick > run.tick) run.advance(next.tick);
      run.dispatch(next.action);
      played += 1;
    } else run.advance(to);
  }
  return played;
}

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
 * Plays a log again in a run that has preventions in place: each entry as long after the first alert as it was, less the time
 * that looks before it took less. Where nothing pages, nothing is played.
 */
function playShifted(run: Run, scenario: Scenario, trace: RunTrace): void {
  const night = nightOf(trace.record.log);
  const before = trace.pageTick === null ? night : night.filter((entry) => entry.tick < trace.pageTick!);
  const played = untilPage(run, scenario, before);
  const pageAfter = run.pageTick;
  if (pageAfter === null || trace.pageTick === null) return;
  const shift = pageAfter - trace.pageTick;
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

function rerunTrace(scenario: Scenario, trace: RunTrace, items: readonly string[]): PreventionRerun {
  const { record } = trace;
  const run = createRun(scenario, {
    seed: record.seed,
    ...(record.variant === undefined ? {} : { variant: record.variant }),
    preventions: [...new Set([...record.preventions, ...items])],
    untimed: record.settings.untimed,
    checkpoints: false,
  });
  playShifted(run, scenario, trace);
  if (run.tick < scenario.brief.ticks) run.advance(scenario.brief.ticks);
  const after = run.trace();
  return {
    items,
    impactBeforeEur: trace.impactEur,
    impactAfterEur: after.impactEur,
    firstAlertBefore: trace.pageTick,
    firstAlertAfter: after.pageTick,
  };
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
