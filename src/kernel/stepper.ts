import { initialTransition, transition } from 'xstate';
import type { AnyStateMachine, EventFromLogic, StateValue } from 'xstate';

/** How a state becomes known: at once, after a look, or never during play. */
export type Visibility = 'observable' | 'look' | 'hidden';

/** A statechart as a function from state and event to state. XState stays the one definition; each step is computed once. */
export interface Stepper<E extends string = string> {
  readonly initial: string;
  readonly states: readonly string[]; // leaves, "a" or "a.b"
  /** The state after an event; the same state where the chart does not take the event. @throws for names the chart does not have */
  send(state: string, event: E): string;
  tag(state: string): Visibility;
}

/** What this needs of a state node of XState; `any` in XState's own type. */
interface Node {
  readonly key: string;
  readonly path: readonly string[];
  readonly type: string;
  readonly states: Record<string, Node>;
  readonly tags: readonly string[];
  readonly config: Record<string, unknown>;
}

const VISIBILITIES: readonly Visibility[] = ['observable', 'look', 'hidden'];
const REFUSED = ['after', 'invoke', 'entry', 'exit'] as const; // timers, side jobs and effects would be dropped silently

const hasActions = (transitions: unknown): boolean => {
  if (Array.isArray(transitions)) return transitions.some(hasActions);
  return typeof transitions === 'object' && transitions !== null && 'actions' in transitions;
};

const leavesOf = (node: Node): Node[] => {
  const children = Object.values(node.states);
  return children.length === 0 ? [node] : children.flatMap(leavesOf);
};

const check = (id: string, node: Node): void => {
  const where = node.path.length === 0 ? `chart "${id}"` : `state "${node.path.join('.')}" of chart "${id}"`;
  const config = node.config;
  if (config['context'] !== undefined) throw new Error(`${where} has context; a stepped chart must be context-free`);
  for (const word of REFUSED) if (config[word] !== undefined) throw new Error(`${where} has ${word}; a stepped chart may not`);
  if (node.type === 'parallel' || node.type === 'history')
    throw new Error(`${where} is ${node.type}; a stepped chart has one state at a time`);
  const handlers = typeof config['on'] === 'object' && config['on'] !== null ? Object.values(config['on']) : [];
  if (handlers.some(hasActions) || hasActions(config['always'])) throw new Error(`${where} has actions; a stepped chart may not`);
  for (const child of Object.values(node.states)) check(id, child);
};

const nameOf = (value: StateValue): string => {
  if (typeof value === 'string') return value;
  const [key, inner] = Object.entries(value)[0] as [string, StateValue];
  return `${key}.${nameOf(inner)}`;
};

const valueOf = (name: string): StateValue => {
  const [last = '', ...outer] = name.split('.').reverse();
  return outer.reduce<StateValue>((inner, key) => ({ [key]: inner }), last);
};

const visibilityOf = (id: string, root: Node, leaf: Node): Visibility => {
  const tags = new Set<string>();
  let node = root;
  for (const key of leaf.path) {
    node = node.states[key] as Node;
    for (const tag of node.tags) tags.add(tag);
  }
  const found = VISIBILITIES.filter((tag) => tags.has(tag));
  if (found.length !== 1) {
    throw new Error(
      `state "${leaf.path.join('.')}" of chart "${id}" needs exactly one tag of observable, look, hidden; it has ${found.length}`,
    );
  }
  return found[0] as Visibility;
};

const made = new WeakMap<object, Stepper>();

/**
 * The stepper of a chart; the same one for the same chart.
 * @throws when the chart has context, timers, invocations, actions or parallel states, or an untagged state
 */
export function stepperOf<M extends AnyStateMachine>(machine: M): Stepper<EventFromLogic<M>['type']> {
  const known = made.get(machine);
  if (known !== undefined) return known;
  const id = machine.id;
  const plain: AnyStateMachine = machine;
  const root = machine.root as unknown as Node;
  check(id, root);
  const leaves = leavesOf(root);
  const tags = new Map(leaves.map((leaf) => [leaf.path.join('.'), visibilityOf(id, root, leaf)]));
  const events = new Set<string>(machine.events as readonly string[]);
  const next = new Map<string, Map<string, string>>(leaves.map((leaf) => [leaf.path.join('.'), new Map()]));

  const compute = (state: string, event: string): string => {
    const row = next.get(state);
    if (row === undefined) throw new Error(`chart "${id}" has no state "${state}"; it has ${[...tags.keys()].join(', ')}`);
    if (!events.has(event)) throw new Error(`chart "${id}" takes no event "${event}"; it takes ${[...events].join(', ')}`);
    const [after] = transition(plain, plain.resolveState({ value: valueOf(state), context: undefined }), { type: event });
    const name = nameOf(after.value as StateValue);
    const interned = leaves.map((leaf) => leaf.path.join('.')).find((leaf) => leaf === name) as string;
    row.set(event, interned);
    return interned;
  };

  const stepper: Stepper = {
    initial: nameOf(initialTransition(plain)[0].value as StateValue),
    states: [...tags.keys()],
    send: (state, event) => next.get(state)?.get(event) ?? compute(state, event),
    tag(state) {
      const tag = tags.get(state);
      if (tag === undefined) throw new Error(`chart "${id}" has no state "${state}"; it has ${[...tags.keys()].join(', ')}`);
      return tag;
    },
  };
  made.set(machine, stepper);
  return stepper;
}
