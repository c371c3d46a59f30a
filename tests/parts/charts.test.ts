import { describe, expect, it } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { alertChart } from '../../src/parts/alerts/chart.ts';
import { autoscalerChart } from '../../src/parts/autoscaler/chart.ts';
import { breakerChart } from '../../src/parts/gateway/breaker-chart.ts';
import { stepperOf } from '../../src/kernel/stepper.ts';

const charts: readonly (readonly [string, AnyStateMachine])[] = [
  ['alert', alertChart],
  ['autoscaler', autoscalerChart],
  ['breaker', breakerChart],
];

describe.each(charts)('the %s chart', (_, chart) => {
  const paths = getShortestPaths(chart);

  it('reaches each of its states from the first', () => {
    expect(new Set(paths.map((path) => String(path.state.value)))).toEqual(new Set(stepperOf(chart).states));
  });

  it('goes the same way through the stepper as through XState, on every path', () => {
    const stepper = stepperOf(chart);
    for (const path of paths) {
      let state = stepper.initial;
      for (const { event } of path.steps) if (event.type !== 'xstate.init') state = stepper.send(state, event.type);
      expect(state).toBe(path.state.value);
    }
  });

  it('leaves every state again', () => {
    const stepper = stepperOf(chart);
    for (const state of stepper.states)
      expect(
        (chart.events as string[]).some((event) => stepper.send(state, event) !== state),
        state,
      ).toBe(true);
  });
});
