import { copyInto } from '../../kernel/clone.ts';
import { createDecisions } from '../../parts/decisions/step.ts';
import { createLabels } from '../../parts/labels/ledger.ts';
import { createOutcomes } from '../../parts/outcomes/step.ts';
import { createPipeline } from '../../parts/pipeline/step.ts';
import { createPopulation } from '../../parts/population/step.ts';
import { championChart } from '../../parts/training/chart.ts';
import { createTraining } from '../../parts/training/step.ts';
import { stepperOf } from '../../kernel/stepper.ts';
import type { CoreParts } from '../state.ts';
import { initialCharts } from './charts.ts';
import { tablesOf } from './tables.ts';
import type { PartStates, ScoringParams, ScoringParts } from './world.ts';

/** The parts at the start. @throws when the champion is none of the versions */
export function createScoring(params: ScoringParams): ScoringParts {
  const { population, scorecard, training, decisions } = params;
  const { versions } = tablesOf(params);
  if (!versions.some(({ id }) => id === scorecard.champion))
    throw new Error(`scorecard.champion: expected one of ${versions.map(({ id }) => id).join(', ')}, got "${scorecard.champion}"`);
  const parts: ScoringParts = {
    population: createPopulation(population),
    pipeline: createPipeline(),
    registry: {
      versions: [...versions],
      champion: scorecard.champion,
      stable: scorecard.champion,
      fallback: scorecard.fallback,
      chart: stepperOf(championChart).initial,
    },
    training: createTraining(training),
    labels: createLabels(),
    decisions: createDecisions(decisions),
    outcomes: createOutcomes(),
    today: {
      rows: 0, positives: 0, selected: 0, selectedPositives: 0, selectedMoved: 0, predicted: 0, ruled: 0, overridden: 0, overriddenPositives: 0, scoreMean: 0, scoreSd: 0, of: [], eurPerHour: 0, wrong: 0, waiting: 0,
    },
    sofar: { rows: 0, allPositives: 0, selected: 0, positives: 0, overridden: 0, overriddenPositives: 0, reviewed: 0 },
    figures: new Float64Array(0),
    dirty: true,
  }; // prettier-ignore
  const champion = versions.find(({ id }) => id === scorecard.champion)!;
  const { cutoff, segmentCutoffs, rules, paused } = parts.decisions;
  parts.decisions.policies = [
    { artifact: champion.artifact, model: champion.model, cutoff, segmentCutoffs: { ...segmentCutoffs }, rules: [...rules], paused },
  ];
  return parts;
}

/** With the core's, and room for the figures. */
export const createParts = (params: ScoringParams, columns: number, core: CoreParts): PartStates => ({
  ...core,
  charts: { ...core.charts, ...initialCharts() },
  ...createScoring(params),
  figures: new Float64Array(columns).fill(NaN),
});

/** A copy of its own. What is never changed once it is there is shared: model versions, periods with labels, policies. */
export function copyParts(parts: PartStates, core: CoreParts): PartStates {
  const { population, pipeline, registry, training, labels, decisions, outcomes, today, sofar, figures, dirty } = parts;
  const own = copyInto(core, { alerts: parts.alerts, stakeholder: parts.stakeholder, colleagues: parts.colleagues, charts: parts.charts });
  return {
    ...own,
    population: { ...population, mix: population.mix.slice() },
    pipeline: { ...pipeline },
    registry: { ...registry, versions: [...registry.versions] },
    training: { ...training, without: [...training.without] },
    labels: { ...labels, periods: [...labels.periods] },
    decisions: {
      ...decisions,
      segmentCutoffs: { ...decisions.segmentCutoffs },
      rules: [...decisions.rules],
      mended: [...decisions.mended],
      policies: [...decisions.policies],
      queue: { ...decisions.queue },
    },
    outcomes: { ...outcomes },
    today: { ...today },
    sofar: { ...sofar },
    figures: figures.slice(),
    dirty,
  };
}

/** A part without what its newest entries stand for: what lies behind them never changes. */
export function hashedPart(part: string, value: unknown): unknown {
  if (part === 'labels') {
    const { periods } = value as ScoringParts['labels'];
    return { count: periods.length, last: periods.at(-1) ?? null };
  }
  if (part === 'registry') {
    const { versions, ...rest } = value as ScoringParts['registry'];
    return { ...rest, versions: versions.map(({ id, artifact, auc, promoted }) => [id, artifact, auc, promoted ? 1 : 0]) };
  }
  if (part === 'decisions') {
    const { policies, ...rest } = value as ScoringParts['decisions'];
    return { ...rest, policies: policies.length };
  }
  if (part === 'today') return (value as ScoringParts['today']).of; // all else follows from it
  return value;
}
