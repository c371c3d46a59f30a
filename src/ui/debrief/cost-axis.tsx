import { formatValue } from '../../domain/metric.ts';
import { costAxis, meanScoresText, type AxisMark, type CostAxis } from '../../game/debrief-cost-axis.ts';
import type { VerdictFacts } from '../../game/debrief-facts.ts';
import { FiguresTable } from './figures-table.tsx';
import { textScale, useWidth } from '../common/element-width.ts';
import { SvgMono } from './svg-mono.tsx';
import { scoreWords } from '../../game/words/score.ts';

const MOST_FILLED = 1.15; // of the axis by the words of one row
const LABEL = 104; // px that the words of one mark need

function MarkView({
  mark,
  x,
  axis,
  scale,
}: {
  readonly mark: AxisMark;
  readonly x: (at: number) => number;
  readonly axis: number;
  readonly scale: number;
}) {
  const you = mark.id === 'you';
  const words = mark.row === 0 ? axis - 18 - 16 * scale : axis + 26 + 16 * scale;
  const stem =
    mark.row === 0
      ? `M${x(mark.at)} ${axis - 11}L${x(mark.labelAt)} ${axis - 14}`
      : `M${x(mark.at)} ${axis + 11}L${x(mark.labelAt)} ${axis + 27}`;
  return (
    <g>
      {Math.abs(x(mark.at) - x(mark.labelAt)) > 6 && <path d={stem} class="axis-stem" />}
      <circle cx={x(mark.at)} cy={axis} r={you ? 10.5 : 8} class={you ? 'axis-mark you' : 'axis-mark'} />
      <text x={x(mark.labelAt)} y={words} class={you ? 'axis-euro you' : 'axis-euro'}>
        {mark.euro}
      </text>
      <text x={x(mark.labelAt)} y={words + 16 * scale} class={you ? 'axis-name you' : 'axis-name'}>
        {mark.name}
      </text>
    </g>
  );
}

/** Whether the words over the violet stretch cover no other mark's words. */
function avoidedFits(axis: CostAxis, x: (at: number) => number): boolean {
  if (axis.avoided === null) return false;
  const middle = (x(axis.avoided.from) + x(axis.avoided.to)) / 2;
  const half = (axis.avoided.text.length + 9) * 3.4;
  return axis.marks.every((mark) => mark.row === 1 || Math.abs(x(mark.labelAt) - middle) > half + LABEL / 2);
}

/** Where nothing, random, runbook, the expert and the player land on this seed: one axis in euro. */
export function CostAxisView({ verdict }: { readonly verdict: VerdictFacts }) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const pixels = Math.max(280, width.value);
  const scale = textScale();
  const pad = 16;
  const x = (at: number): number => pad + (pixels - 2 * pad) * at;
  const label = (LABEL * scale) / (pixels - 2 * pad);
  const axis = costAxis(verdict, label);
  const fits = Math.ceil(axis.marks.length / 2) * label < MOST_FILLED; // else the sentence below says it alone
  const means = verdict.notUsual ?? meanScoresText(verdict);
  const below = axis.marks.some((mark) => mark.row === 1);
  const line = 26 + 32 * scale;
  return (
    <section class="cost-axis" aria-labelledby="cost-axis-title">
      <h3 id="cost-axis-title">{scoreWords.axis.title}</h3>
      <div ref={ref}>
        {width.value > 0 && fits && (
          <svg class="graph" width={pixels} height={below ? line + 38 + 46 * scale : line + 18 + 20 * scale} aria-hidden="true">
            <path d={`M${pad} ${line}H${pixels - pad}`} class="axis-line" />
            {axis.avoided !== null && <path d={`M${x(axis.avoided.from)} ${line}H${x(axis.avoided.to)}`} class="axis-avoided" />}
            {axis.avoided !== null && avoidedFits(axis, x) && (
              <text x={(x(axis.avoided.from) + x(axis.avoided.to)) / 2} y={line - 16} class="axis-avoided-text">
                {scoreWords.axis.avoided(axis.avoided.text)}
              </text>
            )}
            {axis.ticks.map((tick) => (
              <text
                key={tick.text}
                x={x(tick.at)}
                y={below ? line + 32 + 44 * scale : line + 16 + 18 * scale}
                class={tick.at === 0 ? 'graph-axis' : 'graph-axis middle'}
              >
                <SvgMono>{tick.text}</SvgMono>
              </text>
            ))}
            {axis.marks.map((mark) => (
              <MarkView key={mark.id} mark={mark} x={x} axis={line} scale={scale} />
            ))}
          </svg>
        )}
      </div>
      <FiguresTable
        caption={[axis.summary, ...(axis.avoided === null ? [] : [scoreWords.axis.youAvoided(axis.avoided.text)])].join(' ')}
        head={[scoreWords.axis.who, scoreWords.axis.impact, scoreWords.responseScore]}
        rows={[...verdict.levels]
          .sort((a, b) => a.impactEur - b.impactEur)
          .map((level) => [level.name, formatValue(level.impactEur, 'eur'), scoreWords.ofHundred(level.score)])}
      />
      {means !== null && <p class="small soft">{means}</p>}
    </section>
  );
}
