import type { AnyStateMachine } from 'xstate';
import type { ChartOutline, OutlineState, OutlineWay } from '../domain/chart-view.ts';

/** What this needs of a state node of XState; `any` in XState's own type. */
interface Node {
  readonly key: string;
  readonly path: readonly string[];
  readonly type: string;
  readonly states: Record<string, Node>;
  readonly parent: Node | undefined;
  readonly initial: { readonly target: readonly Node[] };
  readonly transitions: ReadonlyMap<string, readonly Transition[]>;
  readonly always?: readonly Transition[] | undefined;
}

/** XState's own type leaves open what a condition is; written out it is one of these. */
type Guard = string | { readonly type: string } | (() => unknown) | undefined;

interface Transition {
  readonly target: readonly Node[] | undefined;
  readonly guard: Guard;
}

const pathOf = (node: Node): string => node.path.join('.');
const isRoot = (node: Node): boolean => node.path.length === 0;

const KINDS: Readonly<Record<string, OutlineState['kind']>> = {
  compound: 'group',
  parallel: 'parallel',
  final: 'final',
  history: 'history',
};

function stateOf(node: Node): OutlineState {
  const parent = node.parent!; // the root alone has none, and is no state
  const holder = isRoot(parent) ? null : pathOf(parent);
  const initial = parent.type === 'parallel' || parent.initial.target[0] === node;
  return { id: pathOf(node), name: node.key, parent: holder, kind: KINDS[node.type] ?? 'single', initial };
}

function guardName(guard: Guard): string | null {
  if (guard === undefined) return null;
  if (typeof guard === 'string') return guard;
  if (typeof guard === 'function') return guard.name === '' ? 'a condition' : guard.name;
  return guard.type;
}

function waysOf(node: Node): OutlineWay[] {
  const always = (node.always ?? []).map((way) => ['always', way] as const);
  const named = [...node.transitions].flatMap(([event, ways]) => ways.map((way) => [event, way] as const));
  const from = isRoot(node) ? null : pathOf(node);
  return [...named, ...always].flatMap(([on, { target, guard }], i) => {
    const targets = target === undefined || target.length === 0 ? [node] : target; // without a target it stays where it is
    return targets.map((to, k) => ({ id: `${pathOf(node)}#${i}.${k}`, from, to: pathOf(to), on, guard: guardName(guard) }));
  });
}

/** What can be drawn of a machine: its states from the outside in, and every transition of each, as its definition has them. */
export function outlineOf(machine: AnyStateMachine): ChartOutline {
  const states: OutlineState[] = [];
  const ways: OutlineWay[] = [];
  const walk = (node: Node): void => {
    if (!isRoot(node)) states.push(stateOf(node));
    ways.push(...waysOf(node));
    for (const child of Object.values(node.states)) walk(child);
  };
  walk(machine.root as unknown as Node);
  return { states, ways };
}
