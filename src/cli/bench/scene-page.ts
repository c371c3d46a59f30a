import type { MapView } from '../../game/map-view.ts';
import { mountScene } from '../../scene/mount.ts';

declare global {
  interface Window {
    benchScene: typeof benchScene;
  }
}

const TICKS_PER_SECOND = 4;
const FRAMES_PER_TICK = 15; // as on a screen of 60 frames a second; drawn in software there are far fewer, and most would bring figures
const SETTLE_FRAMES = 20; // the first frames compile shaders and make room for the dots

/**
 * Runs the map in this page, with figures that change at every tick as in play.
 * @returns milliseconds of script of each frame, and what drew them
 */
async function benchScene(view: MapView, frames: number): Promise<{ readonly renderer: string; readonly scriptMs: readonly number[] }> {
  const host = document.createElement('div');
  host.style.cssText = 'position:fixed;inset:0';
  document.body.replaceChildren(host);
  const scene = await mountScene(host, { reducedMotion: false, theme: 'dark' });
  const scriptMs: number[] = [];
  let tick = -1;
  for (let frame = -SETTLE_FRAMES; frame < frames; frame += 1) {
    const now = Math.floor((frame + SETTLE_FRAMES) / FRAMES_PER_TICK);
    if (now > tick) {
      tick = now;
      const figures = 1 + 0.01 * (tick % 3); // redrawn, with nearly as many dots
      const lines = view.lines.map((line) => ({
        ...line,
        ratePerSecond: line.ratePerSecond === null ? null : line.ratePerSecond * figures,
      }));
      scene.update({ ...view, lines }, { tick, paused: false, speed: TICKS_PER_SECOND });
    }
    await new Promise(requestAnimationFrame);
    if (frame >= 0) scriptMs.push(scene.lastScriptMs);
  }
  const renderer = scene.rendererName;
  scene.destroy();
  return { renderer, scriptMs };
}

window.benchScene = benchScene;
