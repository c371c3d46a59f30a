import { useState } from 'preact/hooks';
import type { LineageNode } from '../../domain/evidence.ts';
import type { PicturedBody } from '../../game/evidence-view.ts';
import { lineageWords } from '../../game/words/lineage.ts';
import { textScale, useWidth } from '../common/element-width.ts';
import { rove } from '../common/roving.ts';
import { StatusMark } from '../common/status-mark.tsx';
import { lineageDrawing } from './lineage-drawing.ts';
import { lineageLayout } from './lineage-layout.ts';
import { LineageTable } from './lineage-table.tsx';
import { changed, feeds, lineageSentence, madeFrom } from './lineage-words.ts';
import { SchemaDiff } from './schema-diff.tsx';
import { TableSwitch } from './table-switch.tsx';

type Lineage = Extract<PicturedBody, { kind: 'lineage' }>;

const px = (length: number): string => `${length.toFixed(1)}px`;
const EDGE = 6; // px around the drawing, where the focus ring has room

/** Which data and code made a model: nodes in the order in which they feed each other, what changed with its sign. */
export function LineageGraph({ body, label }: { readonly body: Lineage; readonly label: string }) {
  const [asTable, setAsTable] = useState(false);
  const { nodes, edges, fields } = body;
  return (
    <div class="lineage">
      <div class="body-tools">
        <p class="finding">{lineageSentence(nodes)}</p>
        <TableSwitch on={asTable} of={label} onToggle={() => setAsTable(!asTable)} />
      </div>
      {asTable ? <LineageTable nodes={nodes} edges={edges} label={label} /> : <Graph body={body} label={label} />}
      <SchemaDiff fields={fields} />
    </div>
  );
}

function Graph({ body, label }: { readonly body: Lineage; readonly label: string }) {
  const { nodes, edges } = body;
  const { ref, width } = useWidth<HTMLDivElement>();
  const layout = lineageLayout(nodes, edges);
  const [picked, setPicked] = useState((nodes.find(changed) ?? layout.places.at(-1)?.node)?.id ?? '');
  const shown = nodes.find((node) => node.id === picked);
  const drawing = lineageDrawing(layout, width.value - 2 * EDGE, textScale());
  return (
    <>
      <div ref={ref} class="scroll lineage-room">
        {width.value > 0 && (
          <div
            class="lineage-graph"
            role="group"
            aria-label={lineageWords.graph(label)}
            style={{ width: px(drawing.width), height: px(drawing.height) }}
            onKeyDown={(event) => rove(event, 'button')}
          >
            <svg width={drawing.width} height={drawing.height} aria-hidden="true">
              {layout.ways.map((way) => (
                <path key={`${way.edge.from}>${way.edge.to}`} d={drawing.path(way)} />
              ))}
            </svg>
            {layout.places.map((place) => {
              const { left, top } = drawing.box(place);
              return (
                <button
                  key={place.node.id}
                  type="button"
                  class={`lineage-node ${changed(place.node) ? 'changed' : ''}`}
                  style={{ left: px(left), top: px(top), width: px(drawing.nodeWidth), height: px(drawing.nodeHeight) }}
                  aria-pressed={place.node.id === picked}
                  tabIndex={place.node.id === picked ? 0 : -1}
                  onClick={() => setPicked(place.node.id)}
                  onFocus={() => setPicked(place.node.id)}
                >
                  <NodeFace node={place.node} next={feeds(place.node, nodes, edges)} />
                </button>
              );
            })}
          </div>
        )}
      </div>
      <p class="small soft lineage-says" aria-live="polite">
        {shown !== undefined && (
          <>
            <b>{shown.name}</b>{' '}
            {lineageWords.node({
              kind: shown.kind,
              version: shown.version,
              was: changed(shown) ? shown.was : null,
              from: madeFrom(shown, nodes, edges),
              says: shown.says,
            })}
          </>
        )}
      </p>
    </>
  );
}

/** Name and version, with the words between them that only those hear who do not see the drawing. */
function NodeFace({ node, next }: { readonly node: LineageNode; readonly next: string }) {
  return (
    <>
      <span class="node-name" title={node.name}>
        {node.name}
      </span>
      <span class="for-readers">{lineageWords.kindAloud(node.kind)}</span>
      <span class="node-version mono">
        {changed(node)
          ? lineageWords.changedFrom(
              (text) => <span class="for-readers">{text}</span>,
              <>
                <span>{node.was}</span>
                <StatusMark state="you" label="" />
              </>,
              <b>{node.version}</b>,
            )
          : node.version}
      </span>
      {next !== '' && <span class="for-readers">{lineageWords.feedsAloud(next)}</span>}
    </>
  );
}
