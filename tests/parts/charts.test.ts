import { describe, expect, it } from 'vitest';
import { initialTransition, transition, type AnyStateMachine } from 'xstate';
import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import { stepperOf } from '../../src/kernel/stepper.ts';

const modules = import.meta.glob<Record<string, unknown>>('../../src/parts/**/*chart.ts', { eager: true });
const isChart = (value: unknown): value is AnyStateMachine =>
  typeof value === 'object' && value !== null && 'root' in value && 'transition' in value;
const charts = Object.entries(modules).flatMap(([file, module]) =>
  Object.values(module)
    .filter(isChart)
    .map((chart) => [chart.id, file.replace('../../src/', ''), chart] as const),
);

it('finds the charts of the parts', () => {
  expect(charts.length).toBeGreaterThanOrEqual(3);
  expect(charts.map(([id]) => id)).toEqual(expect.arrayContaining(['alert', 'autoscaler', 'breaker']));
  expect(new Set(charts.map(([id]) => id)).size).toBe(charts.length);
});

describe.each(charts)('the %s chart (%s)', (_id, _file, chart) => {
  it('can be stepped: no context, timers or effects, each state tagged', () => {
    const stepper = stepperOf(chart);
    for (const state of stepper.states) expect(['observable', 'look', 'hidden']).toContain(stepper.tag(state));
  });

  it('reaches each of its states from the first', () => {
    const reached = getShortestPaths(chart).map((path) => String(path.state.value));
    expect(new Set(reached)).toEqual(new Set(stepperOf(chart).states));
  });

  it('goes the same way through the stepper as through XState, on every simple path', () => {
    const stepper = stepperOf(chart);
    const paths = getSimplePaths(chart);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      let state = stepper.initial;
      for (const { event } of path.steps) if (event.type !== 'xstate.init') state = stepper.send(state, event.type);
      expect(state).toBe(path.state.value);
    }
  });

  it('goes where XState goes, from every state on every event', () => {
    const stepper = stepperOf(chart);
    expect(stepper.initial).toBe(initialTransition(chart)[0].value);
    for (const state of stepper.states)
      for (const type of chart.events as string[]) {
        const [after] = transition(chart, chart.resolveState({ value: state, context: undefined }), { type });
        expect(stepper.send(state, type), `${state} on ${type}`).toBe(after.value);
      }
  });

  it('takes every event it declares somewhere', () => {
    const stepper = stepperOf(chart);
    for (const event of chart.events as string[])
      expect(
        stepper.states.some((state) => stepper.send(state, event) !== state),
        event,
      ).toBe(true);
  });
});
