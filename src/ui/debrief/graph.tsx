import { useMemo } from 'preact/hooks';
import type { Graph } from '../../game/debrief-graph.ts';
import { placeMarks, spreadHeights, type PlacedMark, type MomentScore } from '../../game/debrief-marks.ts';
import type { Tag } from '../../game/debrief-state.ts';
import { MomentShape } from './moment-shape.tsx';
import { PLAIN_EDGE } from './night-frame.ts';
import { SvgMono } from './svg-mono.tsx';
import { textScale } from '../common/element-width.ts';

interface GraphViewProps {
  readonly graph: Graph;
  readonly chosen: string | null;
  readonly tags?: Readonly<Record<string, Tag>>;
  readonly scores?: ReadonlyMap<string, MomentScore>;
  readonly onChoose: (moment: string) => void;
}

const LINE_CLASS: Readonly<Record<string, string>> = { you: 'line-you', pager: 'line-pager', none: 'line-level', expert: 'line-level' };

function ScoreShape({ mark, score }: { readonly mark: PlacedMark; readonly score: MomentScore }) {
  const at = `translate(${mark.x} ${mark.y - mark.lift})`;
  if (score.points < 0)
    return (
      <g transform={at}>
        <path d="M0-11 11 8H-11z" fill="var(--base)" stroke="var(--warn)" stroke-width="2.4" stroke-linejoin="round" />
        <path d="M-3.5 2.6h7" stroke="var(--warn)" stroke-width="2.2" stroke-linecap="round" />
      </g>
    );
  return (
    <g transform={at}>
      <circle r="9.5" fill="var(--base)" stroke="var(--core)" stroke-width="2.6" />
      <path d="M-3.6 0h7.2M0-3.6v7.2" stroke="var(--core)" stroke-width="2" stroke-linecap="round" />
    </g>
  );
}

function MarkView({
  mark,
  chosen,
  tag,
  score,
  onChoose,
}: {
  readonly mark: PlacedMark;
  readonly chosen: boolean;
  readonly tag: Tag | undefined;
  readonly score: MomentScore | undefined;
  readonly onChoose: () => void;
}) {
  const y = mark.y - mark.lift;
  const reach = mark.small ? 4 : 12; // px either side that can be pressed
  return (
    <g class="graph-mark" onClick={onChoose}>
      <title>{mark.moment.title}</title>
      <rect x={mark.x - reach} y={y - 14} width={2 * reach} height="28" fill="transparent" />
      {mark.lift > 0 && <path d={`M${mark.x} ${mark.y}V${y}`} stroke="var(--line)" stroke-width="1" />}
      {chosen && <circle cx={mark.x} cy={y} r="15" fill="none" stroke="var(--you)" stroke-width="2" />}
      {mark.small ? (
        <circle cx={mark.x} cy={y} r="2.6" fill="var(--you-text)" />
      ) : score !== undefined && score.points !== 0 ? (
        <ScoreShape mark={mark} score={score} />
      ) : (
        <MomentShape kind={mark.moment.kind} x={mark.x} y={y} />
      )}
      {tag !== undefined && <TagShape tag={tag} x={mark.x} y={y - 17} />}
      {mark.label !== null && (
        <text x={mark.label.x} y={mark.label.y} class={chosen ? 'graph-label on' : 'graph-label'}>
          {mark.label.text}
        </text>
      )}
    </g>
  );
}

/** A player's own tag: a filled tick for what went well, an open triangle for what was hard. */
export function TagShape({ tag, x, y }: { readonly tag: Tag; readonly x: number; readonly y: number }) {
  return tag === 'good' ? (
    <g transform={`translate(${x} ${y})`}>
      <circle r="6.5" fill="var(--core)" />
      <path d="m-3 .2 2.2 2.3L3-2.4" fill="none" stroke="var(--base)" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" />
    </g>
  ) : (
    <path
      transform={`translate(${x} ${y})`}
      d="M0-6.5 7 5.5H-7z"
      fill="var(--base)"
      stroke="var(--core)"
      stroke-width="1.8"
      stroke-linejoin="round"
    />
  );
}

const BEADS_APART = 6; // px; nearer ones would be a bar

/** All marks but the beads that would touch the one before. */
function spaced(marks: readonly PlacedMark[], chosen: string | null): readonly PlacedMark[] {
  let last = Number.NEGATIVE_INFINITY;
  return marks.filter(({ small, x, moment }) => {
    if (!small || moment.id === chosen) return true;
    if (x - last < BEADS_APART) return false;
    last = x;
    return true;
  });
}

const NO_TAGS: Readonly<Record<string, Tag>> = {};

/** The debrief's graph. It is a picture only: the moments list and the table beside it say the same. */
export function GraphView({ graph, chosen, tags = NO_TAGS, scores, onChoose }: GraphViewProps) {
  const { width, height, left, right, top, bottom } = graph;
  const scale = textScale();
  const plotRight = width - right;
  const floor = height - bottom;
  const marks = useMemo(() => {
    const scored = graph.marks.filter(({ moment }) => (scores?.get(moment.id)?.points ?? 0) !== 0).map(({ moment }) => moment.id);
    const frame = { left, right: plotRight, top, bottom: floor - 2 };
    return placeMarks(graph.marks, frame, { tagged: new Set(Object.keys(tags)), scored: new Set(scored) }, scale);
  }, [graph, tags, scores]);
  const names = spreadHeights(
    graph.lines.map((line) => line.endY),
    30 * scale,
    top + 8,
    floor - 4 - 14 * scale, // each has its name below
  );
  const chosenMark = marks.find((mark) => mark.moment.id === chosen);
  return (
    <svg class="graph" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {graph.band !== null && (
        <rect x={left} y={graph.band.y} width={plotRight - left} height={Math.max(2, graph.band.height)} class="graph-band" />
      )}
      {graph.yTicks.map((tick) => (
        <g key={tick.text}>
          <path d={`M${left} ${tick.y}H${plotRight}`} class="graph-grid" />
          <text x={left - 12} y={tick.y + 4} class="graph-axis end">
            <SvgMono>{tick.text}</SvgMono>
          </text>
        </g>
      ))}
      {graph.xTicks.map((tick) => (
        <g key={tick.text}>
          <path d={`M${tick.x} ${floor}v5`} class="graph-grid" />
          <text x={tick.x} y={floor + 6 + 14 * scale} class="graph-axis middle">
            <SvgMono>{tick.text}</SvgMono>
          </text>
        </g>
      ))}
      {graph.loss !== null && <path d={graph.loss} class="graph-loss" />}
      {chosenMark !== undefined && <path d={`M${chosenMark.x} ${top}V${floor}`} class="graph-chosen" />}
      {marks.map(
        (mark) =>
          mark.effectX !== null &&
          mark.effectX > mark.x && <path key={mark.moment.id} d={`M${mark.x} ${floor - 3}H${mark.effectX}m0-5v10`} class="graph-effect" />,
      )}
      {graph.lines.map((line) => (
        <path key={line.id} d={line.path} class={LINE_CLASS[line.id] ?? 'line-level'} {...(line.id === 'you' ? { pathLength: 1 } : {})} />
      ))}
      {marks.map(
        (mark) => mark.moment.kind === 'page' && <path key={mark.moment.id} d={`M${mark.x} ${mark.y}V${floor}`} class="graph-page" />,
      )}
      {graph.lines.length > 1 &&
        right > PLAIN_EDGE &&
        graph.lines.map((line, i) => (
          <text key={line.id} x={plotRight + 8} y={names[i]} class={line.id === 'you' ? 'graph-name you' : 'graph-name'}>
            <tspan class="graph-euro">{line.endText}</tspan>
            <tspan x={plotRight + 8} dy={14 * scale}>
              {line.name}
            </tspan>
          </text>
        ))}
      {spaced(marks, chosen).map((mark) => (
        <MarkView
          key={mark.moment.id}
          mark={mark}
          chosen={mark.moment.id === chosen}
          tag={Object.hasOwn(tags, mark.moment.id) ? tags[mark.moment.id] : undefined}
          score={scores?.get(mark.moment.id)}
          onChoose={() => onChoose(mark.moment.id)}
        />
      ))}
    </svg>
  );
}
