import { stepperOf } from '../../kernel/stepper.ts';
import { decisionsChart, queueChart } from '../../parts/decisions/chart.ts';
import { labelsChart } from '../../parts/labels/chart.ts';
import { outcomesChart } from '../../parts/outcomes/chart.ts';
import { pipelineChart } from '../../parts/pipeline/chart.ts';
import { populationChart } from '../../parts/population/chart.ts';
import { championChart, trainingChart } from '../../parts/training/chart.ts';
import type { PartStates, ScoringParams } from './world.ts';

export const steppers = {
  population: stepperOf(populationChart),
  pipeline: stepperOf(pipelineChart),
  training: stepperOf(trainingChart),
  champion: stepperOf(championChart),
  labels: stepperOf(labelsChart),
  decisions: stepperOf(decisionsChart),
  'review-queue': stepperOf(queueChart),
  outcomes: stepperOf(outcomesChart),
};

export const initialCharts = (): Record<string, string> =>
  Object.fromEntries(Object.entries(steppers).map(([id, stepper]) => [id, stepper.initial]));

/** Where figures put the charts that follow them; the others were moved by what happened. @param worstPsi of the features, as sampled */
export function moveCharts(params: ScoringParams, parts: PartStates, worstPsi: number, outcomeWorse: boolean): void {
  const { charts, pipeline, training, registry, decisions, outcomes } = parts;
  const { queuePerHour, queueStart, queueHours } = params.decisions;
  charts['pipeline'] = pipeline.chart;
  charts['training'] = training.chart;
  charts['champion'] = registry.chart;
  charts['population'] = steppers.population.send(charts['population']!, worstPsi > 0.1 ? 'SHIFT' : 'CALM');
  charts['labels'] = steppers.labels.send(charts['labels']!, outcomeWorse ? 'WORSE' : 'USUAL');
  charts['decisions'] = decisions.paused
    ? steppers.decisions.send(charts['decisions']!, 'PAUSE')
    : steppers.decisions.send(
        charts['decisions'] === 'paused' ? steppers.decisions.send('paused', 'RESUME') : charts['decisions']!,
        decisions.cutoff !== params.decisions.cutoff || Object.keys(decisions.segmentCutoffs).length + decisions.rules.length > 0
          ? 'CHANGE'
          : 'REVERT',
      );
  if (queuePerHour > 0) {
    const { waiting, factor } = decisions.queue;
    const event = waiting > queuePerHour * factor * queueHours * 0.5 ? 'OVERFLOW' : waiting > queueStart * 2 ? 'FILL' : 'EMPTY';
    charts['review-queue'] = steppers['review-queue'].send(charts['review-queue']!, event);
  }
  const perMinute = outcomes.eurPerHour / 60;
  charts['outcomes'] = steppers.outcomes.send(charts['outcomes']!, perMinute > 1 ? 'HURT' : perMinute > 0.3 ? 'DENT' : 'CALM');
}
