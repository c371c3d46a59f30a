import type uPlot from 'uplot';
import type { Direction, Unit } from '../../domain/metric.ts';
import { axisWords } from './axis-words.ts';
import { drawTight } from './canvas-text.ts';
import { axisDay, axisLabel } from '../../game/when.ts';
import { farEdge } from '../../game/stray.ts';
import type { ChartClock, ChartMark, ChartMarkKind, NormalBand } from './chart-model.ts';

/** The palette that canvas needs as values, read from the page's tokens. */
export interface Ink {
  readonly band: string;
  readonly divider: string;
  readonly line: string;
  readonly bright: string;
  readonly core: string;
  readonly t2: string;
  readonly warn: string;
  readonly crit: string;
  readonly you: string;
  readonly base: string;
}

export function readInk(element: Element): Ink {
  const style = getComputedStyle(element);
  const at = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    band: at('band'),
    divider: at('divider'),
    line: at('line'),
    bright: at('bright'),
    core: at('core'),
    t2: at('t2'),
    warn: at('warn'),
    crit: at('crit'),
    you: at('you'),
    base: at('base'),
  };
}

export function drawBand(plot: uPlot, band: NormalBand, ink: Ink): void {
  const { ctx, bbox } = plot;
  const top = Math.max(bbox.top, plot.valToPos(band.high, 'y', true));
  const bottom = Math.min(bbox.top + bbox.height, plot.valToPos(band.low, 'y', true));
  if (!(bottom > top)) return;
  ctx.save();
  ctx.fillStyle = ink.band;
  ctx.fillRect(bbox.left, top, bbox.width, bottom - top);
  ctx.restore();
}

const HALF_LETTER = 0.22; // of the font's size: a label may stick out over the edge by a little

/** Labels of both axes: numbers with their unit at the left, clocks below. */
export function drawAxes(plot: uPlot, unit: Unit, clock: ChartClock, size: number, ink: Ink): void {
  const { ctx, bbox } = plot;
  const dpr = devicePixelRatio;
  const px = size * dpr;
  ctx.save();
  ctx.font = `400 ${px}px "B612 Mono", monospace`;
  ctx.fillStyle = ink.t2;
  ctx.textBaseline = 'alphabetic';
  const ys: readonly number[] = (plot.axes[1] as { _splits?: number[] })._splits ?? [];
  for (const value of ys) {
    const y = plot.valToPos(value, 'y', true);
    if (y < bbox.top - 2 || y > bbox.top + bbox.height + 2) continue;
    drawTight(
      ctx,
      value === 0 ? '0' : axisWords(value, unit, Math.abs((ys[1] ?? 0) - (ys[0] ?? 0))),
      bbox.left - 5 * dpr,
      y + px * 0.34,
      'right',
      px,
    );
  }
  const xs: readonly number[] = (plot.axes[0] as { _splits?: number[] })._splits ?? [];
  const step = (xs[1] ?? 0) - (xs[0] ?? 0);
  const below = bbox.top + bbox.height + px * 1.25;
  const shown = xs.filter((tick) => {
    const x = plot.valToPos(tick, 'x', true);
    const half = axisLabel(tick, step, clock).length * px * HALF_LETTER;
    return x >= bbox.left + half && x <= bbox.left + bbox.width - half * 0.8;
  });
  for (const tick of shown) drawTight(ctx, axisLabel(tick, step, clock), plot.valToPos(tick, 'x', true), below, 'center', px);
  const day = axisDay(shown, step, clock);
  if (day !== null) drawTight(ctx, day, bbox.left - 5 * dpr, below, 'right', px); // below the numbers, where no clock stands
  ctx.restore();
}

function glyph(ctx: CanvasRenderingContext2D, kind: ChartMarkKind, x: number, y: number, r: number, ink: Ink): void {
  ctx.beginPath();
  if (kind === 'you' || kind === 'event') ctx.arc(x, y, r * 0.85, 0, 2 * Math.PI);
  else if (kind === 'data') ctx.rect(x - r * 0.8, y - r * 0.8, r * 1.6, r * 1.6);
  else if (kind === 'deploy') {
    ctx.moveTo(x, y - r);
    ctx.lineTo(x + r, y + r * 0.8);
    ctx.lineTo(x - r, y + r * 0.8);
  } else {
    ctx.moveTo(x, y - r);
    ctx.lineTo(x + r, y);
    ctx.lineTo(x, y + r);
    ctx.lineTo(x - r, y);
  }
  ctx.closePath();
  if (kind === 'config' || kind === 'event' || kind === 'message') {
    ctx.fillStyle = ink.base;
    ctx.fill();
    ctx.lineWidth = r * 0.45;
    ctx.strokeStyle = kind === 'message' ? ink.you : ink.bright;
    ctx.stroke();
  } else {
    ctx.fillStyle = kind === 'page' ? ink.crit : kind === 'you' ? ink.you : ink.bright;
    ctx.fill();
  }
}

/** The annotation layer that every chart of a group shares. */
export function drawMarks(plot: uPlot, marks: readonly ChartMark[], ink: Ink): void {
  const { ctx, bbox } = plot;
  const dpr = devicePixelRatio;
  ctx.save();
  for (const mark of marks) {
    const x = Math.round(plot.valToPos(mark.tick, 'x', true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    const yours = mark.kind === 'you' || mark.kind === 'message';
    ctx.beginPath();
    ctx.setLineDash(yours ? [] : [3 * dpr, 3 * dpr]);
    ctx.lineWidth = 1.2 * dpr;
    ctx.strokeStyle = yours ? ink.you : mark.kind === 'page' ? ink.crit : ink.line;
    ctx.moveTo(x, bbox.top + 3 * dpr);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.setLineDash([]);
    glyph(ctx, mark.kind, x, bbox.top, 4.5 * dpr, ink);
  }
  ctx.restore();
}

const MARGIN = 0.025; // of the axis: a line that lies on the edge of its band has not left it

/** A stroke that is neutral inside the band and takes a colour where it leaves it. */
export function strayStroke(plot: uPlot, band: NormalBand | undefined, direction: Direction, ink: Ink): string | CanvasGradient {
  const { top, height } = plot.bbox;
  const min = plot.scales['y']?.min;
  const max = plot.scales['y']?.max;
  if (band === undefined || min == null || max == null || !(height > 0)) return ink.bright;
  const margin = (max - min) * MARGIN;
  const gradient = plot.ctx.createLinearGradient(0, top, 0, top + height);
  const stop = (value: number): number => Math.min(1, Math.max(0, (max - value) / (max - min || 1)));
  const edge = (value: number, above: string, below: string): void => {
    gradient.addColorStop(stop(value), above);
    gradient.addColorStop(stop(value), below);
  };
  const over = direction === 'higherIsBetter' ? ink.bright : ink.warn;
  const under = direction === 'lowerIsBetter' ? ink.bright : ink.warn;
  const far = farEdge(band, direction);
  if (far !== null && direction === 'lowerIsBetter') edge(Math.max(far, band.high + margin), ink.crit, over);
  edge(band.high + margin, over, ink.bright);
  edge(band.low - margin, ink.bright, under);
  if (far !== null && direction === 'higherIsBetter') edge(Math.min(far, band.low - margin), under, ink.crit);
  return gradient;
}
