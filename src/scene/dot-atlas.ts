import { DOT_SHAPES, type DotShape } from './flow.ts';
import { DOT_INKS, INK, type Ink, type Tint } from './palette.ts';

/** All dots that can occur in one picture, so that one texture serves them all and no renderer has to tint. */
export interface DotAtlas {
  readonly canvas: HTMLCanvasElement;
  readonly cell: number; // device px of one cell, square
  readonly radius: number; // device px of a dot in it
  column(shape: DotShape): number;
  row(ink: Ink): number;
}

const RADIUS = 4; // CSS px at which dots are drawn; smaller ones are scaled down

/** Radius of a dot that has room, CSS px. */
export const BIG_DOT = 3.4;

/** @param resolution device px per CSS px */
export function dotAtlas(resolution: number, tint: Tint): DotAtlas {
  const radius = RADIUS * resolution;
  const cell = Math.ceil(radius * 2 + 4 * resolution);
  const canvas = document.createElement('canvas');
  canvas.width = cell * DOT_SHAPES.length;
  canvas.height = cell * DOT_INKS.length;
  const ctx = canvas.getContext('2d');
  if (ctx === null) throw new Error('expected a 2D canvas to draw dots on, the browser gave none');
  DOT_SHAPES.forEach((shape, i) =>
    DOT_INKS.forEach((ink, j) => drawDot(ctx, shape, ink, tint, (i + 0.5) * cell, (j + 0.5) * cell, radius)),
  );
  return {
    canvas,
    cell,
    radius,
    column: (shape) => DOT_SHAPES.indexOf(shape),
    row: (ink) => Math.max(0, DOT_INKS.indexOf(ink)),
  };
}

/** One dot on a 2D canvas: requests are discs, searches squares, training data triangles, labels hollow. */
export function drawDot(
  ctx: CanvasRenderingContext2D,
  shape: DotShape | 'square',
  ink: Ink,
  tint: Tint,
  x: number,
  y: number,
  r: number,
): void {
  ctx.beginPath();
  ctx.fillStyle = tint(ink);
  switch (shape) {
    case 'circle':
      ctx.arc(x, y, r, 0, Math.PI * 2);
      ctx.fill();
      break;
    case 'hollow':
      ctx.arc(x, y, r * 0.8, 0, Math.PI * 2);
      ctx.fillStyle = tint(INK.base);
      ctx.fill();
      ctx.strokeStyle = tint(ink);
      ctx.lineWidth = r * 0.45;
      ctx.stroke();
      break;
    case 'half': // a square of which one half is filled: something of its form was lost
      ctx.fillStyle = tint(INK.base);
      ctx.fillRect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
      ctx.strokeStyle = tint(ink);
      ctx.lineWidth = r * 0.35;
      ctx.strokeRect(x - r * 0.8, y - r * 0.8, r * 1.6, r * 1.6);
      ctx.fillStyle = tint(ink);
      ctx.fillRect(x - r * 0.8, y - r * 0.8, r * 0.8, r * 1.6);
      break;
    case 'square':
      ctx.fillRect(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7);
      break;
    case 'triangle':
      ctx.moveTo(x, y - r);
      ctx.lineTo(x + r, y + r * 0.8);
      ctx.lineTo(x - r, y + r * 0.8);
      ctx.closePath();
      ctx.fill();
  }
}
