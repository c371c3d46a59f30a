import { formatValue } from '../domain/metric.ts';
import { inspect } from './inspect.ts';
import type { Fact } from './inspect-facts.ts';

const textOf = (fact: Fact): string =>
  `${fact.label} ${fact.from} ${fact.kind === 'figure' ? formatValue(fact.value, fact.unit) : fact.kind === 'version' ? fact.text : ''}`.toLowerCase();

export interface FoundFact {
  readonly fact: Fact;
  readonly comparable: boolean; // with the one that is picked already
}

/**
 * Facts that have every word typed, those that can be compared with the other fact first, of these what is of the same thing first; else
 * as they were read.
 * @param other the fact that is picked already
 */
export function findFacts(facts: readonly Fact[], typed: string, other: Fact | undefined, tickSeconds: number): readonly FoundFact[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = facts
    .filter((fact) => fact.id !== other?.id && words.every((word) => textOf(fact).includes(word)))
    .map((fact) => ({ fact, comparable: other !== undefined && inspect(fact, other, tickSeconds).verdict !== 'apart' }));
  const ofSame = ({ fact }: FoundFact): boolean => other !== undefined && fact.kind !== 'moment' && other.kind !== 'moment' && fact.of === other.of; // prettier-ignore
  const rank = (each: FoundFact): number => (each.comparable ? (ofSame(each) ? 0 : 1) : 2);
  return found.sort((a, b) => rank(a) - rank(b));
}
