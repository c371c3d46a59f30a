import type { MapLayout, MapView } from '../game/map-view.ts';
import { RATE_PER_DOT } from './flow.ts';
import { mountScene } from './mount.ts';

export interface SceneBench {
  readonly scriptMsMedian: number; // of a frame
  readonly scriptMsP95: number;
  readonly renderer: string;
}

const ROWS = 5;
const LATENCY_MS = 150;
const SETTLE_FRAMES = 20; // shaders compile and pools grow
const TICK_FRAMES = 15; // figures change this often

const rows = Array.from({ length: ROWS }, (_, i) => 80 + i * 120);

const LAYOUT: MapLayout = {
  width: 684,
  height: 688,
  stations: rows.flatMap((y, i) => [
    { id: `from-${i}`, at: [60, y], shape: 'station', label: 'below' },
    { id: `to-${i}`, at: [620, y], shape: 'terminus', label: 'below' },
  ]),
  lines: rows.map((y, i) => ({
    id: `line-${i}`,
    points: [
      [60, y],
      [620, y],
    ],
  })),
  districts: [],
};

/** A map of parallel lines that carries about so many dots. */
function busyView(dots: number, turn: number): MapView {
  return {
    layout: LAYOUT,
    stations: LAYOUT.stations.map(({ id }) => ({ id, name: id, status: 'healthy', caption: '', seenTick: 0, figures: [], charts: [] })),
    lines: rows.map((_, i) => ({
      id: `line-${i}`,
      from: `from-${i}`,
      to: `to-${i}`,
      kind: 'request',
      status: 'healthy',
      ratePerSecond: (dots / ROWS) * RATE_PER_DOT * (1 + 0.01 * (turn % 3)),
      latencyMs: LATENCY_MS,
      normalLatencyMs: LATENCY_MS,
      queued: null,
    })),
    yourRings: [],
    yourTags: [],
  };
}

/** Script time of frames of a map with so many dots, measured in this page. */
export async function benchScene(host: HTMLElement, dots: number, frames: number, renderer?: 'canvas'): Promise<SceneBench> {
  const scene = await mountScene(host, { renderer, reducedMotion: false, theme: 'dark' });
  const times: number[] = [];
  for (let frame = -SETTLE_FRAMES; frame < frames; frame++) {
    const tick = Math.floor(frame / TICK_FRAMES) + SETTLE_FRAMES;
    if (frame % TICK_FRAMES === 0) scene.update(busyView(dots, tick), { tick, paused: false, speed: 4 });
    await new Promise(requestAnimationFrame);
    if (frame >= 0) times.push(scene.lastScriptMs);
  }
  const name = scene.rendererName;
  scene.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
  return { scriptMsMedian: at(0.5), scriptMsP95: at(0.95), renderer: name };
}
