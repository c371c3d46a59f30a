import { describe, expect, it } from 'vitest';
import { assign, createMachine, setup, transition, type StateValue } from 'xstate';
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

  it('goes where XState goes, also within states that lie in others', () => {
    const nested = createMachine({
      id: 'nested',
      initial: 'in',
      states: {
        in: {
          tags: 'look',
          initial: 'one',
          on: { OUT: 'out', SAME: 'in', NOWHERE: {} },
          states: {
            one: { on: { NEXT: 'two', OUT: 'two' } },
            two: { initial: 'deep', on: { NEXT: 'one' }, states: { deep: { on: { OUT: [] } }, deeper: { on: { OUT: undefined } } } },
          },
        },
        out: { tags: 'look', on: { NEXT: 'in.two.deeper', BACK: 'in' } },
      },
    });
    const stepper = stepperOf(nested);
    const text = (value: unknown): string =>
      typeof value === 'string'
        ? value
        : Object.entries(value as object)
            .map(([key, inner]) => `${key}.${text(inner)}`)
            .join();
    const valueOf = (name: string): StateValue =>
      name.split('.').reduceRight<StateValue | undefined>((inner, key) => (inner === undefined ? key : { [key]: inner }), undefined)!;
    for (const state of stepper.states)
      for (const type of nested.events) {
        const [after] = transition(nested, nested.resolveState({ value: valueOf(state) }), { type });
        expect(stepper.send(state, type), `${state} on ${type}`).toBe(text(after.value));
      }
  });

  it('stays where the chart takes no such event now', () => {
    expect(stepperOf(chart).send('x', 'B')).toBe('x');
  });

  it('is made once for a chart', () => {
    expect(stepperOf(chart)).toBe(stepperOf(chart));
  });

  it('knows how a state becomes known, also from the state around it', () => {
    expect(['x', 'x', 'y.q'].map((state) => stepperOf(chart).tag(state))).toEqual(['observable', 'observable', 'look']);
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
    ['a guard', { states: { a: { ...state, on: { E: { target: 'a', guard: () => true } } } } }, 'has a guard'],
    ['a step that comes by itself', { states: { a: { ...state, always: 'b' }, b: state } }, 'has always'],
    ['an end', { states: { a: { ...state, type: 'final' } } }, 'is final'],
    ['an event of any name', { states: { a: { ...state, on: { '*': 'a' } } } }, 'names its events'],
    ['a state without a tag', { states: { a: {} } }, 'needs exactly one tag'],
    ['a state with two tags', { states: { a: { tags: ['look', 'hidden'] } } }, 'needs exactly one tag'],
  ];
  it.each(refused)('refuses a chart with %s', (_, config, says) => {
    const machine = createMachine({ id: 'bad', initial: 'a', ...config } as Parameters<typeof createMachine>[0]);
    expect(() => stepperOf(machine)).toThrow(says);
  });
});
