import { isChange, isLook, type Action } from '../../domain/action.ts';
import type { Tick } from '../../domain/time.ts';
import { couldSeparate, marksOf, partsOf } from '../../policy/signatures/standing.ts';
import { termsAtStart, type RunRecord } from '../../run/record.ts';
import { playRecord, type RunTrace, type TraceEntry } from '../../run/run.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { openCase } from '../case-file.ts';
import { avoidableEur } from '../night-cost.ts';
import { markOf, type Mark } from './mark.ts';
import { openVariants, type Excluded, type OpenVariants } from './open-variants.ts';
import { recommendedChanges } from './recommended.ts';
import { costsOf, type Costs } from './variant-costs.ts';

/** What a decision would have cost under one of the variants that were open. */
export interface VariantLoss extends Costs {
  readonly variant: string;
  readonly share: number; // of that variant's avoidable cost
}

/** What a decision lost, from what was known then. */
export interface ActionLoss {
  readonly index: number; // in the log
  readonly tick: Tick;
  readonly action: Action;
  readonly accepted: boolean;
  readonly loss: number; // mean over the open variants, share of the avoidable cost; 0 for what moves nothing in the world
  readonly luck: number; // the true variant's share less that mean
  readonly mark: Mark;
  readonly recommended: boolean; // by the playbook, for the state known then
  readonly open: readonly string[]; // variants that the evidence opened by then had not excluded
  readonly excluded: readonly Excluded[]; // the others, and by what
  readonly variants: readonly VariantLoss[]; // empty where nothing had to be simulated
}

export interface LossReport {
  readonly scenario: string;
  readonly seed: string;
  readonly variant: string;
  readonly avoidableEur: Readonly<Record<string, number>>; // by variant
  readonly actions: readonly ActionLoss[];
}

export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** Whether an accepted action can move what the night costs, so that it has to be simulated. */
function isPriced(entry: TraceEntry, open: OpenVariants, parts: ReadonlyMap<string, string>): boolean {
  const { action, outcome } = entry;
  if (!outcome.accepted) return false;
  if (isLook(action)) return !couldSeparate(marksOf(action, parts), open.signatures); // one that may tell open causes apart is owed anyway
  return isChange(action) || action.type === 'take-back' || action.type === 'resolve';
}

/**
 * Loss, luck and mark of every action of a record, by what could be known when it was taken: for each variant that the evidence had
 * not excluded, the same record is played in that variant, and the recommended response takes over before and after the action.
 * A generator, so that it can be watched and given up: each step is one action in one variant.
 * @throws when the record is not of the scenario
 */
export function* analyseLoss(scenario: Scenario, record: RunRecord): Generator<Progress, LossReport> {
  const trace = playRecord(scenario, record, { checkpoints: false }).trace();
  const file = openCase(scenario, trace);
  const parts = partsOf(scenario.brief);
  const openAt = openVariants(scenario, trace);
  const open = trace.entries.map((entry) => openAt(entry.tick));
  const recommended = recommendedChanges(file, (tick) => openAt(tick).open.length);
  const priced = trace.entries.filter((entry, i) => isPriced(entry, open[i]!, parts)).map((entry) => entry.index);
  const variants = file.truth.variants.map((variant) => variant.id);
  const tasks = variants.map((variant) => ({ variant, wanted: priced.filter((index) => open[index]!.open.includes(variant)) }));
  const of = tasks.reduce((sum, { wanted }) => sum + wanted.length, 0);
  const avoidable = new Map<string, number>();
  const shares = new Map<number, VariantLoss[]>(priced.map((index) => [index, []]));
  let done = 0;
  for (const { variant, wanted } of tasks) {
    if (wanted.length === 0) continue;
    const most = avoidableEur(scenario, { seed: record.seed, variant, preventions: record.preventions, terms: termsAtStart(record) });
    avoidable.set(variant, most);
    for (const { index, costs } of costsOf(scenario, record, variant, wanted)) {
      shares.get(index)!.push({ variant, ...costs, share: (costs.afterEur - costs.beforeEur) / most });
      done += 1;
      yield { done, of };
    }
  }
  const actions = trace.entries.map((entry, i) => lossOf(entry, open[i]!, shares.get(entry.index) ?? [], trace, recommended));
  return {
    scenario: scenario.brief.id,
    seed: record.seed,
    variant: trace.variant,
    avoidableEur: Object.fromEntries(avoidable),
    actions,
  };
}

function lossOf(
  entry: TraceEntry,
  open: OpenVariants,
  variants: readonly VariantLoss[],
  trace: RunTrace,
  recommended: ReadonlySet<number>,
): ActionLoss {
  const loss = variants.length === 0 ? 0 : variants.reduce((sum, one) => sum + one.share, 0) / variants.length;
  const own = variants.find((one) => one.variant === trace.variant);
  const { index, tick, action, outcome } = entry;
  return {
    index,
    tick,
    action,
    accepted: outcome.accepted,
    loss,
    luck: own === undefined ? 0 : own.share - loss,
    mark: outcome.accepted ? markOf(loss, recommended.has(index), isChange(action)) : '',
    recommended: recommended.has(index),
    open: open.open,
    excluded: open.excluded,
    variants,
  };
}

/** The same in one go. */
export function lossReport(scenario: Scenario, record: RunRecord): LossReport {
  const steps = analyseLoss(scenario, record);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
