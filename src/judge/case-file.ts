import type { Tick } from '../domain/time.ts';
import { termsAtEnd } from '../run/record.ts';
import type { RunTrace, TraceEntry } from '../run/trace.ts';
import type { Brief } from '../scenario/brief.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { openTruth, type Truth, type Variant } from '../scenario/truth.ts';
import { firstEffectTick, judgeChanges, type JudgedChange } from './changes.ts';
import { knownAt, type Knowledge } from './knowledge.ts';
import { READINGS, type Reading } from './strictness.ts';

/** A finished run with what judging it needs. */
export interface CaseFile {
  readonly scenario: Scenario;
  readonly brief: Brief;
  readonly truth: Truth;
  readonly variant: Variant;
  readonly trace: RunTrace;
  readonly changes: readonly JudgedChange[];
  readonly reads: Reading; // as strictly as the run's settings ask for
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
    changes: judgeChanges(scenario, truth, variant, trace),
    reads: READINGS[termsAtEnd(trace.record).strictness],
    known: (tick, only) => knownAt(truth, trace, tick, firstEffect, only),
  };
}

/** Entries of a kind that the world took. */
export const acceptedOf = <T extends TraceEntry['action']['type']>(
  trace: RunTrace,
  type: T,
): readonly (TraceEntry & { readonly action: Extract<TraceEntry['action'], { type: T }> })[] =>
  trace.entries.filter(
    (entry): entry is TraceEntry & { readonly action: Extract<TraceEntry['action'], { type: T }> } =>
      entry.action.type === type && entry.outcome.accepted,
  );
