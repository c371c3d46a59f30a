import type { ChartDrawing, DrawnState, DrawnWay } from '../../game/chart-places.ts';
import { linesOf, MARK, STATE_LINE } from '../../game/chart-size.ts';
import type { RoomChart } from '../../game/room.ts';
import { chartWords } from '../../game/words/charts.ts';
import { arrowPath, linePath } from './chart-path.ts';

interface Props {
  readonly chart: RoomChart;
  readonly drawing: ChartDrawing;
  readonly scale: number;
}

/** The drawing itself. What it shows is said in words beside it, so that a screen reader passes it by. */
export function ChartSvg({ chart, drawing, scale }: Props) {
  const lit = new Set(chart.lit.map(({ state }) => state));
  const seen = new Set(chart.came.map(({ state }) => state));
  const steps = new Set(chart.came.slice(1).map(({ state }, i) => `${chart.came[i]?.state}>${state}`));
  const taken = ({ way }: DrawnWay): boolean => steps.has(`${way.from}>${way.to}`);
  const rear = drawing.ways.toSorted((a, b) => Number(taken(a)) - Number(taken(b)));
  const { width, height } = drawing;
  return (
    <svg class="statechart-drawing" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {drawing.states
        .filter(({ state }) => state.kind === 'group' || state.kind === 'parallel')
        .map((box) => (
          <g key={box.state.id} class="chart-state group" data-state={box.state.id}>
            <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="10" />
            <text x={box.x + 8} y={box.y + 15 * scale}>
              {linesOf(box.state.name).join(' ')}
            </text>
          </g>
        ))}
      {rear.map((drawn) => (
        <g key={drawn.way.id} class={`chart-way ${taken(drawn) ? 'taken' : ''}`} data-way={drawn.way.id}>
          <path class="line" d={linePath(drawn.points)} />
          <path class="tip" d={arrowPath(drawn.points)} />
        </g>
      ))}
      {drawing.entries.map((entry, i) =>
        entry.kind === 'start' ? (
          <g key={i} class="chart-start">
            <circle cx={entry.x + entry.width / 2} cy={entry.y + entry.height / 2} r={entry.width / 2 - 1} />
            <path class="line" d={linePath(entry.points)} />
            <path class="tip" d={arrowPath(entry.points)} />
          </g>
        ) : (
          <g key={i} class="chart-any">
            <rect x={entry.x} y={entry.y} width={entry.width} height={entry.height} rx={entry.height / 2} />
            <text x={entry.x + entry.width / 2} y={entry.y + entry.height / 2}>
              {chartWords.anyState}
            </text>
          </g>
        ),
      )}
      {drawing.ways.map((drawn) => (
        <text
          key={drawn.way.id}
          class={`way-label ${taken(drawn) ? 'taken' : ''}`}
          x={drawn.label.x + drawn.label.width / 2}
          y={drawn.label.y + drawn.label.height / 2}
        >
          {drawn.label.text}
        </text>
      ))}
      {drawing.states
        .filter(({ state }) => state.kind !== 'group' && state.kind !== 'parallel')
        .map((box) => (
          <StateBox key={box.state.id} box={box} scale={scale} lit={lit.has(box.state.id)} seen={seen.has(box.state.id)} />
        ))}
    </svg>
  );
}

/** A state: filled with a disc where it was seen last, with a ring where it was seen before. */
function StateBox({
  box,
  scale,
  lit,
  seen,
}: {
  readonly box: DrawnState;
  readonly scale: number;
  readonly lit: boolean;
  readonly seen: boolean;
}) {
  const lines = linesOf(box.state.name);
  const middle = box.y + box.height / 2;
  const left = box.x + 6;
  const mark = (MARK * scale) / 2;
  return (
    <g class={`chart-state ${lit ? 'lit' : seen ? 'seen' : ''}`} data-state={box.state.id}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="8" />
      {box.state.kind === 'final' && <rect x={box.x + 3} y={box.y + 3} width={box.width - 6} height={box.height - 6} rx="6" />}
      {lit && <path class="mark" d={`M${left + 1} ${middle - 5 * scale}l${7 * scale} ${5 * scale}l${-7 * scale} ${5 * scale}z`} />}
      {!lit && seen && <circle class="mark" cx={left + mark - 3} cy={middle} r={4 * scale} />}
      {lines.map((line, i) => (
        <text
          key={line}
          class="name"
          x={box.x + box.width / 2 + (lit || seen ? mark - 3 : 0)}
          y={middle + (i - (lines.length - 1) / 2) * STATE_LINE * scale}
        >
          {line}
        </text>
      ))}
    </g>
  );
}
