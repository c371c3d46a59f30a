import type { LineageNode } from '../../domain/evidence.ts';
import { lineageWords } from '../../game/words/lineage.ts';
import type { Edge } from './lineage-layout.ts';

export const changed = (node: LineageNode): boolean => node.was !== '' && node.was !== node.version;

const namesOf = (nodes: readonly LineageNode[], ids: readonly string[]): string =>
  ids.map((id) => nodes.find((node) => node.id === id)?.name ?? id).join(', ');

export const madeFrom = (node: LineageNode, nodes: readonly LineageNode[], edges: readonly Edge[]): string =>
  namesOf(
    nodes,
    edges.filter((edge) => edge.to === node.id).map((edge) => edge.from),
  );

export const feeds = (node: LineageNode, nodes: readonly LineageNode[], edges: readonly Edge[]): string =>
  namesOf(
    nodes,
    edges.filter((edge) => edge.from === node.id).map((edge) => edge.to),
  );

/** One sentence for the whole graph. */
export function lineageSentence(nodes: readonly LineageNode[]): string {
  const other = nodes.filter(changed).map((node) => lineageWords.changedNode(node.name, node.was, node.version));
  if (other.length === 0) return lineageWords.allSame(nodes.length);
  return lineageWords.changed(other, nodes.length);
}
