import { isChange, type Change } from '../domain/action.ts';
import type { Tick } from '../domain/time.ts';
import type { RunTrace, TraceEntry } from '../run/trace.ts';
import type { Brief } from '../scenario/brief.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { matchesChange } from '../scenario/patterns.ts';
import type { Harmful, Step, Truth, Variant } from '../scenario/truth.ts';
import { knownAt, type Knowledge, type SeenTell } from './knowledge.ts';
import { minutes } from './recovery.ts';
import { BOUNDS } from './weights.ts';

/**
 * On what ground a change stood when it was made:
 * backed: evidence seen before it supports it, and it is right for this cause · urgent: a reversible way out under high impact,
 * before the cause is known · plausible: right for a cause that was still open, and supported for that cause · undo: takes an
 * earlier change of the player's back out · withdrawn: taken back before it took effect · unsupported: nothing seen supports it ·
 * contradicted: its harm could be foreseen from what had been seen, or it is the remedy of a cause that was excluded.
 */
export type Ground = 'backed' | 'urgent' | 'plausible' | 'undo' | 'withdrawn' | 'unsupported' | 'contradicted';

export interface JudgedChange {
  readonly entry: TraceEntry;
  readonly change: Change;
  readonly ground: Ground;
  readonly step: Step | null; // the recommended step that it is, where it is backed or urgent
  readonly support: SeenTell | null; // the reading that backs it
  readonly known: Knowledge;
  readonly harmful: Harmful | null; // what the scenario says of it in this variant
  readonly undoneTick: Tick | null; // when the player took a wrong change out again, soon enough to count
}

interface Made {
  readonly entry: TraceEntry;
  readonly change: Change;
  withdrawn: boolean; // taken back before it took effect
  backTick: Tick | null; // taken back at this tick, when it had taken effect
}

/** Accepted changes in order, with what became of each by a take-back. */
function acceptedChanges(trace: RunTrace): readonly Made[] {
  const made: Made[] = [];
  for (const entry of trace.entries) {
    if (!entry.outcome.accepted) continue;
    if (isChange(entry.action)) made.push({ entry, change: entry.action, withdrawn: false, backTick: null });
    if (entry.action.type !== 'take-back') continue;
    const last = made.findLast((one) => !one.withdrawn && one.backTick === null);
    if (last === undefined) continue;
    if (entry.tick < last.entry.effectTick) last.withdrawn = true;
    else last.backTick = entry.tick;
  }
  return made;
}

/** When the first change of the player's began to show; Infinity when none did. */
export const firstEffectTick = (trace: RunTrace): Tick =>
  acceptedChanges(trace).reduce((first, one) => (one.withdrawn ? first : Math.min(first, one.entry.effectTick)), Infinity);

/** The version that a rollback goes to, where the system's file names one. */
function stableOf({ system }: Scenario): string | undefined {
  const releasing = (system.parts['release'] ?? system.parts['rollout']) as { readonly stable?: string } | undefined;
  return releasing?.stable;
}

/** Whether a later change takes an earlier one of the same control back out. */
function undoes(earlier: Change, later: Change, stable: string | undefined): boolean {
  if ('route' in earlier && (!('route' in later) || later.route !== earlier.route)) return false;
  switch (later.type) {
    case 'scale':
      return earlier.type === 'scale' && later.replicas < earlier.replicas;
    case 'raise-max-replicas':
      return earlier.type === 'raise-max-replicas' && later.max < earlier.max;
    case 'shed':
      return earlier.type === 'shed' && later.share < earlier.share;
    case 'serve-cached':
      return earlier.type === 'serve-cached' && earlier.on && !later.on;
    case 'set-breaker':
      return earlier.type === 'set-breaker' && earlier.mode !== later.mode;
    case 'set-timeout':
      return earlier.type === 'set-timeout' && earlier.timeoutMs !== later.timeoutMs;
    case 'set-retries':
      return earlier.type === 'set-retries' && earlier.attempts !== later.attempts;
    case 'use-fallback-model':
    case 'set-flag':
      return earlier.type === later.type && earlier.on !== later.on;
    case 'set-cutoff':
      return earlier.type === 'set-cutoff' && earlier.segment === later.segment && earlier.cutoff !== later.cutoff;
    case 'set-gate':
      return earlier.type === 'set-gate' && earlier.threshold !== later.threshold;
    case 'set-ramp':
      return earlier.type === 'set-ramp' && later.share < earlier.share;
    case 'shift-traffic':
      if (earlier.type === 'rollback') return stable !== undefined && later.version !== stable;
      return earlier.type === 'shift-traffic' && (earlier.version !== later.version || earlier.share !== later.share);
    default:
      return false;
  }
}

/** The reading that supports a step for a variant, when all that it asks for has been seen. */
function supportFor(step: Step, variant: Variant, known: Knowledge): SeenTell | null {
  if (!step.when.every((id) => known.shown.some((seen) => seen.tell.id === id))) return null;
  if (step.needs.length > 0) return known.shown.find((seen) => step.needs.includes(seen.tell.id)) ?? null;
  return known.telling.find((seen) => seen.tell.holds.includes(variant.id)) ?? null;
}

/** Whether the impact that was shown at an entry, kept up for the whole episode, would cost at least the scenario's floor. */
export function impactShownHigh(brief: Brief, trace: RunTrace, entry: TraceEntry): boolean {
  if (trace.pageTick === null || entry.tick < trace.pageTick) return false;
  return (entry.impactEurPerMinute * (brief.ticks - trace.pageTick) * brief.tickSeconds) / 60 >= brief.floorEur;
}

/** Whether high impact had been shown when an urgent way out was taken: by the readings that the step names, else by the shown rate. */
function harmShown(step: Step, known: Knowledge, brief: Brief, trace: RunTrace, entry: TraceEntry): boolean {
  const seen = (id: string): boolean => known.shown.some((one) => one.tell.id === id);
  const paged = trace.pageTick !== null && entry.tick >= trace.pageTick;
  return paged && step.when.every(seen) && (step.needs.length > 0 ? step.needs.some(seen) : impactShownHigh(brief, trace, entry));
}

/** Whether the harm that a change does could be foreseen from what had been seen. */
const foreseen = (harmful: Harmful | null, known: Knowledge): boolean =>
  harmful !== null &&
  (harmful.foreseeable.length === 0 || harmful.foreseeable.some((id) => known.shown.some((seen) => seen.tell.id === id)));

interface Found {
  readonly step: Step;
  readonly support: SeenTell | null;
}

function stepsFor(change: Change, variant: Variant, known: Knowledge, before: readonly Change[]): Found[] {
  const made = ({ after }: Step): boolean =>
    after.length === 0 || before.some((earlier) => after.some((pattern) => matchesChange(pattern, earlier)));
  const { mitigate, fix } = variant.recommended;
  return [...mitigate, ...fix]
    .filter((step) => made(step) && step.any.some((pattern) => matchesChange(pattern, change)))
    .map((step) => ({ step, support: supportFor(step, variant, known) }));
}

/** Every accepted change of a run, with the ground on which it stood. */
export function judgeChanges(scenario: Scenario, truth: Truth, variant: Variant, trace: RunTrace): readonly JudgedChange[] {
  const { brief } = scenario;
  const stable = stableOf(scenario);
  const firstEffect = firstEffectTick(trace);
  const accepted = acceptedChanges(trace);
  const judged: JudgedChange[] = [];
  const inTime = (made: Tick, undone: Tick): boolean => undone - made <= minutes(brief, BOUNDS.undoMinutes);
  const wrong = (one: JudgedChange): boolean => one.ground === 'unsupported' || one.ground === 'contradicted' || one.ground === 'plausible';
  for (const { entry, change, withdrawn, backTick } of accepted) {
    const known = knownAt(truth, trace, entry.tick, firstEffect);
    const harmful = variant.harmful.find((one) => one.any.some((pattern) => matchesChange(pattern, change))) ?? null;
    const plain = {
      entry,
      change,
      known,
      harmful,
      step: null,
      support: null,
      undoneTick: backTick !== null && inTime(entry.tick, backTick) ? backTick : null,
    } as const;
    const before = judged.filter((one) => one.ground !== 'withdrawn').map((one) => one.change);
    const right = stepsFor(change, variant, known, before).find((found) => found.support !== null);
    const urgent =
      known.open.size > 1
        ? variant.recommended.withoutCause.find(
            (step) => step.any.some((pattern) => matchesChange(pattern, change)) && harmShown(step, known, brief, trace, entry),
          )
        : undefined;
    const stands = (one: JudgedChange): boolean => one.ground !== 'withdrawn' && one.ground !== 'undo' && one.undoneTick === null;
    const undone = judged.findLastIndex((one) => stands(one) && undoes(one.change, change, stable));
    const elsewhere = truth.variants
      .filter((other) => other.id !== variant.id && known.open.has(other.id))
      .flatMap((other) => stepsFor(change, other, known, before))
      .some((found) => found.support !== null);
    const remedyOf = truth.variants.filter((other) => stepsFor(change, other, known, before).length > 0);
    const ruledOut = remedyOf.length > 0 && remedyOf.every((other) => !known.open.has(other.id));
    if (withdrawn) judged.push({ ...plain, ground: 'withdrawn' });
    else if (right !== undefined) judged.push({ ...plain, ...right, ground: 'backed' });
    else if (urgent !== undefined) judged.push({ ...plain, step: urgent, ground: 'urgent' });
    else if (undone >= 0) {
      judged.push({ ...plain, ground: 'undo' });
      const earlier = judged[undone]!;
      if (wrong(earlier) && inTime(earlier.entry.tick, entry.tick)) judged[undone] = { ...earlier, undoneTick: entry.tick };
    } else if (elsewhere) judged.push({ ...plain, ground: 'plausible' });
    else judged.push({ ...plain, ground: foreseen(harmful, known) || ruledOut ? 'contradicted' : 'unsupported' });
  }
  return judged;
}
