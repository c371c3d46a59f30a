import type { Tick } from '../../domain/time.ts';
import type { BeliefMark, RunFacts } from '../../game/debrief-facts.ts';
import { beliefLanes, type Lane } from '../../game/debrief-lanes.ts';
import { FiguresTable } from './figures-table.tsx';
import { nightFrame } from './night-frame.ts';
import { textScale, useWidth } from '../common/element-width.ts';
import { scoreWords } from '../../game/words/score.ts';

const PITCH = 44; // px, a name over its bar
const TOP = 8;
const LETTER = 6.4; // px, mean width of a letter of a name at 100 %
const STATUS_ORDER: readonly BeliefMark['status'][] = ['supported', 'weakened', 'excluded', 'claimed'];
function LaneMark({ status, x, y }: { readonly status: BeliefMark['status']; readonly x: number; readonly y: number }) {
  const strokes: Readonly<Partial<Record<BeliefMark['status'], string>>> = {
    supported: 'M-3 0H3M0-3V3',
    weakened: 'M-3 0H3',
    excluded: 'm-2.5-2.5 5 5m0-5-5 5',
  };
  const path = strokes[status];
  if (status === 'claimed')
    return (
      <g transform={`translate(${x} ${y})`}>
        <circle r="7.5" fill="var(--core)" />
        <path
          d="m-3.3.2 2.4 2.5L3.3-2.7"
          fill="none"
          stroke="var(--base)"
          stroke-width="2"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </g>
    );
  const quiet = status === 'excluded';
  return (
    <g
      transform={`translate(${x} ${y})`}
      fill="var(--base)"
      stroke={quiet ? 'var(--bright)' : 'var(--core)'}
      stroke-width="1.9"
      stroke-linecap="round"
    >
      <circle r={status === 'open' ? 4.5 : 6.5} />
      {path !== undefined && <path d={path} fill="none" stroke-width="1.7" />}
    </g>
  );
}

function LaneRow({
  lane,
  y,
  x,
  left,
  right,
  scale,
}: {
  readonly lane: Lane;
  readonly y: number;
  readonly x: (tick: number) => number;
  readonly left: number;
  readonly right: number;
  readonly scale: number;
}) {
  const letter = LETTER * scale;
  const start = x(lane.from);
  const end = Math.max(start + 6, x(lane.to));
  const strong = lane.isCause;
  const nameAt = Math.max(Math.min(left, right - lane.title.length * letter), Math.min(start - 6, right - lane.title.length * letter), 0);
  const nameRoom = Math.floor((right - nameAt) / letter);
  const name = lane.title.length <= nameRoom ? lane.title : `${lane.title.slice(0, nameRoom - 1)}…`;
  const wordsRoom = Math.floor((right - end - 14) / letter);
  const words = lane.lastWords.length <= wordsRoom ? lane.lastWords : wordsRoom > 14 ? `${lane.lastWords.slice(0, wordsRoom - 1)}…` : '';
  return (
    <g>
      <path d={`M${left} ${y}H${right}`} class="lane-rail" />
      <path d={`M${start} ${y}H${end}`} class={strong ? 'lane-bar cause' : 'lane-bar'} />
      {lane.marks.map((mark, i) => (
        <g key={i}>
          <title>{mark.says}</title>
          <LaneMark status={mark.status} x={x(mark.tick)} y={y} />
        </g>
      ))}
      <text x={nameAt} y={y - 11 * scale} class={strong ? 'lane-name cause' : 'lane-name'}>
        {name}
      </text>
      <text x={end + 13} y={y + 4} class="lane-words">
        {words}
      </text>
    </g>
  );
}

interface LanesProps {
  readonly run: RunFacts;
  readonly cause: string | null; // told after the player's own judgement only
  readonly edge: 'names' | 'plain'; // the right edge of the graph above, so that both share the time axis
  readonly chosen: Tick | null; // of the moment looked at
}

/** What the player believed, and when. The marks' words stand in the table too. */
export function Lanes({ run, cause, edge, chosen }: LanesProps) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const lanes = beliefLanes(run, cause);
  if (lanes.length === 0)
    return (
      <section class="lanes">
        <h3>{scoreWords.lanes.title}</h3>
        <p class="soft">{scoreWords.lanes.none}</p>
      </section>
    );
  const pixels = Math.max(280, width.value);
  const scale = textScale();
  const frame = nightFrame(run, pixels, edge, scale);
  const { left, from, to } = frame;
  const right = pixels - frame.right;
  const x = (tick: number): number => left + ((right - left) * (tick - from)) / Math.max(1, to - from);
  const pitch = PITCH * scale;
  const top = TOP * scale;
  const height = lanes.length * pitch + top;
  const shown = STATUS_ORDER.filter((status) => lanes.some((lane) => lane.marks.some((mark) => mark.status === status)));
  const held = lanes.map(({ title, fate, isCause }) =>
    scoreWords.lanes[isCause ? 'heldCause' : 'held'](title, scoreWords.lanes.fate[fate]),
  );
  return (
    <section class="lanes" aria-labelledby="lanes-title">
      <header>
        <h3 id="lanes-title">{scoreWords.lanes.title}</h3>
        <ul class="lanes-key small soft" aria-hidden="true">
          {shown.map((status) => (
            <li key={status}>
              <svg class="status-mark" viewBox="0 0 18 18">
                <LaneMark status={status} x={9} y={9} />
              </svg>
              {scoreWords.lanes.status[status]}
            </li>
          ))}
        </ul>
      </header>
      <div ref={ref}>
        {width.value > 0 && (
          <svg class="graph" width={pixels} height={height} aria-hidden="true">
            {lanes.map((lane, i) => (
              <LaneRow key={lane.id} lane={lane} y={top + 14 * scale + i * pitch} x={x} left={left} right={right} scale={scale} />
            ))}
            {chosen !== null && <path d={`M${x(chosen)} 0V${height}`} class="graph-chosen" />}
          </svg>
        )}
      </div>
      <FiguresTable
        caption={scoreWords.lanes.summary(held)}
        head={[scoreWords.lanes.belief, scoreWords.lanes.marks]}
        rows={lanes.map((lane) => [lane.title, lane.marks.map((mark) => mark.says).join('; ')])}
      />
    </section>
  );
}
