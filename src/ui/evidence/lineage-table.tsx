import type { LineageNode } from '../../domain/evidence.ts';
import { bodyWords } from '../../game/words/evidence-body.ts';
import { lineageWords } from '../../game/words/lineage.ts';
import { StatusMark } from '../common/status-mark.tsx';
import type { Edge } from './lineage-layout.ts';
import { changed, madeFrom } from './lineage-words.ts';
import { ScrollBox } from './scroll-box.tsx';

interface Props {
  readonly nodes: readonly LineageNode[];
  readonly edges: readonly Edge[];
  readonly label: string;
}

/** The same graph as rows. */
export function LineageTable({ nodes, edges, label }: Props) {
  return (
    <ScrollBox label={bodyWords.rowsOf(label)}>
      <table class="figures">
        <caption class="for-readers">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{lineageWords.table.name}</th>
            <th scope="col">{lineageWords.table.kind}</th>
            <th scope="col">{lineageWords.table.before}</th>
            <th scope="col">{lineageWords.table.now}</th>
            <th scope="col">{lineageWords.table.from}</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <tr key={node.id} class={changed(node) ? 'changed' : ''}>
              <th scope="row">
                <span class="row-name">
                  {changed(node) && <StatusMark state="you" label={lineageWords.table.changed} />}
                  {node.name}
                </span>
              </th>
              <td class="words">{lineageWords.kinds[node.kind]}</td>
              <td class="mono">{node.was === '' ? node.version : node.was}</td>
              <td class="mono">{node.version}</td>
              <td class="words">{madeFrom(node, nodes, edges)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
