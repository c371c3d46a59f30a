import { INK, type Tint } from './palette.ts';
import type { Box, Item, Shape, TextShape } from './shape.ts';
import { FACES, TIGHT, TIGHT_CHARS } from './words.ts';

const HALO = 3; // px of base around words
const HALO_ALPHA = 0.75;

type Context = CanvasRenderingContext2D;

const fontOf = (shape: TextShape): string => `${FACES[shape.style].weight} ${shape.size}px ${FACES[shape.style].family}`;

/** Words in runs that can be drawn at once, each with the width it takes. */
function runsOf(ctx: Context, shape: TextShape): { text: string; shift: number; advance: number }[] {
  const { tracking } = FACES[shape.style];
  if (shape.style !== 'value' && tracking === 0) return [{ text: shape.text, shift: 0, advance: ctx.measureText(shape.text).width }];
  return [...shape.text].map((text) => {
    const tight = shape.style === 'value' && text.search(TIGHT_CHARS) === 0 ? TIGHT * shape.size : 0;
    return { text, shift: -tight / 2, advance: ctx.measureText(text).width + tracking - tight };
  });
}

function textStart(ctx: Context, shape: TextShape): { runs: ReturnType<typeof runsOf>; x: number; width: number } {
  ctx.font = fontOf(shape);
  const runs = runsOf(ctx, shape);
  const width = runs.reduce((sum, run) => sum + run.advance, 0) - FACES[shape.style].tracking;
  const x = shape.align === 'start' ? shape.x : shape.align === 'end' ? shape.x - width : shape.x - width / 2;
  return { runs, x, width };
}

function paintText(ctx: Context, shape: TextShape, tint: Tint): void {
  const { runs, x } = textStart(ctx, shape);
  ctx.textBaseline = 'alphabetic';
  ctx.textAlign = 'left';
  const y = Math.round((shape.y + shape.size * 0.35) * 2) / 2; // from the middle of capitals to the base line
  const passes = shape.halo ? (['halo', 'ink'] as const) : (['ink'] as const);
  for (const pass of passes) {
    let at = x;
    for (const { text, shift, advance } of runs) {
      if (pass === 'halo') {
        ctx.globalAlpha = HALO_ALPHA;
        ctx.lineJoin = 'round';
        ctx.lineWidth = HALO * 2;
        ctx.strokeStyle = tint(INK.base);
        ctx.strokeText(text, at + shift, y);
      } else {
        ctx.globalAlpha = 1;
        ctx.fillStyle = tint(shape.ink);
        ctx.fillText(text, at + shift, y);
      }
      at += advance;
    }
  }
  ctx.globalAlpha = 1;
}

function outline(ctx: Context, shape: Exclude<Shape, TextShape>): void {
  ctx.beginPath();
  switch (shape.kind) {
    case 'circle':
      ctx.arc(shape.x, shape.y, shape.r, 0, Math.PI * 2);
      break;
    case 'box':
      ctx.roundRect(shape.x - shape.width / 2, shape.y - shape.height / 2, shape.width, shape.height, shape.round);
      break;
    case 'path':
      for (let i = 0; i + 1 < shape.points.length; i += 2) ctx.lineTo(shape.points[i] ?? 0, shape.points[i + 1] ?? 0);
      if (shape.closed) ctx.closePath();
  }
}

/** Draws a shape on a 2D canvas. */
export function paint(ctx: Context, shape: Shape, tint: Tint): void {
  if (shape.kind === 'text') {
    paintText(ctx, shape, tint);
    return;
  }
  outline(ctx, shape);
  if (shape.fill) {
    ctx.globalAlpha = shape.fill.alpha ?? 1;
    ctx.fillStyle = tint(shape.fill.ink);
    ctx.fill();
  }
  if (shape.stroke) {
    ctx.globalAlpha = shape.stroke.alpha ?? 1;
    ctx.strokeStyle = tint(shape.stroke.ink);
    ctx.lineWidth = shape.stroke.width;
    ctx.lineCap = shape.stroke.cap ?? 'butt';
    ctx.lineJoin = 'round';
    ctx.setLineDash([...(shape.stroke.dash ?? [])]);
    ctx.stroke();
    ctx.setLineDash([]);
  }
  ctx.globalAlpha = 1;
}

function extent(ctx: Context, shape: Shape): Box {
  const pen = shape.kind === 'text' ? HALO : (shape.stroke?.width ?? 0) / 2 + 1;
  switch (shape.kind) {
    case 'circle':
      return { x0: shape.x - shape.r - pen, y0: shape.y - shape.r - pen, x1: shape.x + shape.r + pen, y1: shape.y + shape.r + pen };
    case 'box': {
      const w = shape.width / 2 + pen;
      const h = shape.height / 2 + pen;
      return { x0: shape.x - w, y0: shape.y - h, x1: shape.x + w, y1: shape.y + h };
    }
    case 'text': {
      const { x, width } = textStart(ctx, shape);
      return { x0: x - pen - 2, y0: shape.y - shape.size - pen, x1: x + width + pen + 2, y1: shape.y + shape.size + pen };
    }
    case 'path': {
      const xs = shape.points.filter((_, i) => i % 2 === 0);
      const ys = shape.points.filter((_, i) => i % 2 === 1);
      return { x0: Math.min(...xs) - pen, y0: Math.min(...ys) - pen, x1: Math.max(...xs) + pen, y1: Math.max(...ys) + pen };
    }
  }
}

/** An item as a picture of its own, with its place: left and top in CSS px, on whole device pixels. */
export interface Raster {
  readonly canvas: HTMLCanvasElement;
  readonly left: number;
  readonly top: number;
}

let ruler: Context | null = null; // measures words; one is enough

function contextOf(canvas: HTMLCanvasElement): Context {
  const ctx = canvas.getContext('2d');
  if (ctx === null) throw new Error('expected a 2D canvas to draw the map on, the browser gave none');
  return ctx;
}

/** @param clip the host's size: nothing is drawn outside it. Null where nothing of the item is inside. */
export function rasterise(
  item: Item,
  resolution: number,
  clip: { readonly width: number; readonly height: number },
  tint: Tint,
): Raster | null {
  ruler ??= contextOf(document.createElement('canvas'));
  let box: Box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const shape of item.shapes) {
    const e = extent(ruler, shape);
    box = { x0: Math.min(box.x0, e.x0), y0: Math.min(box.y0, e.y0), x1: Math.max(box.x1, e.x1), y1: Math.max(box.y1, e.y1) };
  }
  const left = Math.floor(Math.max(0, box.x0) * resolution) / resolution;
  const top = Math.floor(Math.max(0, box.y0) * resolution) / resolution;
  const width = Math.min(clip.width, box.x1) - left;
  const height = Math.min(clip.height, box.y1) - top;
  if (!(width > 0 && height > 0)) return null;
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * resolution);
  canvas.height = Math.ceil(height * resolution);
  const ctx = contextOf(canvas);
  ctx.scale(resolution, resolution);
  ctx.translate(-left, -top);
  for (const shape of item.shapes) paint(ctx, shape, tint);
  return { canvas, left, top };
}

/** Waits for the map's faces, at most `atMost` ms: words must not be drawn with a stand-in for good. */
export async function loadFaces(atMost = 1500): Promise<void> {
  const wanted = [...new Set(Object.values(FACES).map((face) => `${face.weight} 16px ${face.family.split(',')[0] ?? ''}`))];
  const late = new Promise<void>((done) => setTimeout(done, atMost));
  await Promise.race([Promise.all(wanted.map((font) => document.fonts.load(font).catch(() => []))), late]);
}
