import type { AnyStateMachine, EventFromLogic } from 'xstate';
import type { ChartOutline } from '../domain/chart-view.ts';
import { outlineOf } from './outline.ts';

/** How a state becomes known: at once, after a look, or never during play. */
export type Visibility = 'observable' | 'look' | 'hidden';

/**
 * A statechart as a function from state and event to state. XState stays the one definition, and resolves it; charts without context,
 * guards and effects then need no interpreter: the first node from the state outwards that takes the event says where to go.
 */
export interface Stepper<E extends string = string> {
  readonly initial: string;
  readonly states: readonly string[]; // leaves, "a" or "a.b"
  readonly outline: ChartOutline; // of the chart's definition
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
  readonly parent: Node | undefined;
  readonly initial: { readonly target: readonly Node[] }; // of a leaf: none
  readonly transitions: ReadonlyMap<string, readonly { readonly target: readonly Node[] | undefined; readonly guard: unknown }[]>;
}

const VISIBILITIES: readonly Visibility[] = ['observable', 'look', 'hidden'];
const REFUSED = ['after', 'invoke', 'entry', 'exit', 'always', 'onDone'] as const; // timers, side jobs and effects would be dropped silently

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
  if (node.type === 'parallel' || node.type === 'history' || node.type === 'final')
    throw new Error(`${where} is ${node.type}; a stepped chart has one state at a time`);
  const handlers = typeof config['on'] === 'object' && config['on'] !== null ? Object.values(config['on']) : [];
  if (handlers.some(hasActions)) throw new Error(`${where} has actions; a stepped chart may not`);
  for (const [event, ways] of node.transitions) {
    if (event.includes('*')) throw new Error(`${where} takes "${event}"; a stepped chart names its events`);
    if (ways.some(({ guard }) => guard !== undefined)) throw new Error(`${where} has a guard; a stepped chart may not`);
  }
  for (const child of Object.values(node.states)) check(id, child);
};

const nameOf = (node: Node): string => node.path.join('.');

/** The leaf that is entered with a node. */
const entered = (node: Node): Node => {
  const [first] = node.initial.target;
  return first === undefined ? node : entered(first);
};

const after = (leaf: Node, event: string): Node => {
  for (let node: Node | undefined = leaf; node !== undefined; node = node.parent) {
    const [way] = node.transitions.get(event) ?? [];
    if (way === undefined) continue;
    const target = way.target?.[0];
    return target === undefined ? leaf : entered(target);
  }
  return leaf;
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
  const root = machine.root as unknown as Node;
  check(id, root);
  const leaves = new Map(leavesOf(root).map((leaf) => [nameOf(leaf), { leaf, next: new Map<string, string>() }]));
  const tags = new Map([...leaves].map(([name, { leaf }]) => [name, visibilityOf(id, root, leaf)]));
  const events = new Set<string>(machine.events as readonly string[]);

  const compute = (state: string, event: string): string => {
    const from = leaves.get(state);
    if (from === undefined) throw new Error(`chart "${id}" has no state "${state}"; it has ${[...tags.keys()].join(', ')}`);
    if (!events.has(event)) throw new Error(`chart "${id}" takes no event "${event}"; it takes ${[...events].join(', ')}`);
    const name = nameOf(after(from.leaf, event));
    from.next.set(event, name);
    return name;
  };

  // Most charts are told the same at every scrape, and stay where they are.
  let last: { readonly state: string; readonly event: string; readonly next: string } | null = null;
  let tagged: { readonly state: string; readonly tag: Visibility } | null = null;

  const stepper: Stepper = {
    initial: nameOf(entered(root)),
    states: [...tags.keys()],
    outline: outlineOf(machine),
    send(state, event) {
      if (last !== null && state === last.state && event === last.event) return last.next;
      last = { state, event, next: leaves.get(state)?.next.get(event) ?? compute(state, event) };
      return last.next;
    },
    tag(state) {
      if (tagged !== null && state === tagged.state) return tagged.tag;
      const tag = tags.get(state);
      if (tag === undefined) throw new Error(`chart "${id}" has no state "${state}"; it has ${[...tags.keys()].join(', ')}`);
      tagged = { state, tag };
      return tag;
    },
  };
  made.set(machine, stepper);
  return stepper;
}
