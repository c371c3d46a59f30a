import { stepperOf } from '../../kernel/stepper.ts';
import { audienceChart, clientChart, parallelChart } from '../../parts/audience/chart.ts';
import { experimentChart } from '../../parts/experiment/chart.ts';
import { successesChart } from '../../parts/successes/chart.ts';
import { releaseChart } from '../../parts/release/chart.ts';
import type { World } from './world.ts';

export const steppers = {
  audience: stepperOf(audienceChart),
  'client-release': stepperOf(clientChart),
  'parallel-experiment': stepperOf(parallelChart),
  release: stepperOf(releaseChart),
  experiment: stepperOf(experimentChart),
  successes: stepperOf(successesChart),
};

const SURGE = 1.3; // × the mean of that hour
const THIN = 0.7;

/** Charts follow what the numbers have become. @param ratio arrivals now over those of an ordinary hour @param off success off its band: −1 below, 1 above */
export function moveCharts({ state, setup }: World, ratio: number, off: number): void {
  const { charts, audience, release, experiment } = state.parts;
  charts['audience'] = steppers.audience.send(charts['audience']!, ratio > SURGE ? 'SURGE' : ratio < THIN ? 'THIN' : 'CALM');
  charts['successes'] = steppers.successes.send(charts['successes']!, off < 0 ? 'FALL' : off > 0 ? 'RISE' : 'CALM');
  charts['release'] = release.chart;
  charts['experiment'] = experiment.chart;
  const { clients, arms } = setup.params.audience;
  if (clients.length > 1) {
    const event = audience.clientOff ? 'TURN_OFF' : charts['client-release'] === 'turned-off' ? 'TURN_ON' : 'STAGE';
    if (audience.clientOff || audience.newClientShare > 0)
      charts['client-release'] = steppers['client-release'].send(charts['client-release']!, event);
  }
  if (arms.length > 1 && (audience.armsPaused || audience.treatedShare > 0))
    charts['parallel-experiment'] = steppers['parallel-experiment'].send(
      charts['parallel-experiment']!,
      audience.armsPaused ? 'PAUSE' : 'ENROL',
    );
}
