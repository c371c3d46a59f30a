import type { Signal } from '@preact/signals';
import type uPlot from 'uplot';
import type { Tick } from '../../domain/time.ts';
import { drawAxes, drawBand, drawMarks, readInk, strayStroke } from './chart-draw.ts';
import { drawStretch } from './chart-stretch.ts';
import type { ChartClock, ChartData, ChartMark } from './chart-model.ts';
import { bandFits, timeSplits, valueSplits } from './chart-model.ts';
import { columns } from './chart-columns.ts';
import { newValues } from './chart-steps.ts';
import { textScale } from './element-width.ts';
import { brushByTouch } from './chart-touch.ts';

interface Setup {
  readonly clock: ChartClock;
  readonly group: string;
  readonly crosshair: Signal<Tick | null>;
  readonly zoom: Signal<readonly [Tick, Tick] | null>;
  readonly stretch: Signal<readonly [Tick, Tick] | null> | undefined; // where charts can be asked about a stretch, a drag chooses it
}

interface Latest {
  readonly current: {
    readonly data: ChartData;
    readonly marks: readonly ChartMark[];
    readonly range: readonly [Tick, Tick];
    readonly against?: readonly [Tick, Tick] | null;
  };
}

/** From zero, or from just under the lowest value where all of them lie far from it. */
function yRange(min: number | null, max: number | null, data: ChartData): [number, number] {
  const band = data.normal !== undefined && bandFits(data.normal, min ?? 0, max ?? 1) ? data.normal : undefined;
  const low = Math.min(min ?? 0, band?.low ?? Infinity);
  const high = Math.max(max ?? 1, band?.high ?? -Infinity);
  const bottom =
    low > 0 && low > high * 0.6 && high - low > high * 0.04 ? low - (high - low) * 0.25 : low < 0 ? low - (high - low) * 0.08 : 0;
  return [bottom, high > bottom ? high + (high - bottom) * 0.08 : bottom + 1];
}

const PATTERNS: readonly (readonly number[])[] = [[], [4, 3], [1.5, 3], [9, 3, 2, 3]];

const SELECTABLE_PX = 8; // a shorter drag is a click

function choose(plot: uPlot, chosen: Setup['zoom'], leftPx: number, rightPx: number): void {
  const from = Math.round(plot.posToVal(leftPx, 'x'));
  const to = Math.round(plot.posToVal(rightPx, 'x'));
  if (to > from) chosen.value = [from, to];
}

/** Whether a line has but one value in sight, which no stroke would show. */
const isLone = (values: uPlot.AlignedData[number] | undefined, first: number, last: number): boolean =>
  values !== undefined && Array.from(values.slice(first, last + 1)).filter((value) => value != null && Number.isFinite(value)).length === 1;

const MOST_DOTS = 24; // more would run into each other: the steps alone tell then

const dotted = (steps: number[] | null): number[] | null => (steps !== null && steps.length > MOST_DOTS ? [] : steps);

/** What a drawing takes: the whole of its place, which grows with the reader's text. */
export const plotSize = (host: HTMLElement): { readonly width: number; readonly height: number } => ({
  width: Math.max(80, host.clientWidth),
  height: Math.max(60, host.clientHeight),
});

/** Builds the drawing of one chart, or null where its place is gone. uPlot is fetched on first use, apart from the page shell. */
export async function createPlot(host: HTMLElement, latest: Latest, setup: Setup): Promise<uPlot | null> {
  const [{ default: UPlot }] = await Promise.all([import('uplot'), document.fonts?.ready]);
  if (!host.isConnected) return null; // its tab was left meanwhile
  let ink = readInk(host);
  const { data } = latest.current;
  const blank = (_: uPlot, splits: number[]): string[] => splits.map(() => '');
  const grid = { stroke: () => ink.divider, width: 1 };
  const inkOf = (u: uPlot, i: number): string => {
    const { series, normal, direction } = latest.current.data;
    const tone = series[i]?.tone ?? 'auto';
    return tone === 'auto' ? (strayStroke(u, normal, direction, ink) as string) : tone === 'you' ? ink.you : ink.core;
  };
  const [lines, steps] = [UPlot.paths.linear!(), UPlot.paths.stepped!({ align: 1 })];
  const options: uPlot.Options = {
    ...plotSize(host),
    padding: [8, 6, 0, 0],
    legend: { show: false },
    scales: {
      x: { time: false, range: (_, min, max) => [min, max] },
      y: { range: (_, min, max) => yRange(min, max, latest.current.data) },
    },
    axes: [
      {
        size: () => 20 * textScale(),
        grid: { show: false },
        ticks: { show: false },
        values: blank,
        splits: (u, _i, min, max) => timeSplits(min, max, setup.clock, Math.max(2, Math.floor(u.width / (62 * textScale())))),
      },
      {
        size: () => 45 * textScale(),
        grid,
        ticks: { show: false },
        values: blank,
        splits: (_, _i, min, max) => valueSplits(latest.current.data, min, max),
      },
    ],
    cursor: {
      y: false,
      sync: { key: setup.group, scales: ['x', null] },
      drag: { x: true, y: false, setScale: false, dist: SELECTABLE_PX },
      points: { size: 7, width: 2, fill: () => ink.base, stroke: () => ink.core },
    },
    series: [
      {},
      ...data.series.map((series, i): uPlot.Series => ({
        label: series.label === '' ? data.title : series.label,
        width: series.tone === 'core' ? 2.5 : 1.9,
        dash: [...(PATTERNS[(series.stroke ?? 0) % PATTERNS.length] ?? [])],
        spanGaps: false,
        paths: (u, at, first, last) => (newValues(u.data[at]!) === null ? lines : steps)(u, at, first, last),
        points: {
          show: (u, at, first, last) => isLone(u.data[at], first, last),
          filter: (u, at, show) => (show ? null : dotted(newValues(u.data[at]!))),
          size: 6,
          fill: (u) => inkOf(u, i),
          stroke: (u) => inkOf(u, i),
        },
        stroke: (u) => inkOf(u, i),
      })),
    ],
    hooks: {
      drawClear: [
        (u) => {
          if (host.isConnected) ink = readInk(host); // the theme may have changed since
          const band = latest.current.data.normal;
          if (band !== undefined) drawBand(u, band, ink);
          drawStretch(u, setup.stretch?.value ?? null, latest.current.against ?? null, ink);
        },
      ],
      draw: [
        (u) => {
          drawAxes(u, latest.current.data.unit, setup.clock, 12 * textScale(), ink);
          drawMarks(u, latest.current.marks, ink);
        },
      ],
      setCursor: [
        (u) => {
          if (u.cursor.event == null) return; // moved by another chart of the group
          const left = u.cursor.left ?? -1;
          setup.crosshair.value = left < 0 ? null : Math.round(u.posToVal(left, 'x'));
        },
      ],
      setSelect: [
        (u) => {
          if (u.cursor.event == null || u.select.width < SELECTABLE_PX) return;
          const { left, width } = u.select;
          u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          choose(u, setup.stretch ?? setup.zoom, left, left + width);
        },
      ],
    },
  };
  const plot = new UPlot(options, columns(data), host);
  const window = setup.zoom.value ?? latest.current.range;
  plot.setScale('x', { min: window[0], max: window[1] });
  plot.over.addEventListener('dblclick', () => {
    setup.zoom.value = null;
  });
  brushByTouch(plot, SELECTABLE_PX, (leftPx, rightPx) => choose(plot, setup.stretch ?? setup.zoom, leftPx, rightPx));
  return plot;
}
