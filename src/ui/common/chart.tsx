import 'uplot/dist/uPlot.min.css';
import './chart.css';
import type { Signal } from '@preact/signals';
import { useSignalEffect } from '@preact/signals';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type uPlot from 'uplot';
import { formatValue } from '../../domain/metric.ts';
import type { Tick } from '../../domain/time.ts';
import { plotWords } from '../../game/words/plots.ts';
import { Terms } from '../glossary/terms.tsx';
import { ChartTable } from './chart-table.tsx';
import { columns } from './chart-columns.ts';
import { createPlot, plotSize } from './chart-plot.ts';
import type { ChartClock, ChartData, ChartMark } from './chart-model.ts';
import { headline, shortNames, summary, valueAt } from './chart-model.ts';
import { strayOf } from '../../game/stray.ts';
import { Mono } from './mono.tsx';
import { onThemeChange } from './theme.ts';

export interface ChartProps {
  readonly data: ChartData;
  readonly clock: ChartClock;
  readonly range: readonly [from: Tick, to: Tick];
  readonly marks: readonly ChartMark[];
  readonly group: string; // charts of one group share crosshair and zoom
  readonly crosshair: Signal<Tick | null>;
  readonly zoom: Signal<readonly [Tick, Tick] | null>;
  readonly stretch?: Signal<readonly [Tick, Tick] | null>; // a drag then chooses a stretch in place of zooming
  readonly against?: readonly [Tick, Tick] | null; // what the stretch is compared with
  readonly asTable?: boolean;
  readonly height?: number; // CSS px of the drawing
}

const NOTHING = { left: 0, top: 0, width: 0, height: 0 };

/** A small chart: name and value on top, normal band behind, marks of all that changed, a sentence for those who do not see it. */
export function Chart({
  data,
  clock,
  range,
  marks,
  group,
  crosshair,
  zoom,
  stretch,
  against = null,
  asTable = false,
  height = 116,
}: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef({ data, marks, range, against });
  latest.current = { data, marks, range, against };
  const [failed, setFailed] = useState(false);
  const heading = useId();
  const shown = zoom.value ?? range;
  const words = summary(data, shown[0], shown[1], clock);
  const labels = data.series.map((series) => series.label).join('|');

  useEffect(() => {
    const element = host.current;
    if (element === null || asTable) return undefined;
    let gone = false;
    let observer: ResizeObserver | null = null;
    const stopTheme = onThemeChange(() => plot.current?.redraw());
    createPlot(element, latest, { clock, group, crosshair, zoom, stretch })
      .then((made) => {
        if (made === null) return;
        if (gone) made.destroy();
        else {
          plot.current = made;
          observer = new ResizeObserver(() => made.setSize(plotSize(element)));
          observer.observe(element);
        }
      })
      .catch(() => setFailed(true));
    return () => {
      gone = true;
      observer?.disconnect();
      stopTheme();
      plot.current?.destroy();
      plot.current = null;
    };
  }, [asTable, group, height, labels]);

  useEffect(() => {
    const made = plot.current;
    if (made === null) return;
    made.setData(columns(data), false);
    made.setScale('x', { min: shown[0], max: shown[1] });
  });
  useSignalEffect(() => {
    if (stretch !== undefined) void stretch.value;
    plot.current?.setSelect(NOTHING, false); // the drag that chose it, shown on all charts of the group, is over
    plot.current?.redraw(false);
  });
  useSignalEffect(() => {
    const window = zoom.value ?? latest.current.range;
    plot.current?.setScale('x', { min: window[0], max: window[1] });
  });

  const at = crosshair.value ?? range[1];
  const value = headline(data, at);
  const stray = data.normal === undefined ? 'normal' : strayOf(value, data.normal, data.direction);
  return (
    <figure class="chart" aria-labelledby={heading}>
      <figcaption>
        <span class="chart-name" id={heading}>
          <Terms text={data.title} />
        </span>
        <span class="chart-now">
          <Mono bold class={`chart-value ${stray}`}>
            {formatValue(value, data.unit)}
          </Mono>{' '}
          <span class="small soft">{data.normal === undefined ? '' : plotWords.normal(formatValue(data.normal.typical, data.unit))}</span>
        </span>
        {data.series.length > 1 ? (
          <span class="chart-key keys small soft">
            <Key data={data} at={at} />
          </span>
        ) : (
          <span class="chart-key small soft">{data.caption ?? ''}</span>
        )}
        <span class="for-readers">{words}</span>
      </figcaption>
      {asTable || failed ? (
        <ChartTable data={data} clock={clock} range={shown} words={words} />
      ) : (
        <div class="chart-plot" ref={host} style={{ height: `max(${height}px, ${height / 16}rem)` }} aria-hidden="true" />
      )}
    </figure>
  );
}

function Key({ data, at }: { readonly data: ChartData; readonly at: Tick }) {
  const names = shortNames(data.series.map((series) => series.label));
  return (
    <>
      {data.series.map((series, i) => (
        <span key={series.label} class={`series-key pattern-${(series.stroke ?? 0) % 4}`}>
          {names[i]} <Mono>{formatValue(valueAt(series, at), data.unit)}</Mono>
        </span>
      ))}
    </>
  );
}
