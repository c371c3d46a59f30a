import type { Point } from '../game/map-view.ts';
import { BIG_DOT, drawDot } from './dot-atlas.ts';
import { groundOf, type Ground } from './ground.ts';
import { HOME_MAP, type HomeLine, type HomeMap } from './home-map.ts';
import { isNarrow, place, type Frame, type Size } from './frame.ts';
import { INK, tintOf, type Tint } from './palette.ts';
import { loadFaces, paint } from './painter.ts';
import { beside, between, lengthOf, roundCorners, trackOf, type Track } from './path.ts';
import type { Shape, Stroke } from './shape.ts';
import { boxesAlong } from './room.ts';
import { stationShapes } from './station-marks.ts';
import { block, heightOf, type Line } from './words.ts';

export interface HomeMapHandle {
  resize(): void;
  destroy(): void;
}

interface Running {
  readonly line: HomeLine;
  readonly track: Track;
  readonly dots: number;
}

interface Title {
  readonly still: readonly Shape[];
  readonly running: readonly Running[];
  readonly scale: number;
}

const SMALLEST = 0.62; // of the map's scale; narrower hosts show its right part
const LARGEST = 1.2;
const GLOW = 9; // px, the light around a dot
const MOST_STEP_S = 0.1;

/** The map lies against the right edge, as high as the host. */
function titleFrame(map: HomeMap, size: Size): Frame {
  const scale = Math.min(LARGEST, Math.max(SMALLEST, size.width / map.width));
  const dy = (Math.max(size.height, map.height * scale * 0.9) - map.height * scale) / 2;
  return {
    ...size,
    phone: isNarrow(size),
    across: scale,
    down: scale,
    dx: size.width - map.width * scale,
    dy,
    glyph: Math.max(0.8, scale),
    text: Math.max(0.9, scale),
    hidden: new Set(),
  };
}

function strokes(line: HomeLine, flat: readonly number[], glyph: number): Shape[] {
  const way = (points: readonly number[], stroke: Omit<Stroke, 'ink'>): Shape => ({
    kind: 'path',
    points,
    closed: false,
    stroke: { ink: INK.line, cap: 'round', ...stroke },
  });
  switch (line.kind) {
    case 'request':
      return [way(flat, { width: 10 * glyph })];
    case 'side':
      return [way(flat, { width: 6 * glyph })];
    case 'feature':
      return [way(beside(flat, 4.5 * glyph), { width: 4 * glyph }), way(beside(flat, -4.5 * glyph), { width: 4 * glyph })];
    case 'training':
      return [way(flat, { width: 7.5 * glyph })];
    case 'label':
      return [way(flat, { width: 5 * glyph, dash: [0.1, 11 * glyph] })];
    case 'tap':
      return [way(flat, { width: 4 * glyph })];
  }
}

function titleOf(map: HomeMap, size: Size): Title {
  const frame = titleFrame(map, size);
  const at = (point: Point): Point => place(frame, point);
  const views = map.stations.map(
    ({ id, name }) => ({ id, name, status: 'healthy', caption: '', seenTick: null, figures: [], charts: [] }) as const,
  );
  const lines = map.lines.map((line, i) => ({ id: `${i}`, points: line.points }));
  const layout = { width: map.width, height: map.height, stations: map.stations, lines, districts: [] };
  const flats = map.lines.map((line) => roundCorners(line.points.map(at), 26 * frame.across));
  const ground: Ground = groundOf(
    layout,
    views,
    [],
    frame,
    flats.flatMap((flat) => boxesAlong(flat, 7)),
  );
  const still: Shape[] = map.districts.map(({ points }) => ({
    kind: 'path',
    points: points.flatMap((point) => at(point)),
    closed: true,
    fill: { ink: INK.zone },
  }));
  map.lines.forEach((line, i) => still.push(...strokes(line, flats[i] ?? [], frame.glyph)));
  for (const station of ground.stations) still.push(...stationShapes(station, 'healthy'));
  for (const station of ground.stations) {
    const lines = station.anchor.lines.map((text): Line => ({ text, style: 'station', ink: INK.t2 }));
    const { x, y, align, hang } = station.anchor;
    const height = heightOf(lines, frame);
    still.push(...block(lines, x, hang === 'up' ? y - height : hang === 'down' ? y : y - height / 2, align, frame));
  }
  const running = map.lines.flatMap((line, i): Running[] => {
    if (line.dot === null) return [];
    const flat = flats[i] ?? [];
    const track = trackOf(between(flat, 0, lengthOf(flat)));
    return [{ line, track, dots: Math.max(1, Math.round(track.length / (line.spacing * frame.across))) }];
  });
  return { still, running, scale: frame.across };
}

function layer(host: HTMLElement): { canvas: HTMLCanvasElement; ctx: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.style.cssText = 'position:absolute;inset:0;display:block';
  const ctx = canvas.getContext('2d');
  if (ctx === null) throw new Error('expected a 2D canvas for the map of the title, the browser gave none');
  host.append(canvas);
  return { canvas, ctx };
}

function drawDots(ctx: CanvasRenderingContext2D, { running, scale }: Title, under: HTMLCanvasElement, seconds: number, tint: Tint): void {
  const { width, height } = ctx.canvas;
  ctx.save();
  ctx.resetTransform();
  ctx.clearRect(0, 0, width, height);
  ctx.restore();
  for (const { line, track, dots } of running) {
    if (line.dot === null) continue;
    const turn = (seconds * line.pace * scale) / track.length;
    for (let i = 0; i < dots; i++) {
      const s = ((i / dots + turn) % 1) * (track.samples - 1);
      const k = Math.min(track.samples - 2, Math.floor(s));
      const t = s - k;
      const x = (track.x[k] ?? 0) * (1 - t) + (track.x[k + 1] ?? 0) * t;
      const y = (track.y[k] ?? 0) * (1 - t) + (track.y[k + 1] ?? 0) * t;
      ctx.globalAlpha = 0.1;
      ctx.fillStyle = tint(INK.core);
      ctx.beginPath();
      ctx.arc(x, y, GLOW, 0, Math.PI * 2);
      ctx.fill();
      ctx.globalAlpha = 1;
      drawDot(ctx, line.dot, line.dot === 'triangle' ? INK.bright : INK.core, tint, x, y, BIG_DOT);
    }
  }
  ctx.save();
  ctx.resetTransform();
  ctx.drawImage(under, 0, 0); // stations lie over the dots
  ctx.restore();
}

/**
 * The night map behind the title: a picture that lives, not data. Its dots run at one calm pace; they stand with reduced
 * motion, in a hidden page and off the screen.
 */
export async function mountHomeMap(
  host: HTMLElement,
  options: { readonly reducedMotion: boolean; readonly theme: 'dark' | 'light' },
): Promise<HomeMapHandle> {
  await loadFaces();
  const tint = tintOf(options.theme);
  const ground = layer(host);
  const top = layer(host);
  const stations = document.createElement('canvas'); // never shown itself
  let title: Title | null = null;
  let seconds = 0;
  let last = 0;
  let request = 0;
  let visible = true;

  function draw(): void {
    const size = { width: Math.round(host.clientWidth), height: Math.round(host.clientHeight) };
    if (size.width < 2 || size.height < 2) return;
    title = titleOf(HOME_MAP, size);
    const resolution = Math.max(1, Math.min(2, window.devicePixelRatio || 1));
    for (const canvas of [ground.canvas, top.canvas, stations]) {
      canvas.width = Math.round(size.width * resolution);
      canvas.height = Math.round(size.height * resolution);
    }
    for (const { canvas } of [ground, top]) {
      canvas.style.width = `${size.width}px`;
      canvas.style.height = `${size.height}px`;
    }
    const over = stations.getContext('2d');
    if (over === null) return;
    for (const ctx of [ground.ctx, top.ctx, over]) ctx.setTransform(resolution, 0, 0, resolution, 0, 0);
    for (const shape of title.still) paint(shape.kind === 'path' ? ground.ctx : over, shape, tint);
    drawDots(top.ctx, title, stations, seconds, tint);
  }

  function frame(now: number): void {
    request = 0;
    seconds += Math.min(MOST_STEP_S, Math.max(0, (now - last) / 1000));
    last = now;
    if (title !== null) drawDots(top.ctx, title, stations, seconds, tint);
    run();
  }

  function run(): void {
    if (request !== 0 || !visible || options.reducedMotion || document.hidden) return;
    request = requestAnimationFrame(frame);
  }

  const onVisible = (): void => run();
  const watcher = new IntersectionObserver(([entry]) => {
    visible = entry?.isIntersecting ?? true;
    run();
  });
  draw();
  watcher.observe(host);
  document.addEventListener('visibilitychange', onVisible);
  document.fonts.addEventListener('loadingdone', draw);
  run();

  return {
    resize: draw,
    destroy() {
      cancelAnimationFrame(request);
      request = -1;
      visible = false;
      watcher.disconnect();
      document.removeEventListener('visibilitychange', onVisible);
      document.fonts.removeEventListener('loadingdone', draw);
      ground.canvas.remove();
      top.canvas.remove();
    },
  };
}
