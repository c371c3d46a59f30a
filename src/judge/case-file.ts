import { clockAt, duration, type Tick } from '../domain/time.ts';
import { formatValue } from '../domain/metric.ts';
import type { RunTrace, TraceEntry } from '../run/trace.ts';
import type { Brief } from '../scenario/brief.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openTruth, type Truth, type Variant } from '../scenario/truth.ts';
import { changeDone } from './change-words.ts';
import { firstEffectTick, judgeChanges, type JudgedChange } from './changes.ts';
import { knownAt, type Knowledge, type SeenTell } from './knowledge.ts';
import { metricOf } from './recovery.ts';
import type { ScoreLine } from './score-card.ts';

/** A finished run with what judging it needs. */
export interface CaseFile {
  readonly scenario: Scenario;
  readonly brief: Brief;
  readonly truth: Truth;
  readonly variant: Variant;
  readonly trace: RunTrace;
  readonly changes: readonly JudgedChange[];
  /** What had been seen by a tick; by some evidence alone where ids are given. */
  known(tick: Tick, only?: readonly string[]): Knowledge;
}

/**
 * @throws when the run's variant is not one of the scenario's
 */
export function openCase(scenario: Scenario, trace: RunTrace): CaseFile {
  const truth = openTruth(scenario.sealed);
  const { brief } = scenario;
  const variant = truth.variants.find((one) => one.id === trace.variant);
  if (variant === undefined)
    throw new Error(`expected a variant of "${brief.id}", got "${trace.variant}"; the run belongs to another scenario`);
  const firstEffect = firstEffectTick(trace);
  return {
    scenario,
    brief,
    truth,
    variant,
    trace,
    changes: judgeChanges(truth, variant, brief, trace),
    known: (tick, only) => knownAt(truth, trace, tick, firstEffect, only),
  };
}

const MOST_CITES = 4;

export const line = (points: number, max: number, tick: Tick | null, text: string, cites: readonly string[]): ScoreLine => ({
  points,
  max,
  tick,
  text,
  cites: [...new Set(cites)].slice(0, MOST_CITES),
});

/** "at 02:12:30" */
export const at = (file: CaseFile, tick: Tick): string => `at ${clockAt(file.brief.startClock, tick, file.brief.tickSeconds)}`;

/** "Scaled to 16 replicas at 02:12:30" */
export const doneAt = (file: CaseFile, one: JudgedChange): string => `${changeDone(one.change, file.brief)} ${at(file, one.entry.tick)}`;

/** "1 min 20 s after the page" */
export const afterPage = (file: CaseFile, tick: Tick): string =>
  tick === file.trace.pageTick
    ? 'with the page'
    : `${duration((tick - (file.trace.pageTick ?? 0)) * file.brief.tickSeconds)} after the page`;

/** "p95 latency 2.0 s at 02:04:30", of a series that monitoring keeps. */
export function metricAt(file: CaseFile, key: string, tick: Tick): string {
  const info = metricOf(file.trace, key);
  return info === undefined ? key : `${info.title} ${formatValue(file.trace.metric(key, tick), info.unit)} ${at(file, tick)}`;
}

/** "E3 showed feature fetch p95 1.8 s at 02:06:00" */
export function seenText(file: CaseFile, seen: SeenTell): string {
  const reading = seen.evidence.readings.find((one) => one.key === seen.tell.reading);
  return reading === undefined
    ? seen.evidence.id
    : `${seen.evidence.id} showed ${reading.label} ${formatValue(seen.value, reading.unit)} ${at(file, seen.tick)}`;
}

export const acceptedOf = <T extends TraceEntry['action']['type']>(
  trace: RunTrace,
  type: T,
): readonly (TraceEntry & { readonly action: Extract<TraceEntry['action'], { type: T }> })[] =>
  trace.entries.filter(
    (entry): entry is TraceEntry & { readonly action: Extract<TraceEntry['action'], { type: T }> } =>
      entry.action.type === type && entry.outcome.accepted,
  );
