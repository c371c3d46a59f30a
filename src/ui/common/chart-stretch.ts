import type uPlot from 'uplot';
import type { Tick } from '../../domain/time.ts';
import type { Ink } from './chart-draw.ts';

type Range = readonly [Tick, Tick];

const HATCH_PX = 5;

/** The chosen stretch as a violet field with bounds, what it is compared with as a hatched one: told apart without colour. */
export function drawStretch(plot: uPlot, stretch: Range | null, against: Range | null, ink: Ink): void {
  if (stretch === null) return;
  if (against !== null) hatched(plot, against, ink);
  filled(plot, stretch, ink);
}

function bounds(plot: uPlot, [from, to]: Range): readonly [left: number, width: number] | null {
  const { bbox } = plot;
  const left = Math.max(bbox.left, plot.valToPos(from, 'x', true));
  const right = Math.min(bbox.left + bbox.width, plot.valToPos(to, 'x', true));
  return right > left ? [left, right - left] : null;
}

function filled(plot: uPlot, stretch: Range, ink: Ink): void {
  const place = bounds(plot, stretch);
  if (place === null) return;
  const { ctx, bbox } = plot;
  const [left, width] = place;
  ctx.save();
  ctx.globalAlpha = 0.2;
  ctx.fillStyle = ink.you;
  ctx.fillRect(left, bbox.top, width, bbox.height);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = ink.you;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.beginPath();
  for (const x of [left, left + width]) {
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
  }
  ctx.stroke();
  ctx.restore();
}

function hatched(plot: uPlot, against: Range, ink: Ink): void {
  const place = bounds(plot, against);
  if (place === null) return;
  const { ctx, bbox } = plot;
  const [left, width] = place;
  const step = HATCH_PX * devicePixelRatio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, bbox.top, width, bbox.height);
  ctx.clip();
  ctx.strokeStyle = ink.line;
  ctx.globalAlpha = 0.55;
  ctx.lineWidth = devicePixelRatio;
  ctx.beginPath();
  for (let x = left - bbox.height; x < left + width; x += step) {
    ctx.moveTo(x, bbox.top + bbox.height);
    ctx.lineTo(x + bbox.height, bbox.top);
  }
  ctx.stroke();
  ctx.restore();
}
