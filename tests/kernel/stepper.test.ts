import { describe, expect, it } from 'vitest';
import { assign, createMachine, setup } from 'xstate';
import { stepperOf } from '../../src/kernel/stepper.ts';

const chart = setup({ types: { events: {} as { type: 'A' } | { type: 'B' } } }).createMachine({
  id: 'chart',
  initial: 'x',
  states: {
    x: { tags: 'observable', on: { A: 'y' } },
    y: { tags: 'look', initial: 'p', on: { B: 'x' }, states: { p: { on: { A: 'q' } }, q: {} } },
  },
});

describe('the stepper of a statechart', () => {
  it('goes where the chart goes', () => {
    const stepper = stepperOf(chart);
    expect(stepper.initial).toBe('x');
    expect(stepper.states).toEqual(['x', 'y.p', 'y.q']);
    expect(stepper.send('x', 'A')).toBe('y.p');
    expect(stepper.send('y.p', 'A')).toBe('y.q');
    expect(stepper.send('y.q', 'B')).toBe('x');
  });

  it('stays where the chart takes no such event now', () => {
    expect(stepperOf(chart).send('x', 'B')).toBe('x');
  });

  it('is made once for a chart', () => {
    expect(stepperOf(chart)).toBe(stepperOf(chart));
  });

  it('knows how a state becomes known, also from the state around it', () => {
    expect([stepperOf(chart).tag('x'), stepperOf(chart).tag('y.q')]).toEqual(['observable', 'look']);
  });

  it('refuses names that the chart does not have', () => {
    expect(() => stepperOf(chart).send('z', 'A')).toThrow('chart "chart" has no state "z"; it has x, y.p, y.q');
    expect(() => stepperOf(chart).send('x', 'C' as 'A')).toThrow('takes no event "C"; it takes A, B');
    expect(() => stepperOf(chart).tag('z')).toThrow('has no state "z"');
  });

  const state = { tags: 'look' };
  const refused: readonly (readonly [string, object, string])[] = [
    ['context', { context: { n: 1 }, states: { a: state } }, 'has context'],
    ['a timer', { states: { a: { ...state, after: { 10: 'a' } } } }, 'has after'],
    ['an invocation', { states: { a: { ...state, invoke: { src: 'job' } } } }, 'has invoke'],
    ['an entry action', { states: { a: { ...state, entry: () => undefined } } }, 'has entry'],
    ['an action on the way', { states: { a: { ...state, on: { E: { target: 'a', actions: assign({}) } } } } }, 'has actions'],
    ['a parallel state', { type: 'parallel', initial: undefined, states: { a: state, b: state } }, 'is parallel'],
    ['a state without a tag', { states: { a: {} } }, 'needs exactly one tag'],
    ['a state with two tags', { states: { a: { tags: ['look', 'hidden'] } } }, 'needs exactly one tag'],
  ];
  it.each(refused)('refuses a chart with %s', (_, config, says) => {
    const machine = createMachine({ id: 'bad', initial: 'a', ...config } as Parameters<typeof createMachine>[0]);
    expect(() => stepperOf(machine)).toThrow(says);
  });
});
