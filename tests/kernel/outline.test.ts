import { describe, expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { outlineOf } from '../../src/kernel/outline.ts';

const isReady = (): boolean => true;

const machine = createMachine({
  id: 'made-up',
  initial: 'idle',
  on: { STOP: '.done' },
  states: {
    idle: {
      on: {
        GO: [
          { target: 'at-work', guard: isReady },
          { target: 'idle', guard: 'isNamed' },
          { target: 'done', guard: { type: 'hasType' } },
        ],
        STAY: {},
      },
    },
    'at-work': {
      initial: 'first',
      states: {
        first: {
          on: {
            NEXT: {
              target: 'second',
              guard: (
                () => () =>
                  true
              )(),
            },
          },
        },
        second: { always: '#made-up.done' },
      },
    },
    done: { type: 'final' },
  },
});

describe('the outline of a machine', () => {
  const { states, ways } = outlineOf(machine);

  it('has every state from the outside in, with what holds it and whether it is entered first', () => {
    expect(states).toEqual([
      { id: 'idle', name: 'idle', parent: null, kind: 'single', initial: true },
      { id: 'at-work', name: 'at-work', parent: null, kind: 'group', initial: false },
      { id: 'at-work.first', name: 'first', parent: 'at-work', kind: 'single', initial: true },
      { id: 'at-work.second', name: 'second', parent: 'at-work', kind: 'single', initial: false },
      { id: 'done', name: 'done', parent: null, kind: 'final', initial: false },
    ]);
  });

  it('has every transition with its condition by name, and those that stay where they are', () => {
    expect(ways.map(({ from, to, on, guard }) => `${from} ${on} ${to} ${guard}`)).toEqual([
      'null STOP done null',
      'idle GO at-work isReady',
      'idle GO idle isNamed',
      'idle GO done hasType',
      'idle STAY idle null',
      'at-work.first NEXT at-work.second a condition',
      'at-work.second always done null',
    ]);
    expect(new Set(ways.map(({ id }) => id)).size).toBe(ways.length);
  });

  it('says which states go on side by side, and enters each of those', () => {
    const side = { a: {}, b: { initial: 'c', states: { c: {}, last: { type: 'history' } } } } as const;
    const { states: found } = outlineOf(createMachine({ initial: 'both', states: { both: { type: 'parallel', states: side } } }));
    expect(found.map(({ id, kind, initial }) => [id, kind, initial])).toEqual([
      ['both', 'parallel', true],
      ['both.a', 'single', true],
      ['both.b', 'group', true],
      ['both.b.c', 'single', true],
      ['both.b.last', 'history', false],
    ]);
  });

  it('tells the ways of a state from those of the whole, whatever the state is called', () => {
    const odd = outlineOf(createMachine({ initial: 'null', on: { STOP: '.null' }, states: { null: { on: { GO: {} } } } }));
    expect(new Set(odd.ways.map(({ id }) => id)).size).toBe(2);
  });
});
