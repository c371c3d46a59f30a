import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { costGraph, graphRows, seenGraph } from '../../game/debrief-graph.ts';
import type { Moment, RunFacts, VerdictFacts } from '../../game/debrief-facts.ts';
import { scoreByMoment } from '../../game/debrief-marks.ts';
import type { Tag } from '../../game/debrief-state.ts';
import { FiguresTable } from './figures-table.tsx';
import { GraphView } from './graph.tsx';
import { MomentCard } from './moment-card.tsx';
import { nightFrame } from './night-frame.ts';
import { textScale, useWidth } from '../common/element-width.ts';
import { scoreWords } from '../../game/words/score.ts';

interface GraphPanelProps {
  readonly run: RunFacts;
  readonly verdict: VerdictFacts | null; // null: what was seen; else what it cost
  readonly chosen: string | null;
  readonly tags: Readonly<Record<string, Tag>>;
  readonly onChoose: (moment: string) => void;
  readonly actions?: (moment: Moment) => ComponentChildren; // for the moment looked at
}

/** The graph with its chosen moment, its summary and its table. */
export function GraphPanel({ run, verdict, chosen, tags, onChoose, actions }: GraphPanelProps) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const pixels = width.value;
  const frame = nightFrame(run, Math.max(280, pixels), verdict === null ? 'plain' : 'names', textScale());
  const graph = useMemo(
    () => (verdict === null ? seenGraph(run.clock, run.pager, run.moments, frame) : costGraph(run.clock, verdict, run.moments, frame)),
    [run, verdict, pixels],
  );
  const scores = useMemo(() => (verdict === null ? undefined : scoreByMoment(verdict.parts)), [verdict]);
  const moment: Moment | undefined = run.moments.find((each) => each.id === chosen);
  const columns =
    verdict === null
      ? [{ name: run.pager.title, curve: run.pager, unit: run.pager.unit }]
      : [
          { name: scoreWords.graph.you, curve: verdict.you, unit: 'eur' as const },
          { name: scoreWords.graph.nothing, curve: verdict.nothing, unit: 'eur' as const },
          { name: scoreWords.graph.expert, curve: verdict.expert, unit: 'eur' as const },
        ];
  const rows = graphRows(run.clock, run.moments, columns, frame.from, frame.to).map((row) => [row.clock, ...row.cells, row.what]);
  return (
    <figure
      class={verdict === null ? 'graph-panel' : 'graph-panel cost'}
      aria-label={verdict === null ? scoreWords.graph.seenLabel(run.pager.title) : scoreWords.graph.costLabel}
    >
      <div class="graph-box" ref={ref}>
        {pixels > 0 && (
          <GraphView graph={graph} chosen={chosen} tags={tags} onChoose={onChoose} {...(scores === undefined ? {} : { scores })} />
        )}
      </div>
      {moment !== undefined && (
        <MomentCard run={run} moment={moment} score={scores?.get(moment.id)} onChoose={onChoose}>
          {actions?.(moment)}
        </MomentCard>
      )}
      <FiguresTable
        caption={graph.summary}
        head={[scoreWords.table.time, ...columns.map((column) => column.name), scoreWords.table.what]}
        rows={rows}
      />
    </figure>
  );
}
