import type { MapClock, MapView } from '../game/map-view.ts';
import type { MapTrouble } from '../game/ports.ts';
import { pictureOf, type Picture } from './display-list.ts';
import { dotBuffer, matchDots, moveDots, noDots, placeDots } from './dots.ts';
import type { Size } from './frame.ts';
import { siteOf } from './site.ts';
import { loadFaces } from './painter.ts';
import { tintOf } from './palette.ts';
import { openStage, type Stage } from './stage.ts';

export interface SceneOptions {
  readonly renderer?: 'canvas' | undefined; // force it; otherwise WebGL where it works
  readonly reducedMotion: boolean;
  readonly theme: 'dark' | 'light';
  /** Told at once when the graphics card lets go of the map, and what came of it. */
  readonly onTrouble?: ((what: MapTrouble) => void) | undefined;
}

export interface SceneHandle {
  update(view: MapView, clock: MapClock): void;
  setReducedMotion(reduced: boolean): void;
  /** Centre of a station in CSS px from the host's top left; null where it is not drawn. */
  placeOf(station: string): readonly [x: number, y: number] | null;
  /** How large its words are, as a share of the size that the reader has set. */
  textShare(): number;
  resize(): void;
  destroy(): void;
  readonly rendererName: string; // "webgl" or "canvas"
  readonly lastScriptMs: number; // script of the latest frame
}

const EASE_MS = 600; // a station or line changes its state
const EASE_REDUCED_MS = 150;
const COUNT_MS = 1000; // with reduced motion dots are counted anew this often
const RESTORE_MS = 1500; // a browser that wants to give the graphics card back does so sooner
const MOST_LOSSES = 2; // of the graphics card, then the map stays a list
const MOST_RESOLUTION = 2;

const resolutionNow = (): number => Math.max(1, Math.min(MOST_RESOLUTION, window.devicePixelRatio || 1));

const textScale = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;

const sizeOf = (host: HTMLElement): Size => ({
  width: Math.round(host.clientWidth),
  height: Math.round(host.clientHeight),
  text: textScale(),
});

/**
 * Draws the map into a host and keeps it drawn until `destroy`. The canvas fills the host and is hidden from assistive technology.
 * Between updates dots run on for as long as the next tick may be due; without one the scene stands still.
 */
export async function mountScene(host: HTMLElement, options: SceneOptions): Promise<SceneHandle> {
  await loadFaces();
  const only: 'canvas' | null = options.renderer ?? null;
  const tint = tintOf(options.theme);
  let stage = await openStage(atLeastOne(sizeOf(host)), resolutionNow(), only, tint);
  let size = atLeastOne(sizeOf(host));
  let reduced = options.reducedMotion;
  let wanted: MapView | null = null;
  let shown: MapView | null = null;
  let picture: Picture | null = null;
  let clock: MapClock = { tick: -1, paused: true, speed: 1 };
  let tickAt = 0; // ms, when the latest tick came
  let countedAt = -Infinity;
  let state = noDots();
  let seconds = 0;
  let last = 0;
  let request = 0;
  let dirty = true;
  let losses = 0;
  let lost = false; // there is nothing to draw on
  let lastScriptMs = 0;
  let closed = false;
  let inView = true;
  let sized = true;
  const buffer = dotBuffer(512);

  const runs = (now: number): boolean => !clock.paused && !reduced && now - tickAt < Math.max(1500, 2500 / Math.max(0.1, clock.speed));

  function redraw(view: MapView, now: number): void {
    const before = picture?.plans;
    picture = pictureOf(view, siteOf(view, size));
    shown = view;
    stage.show(picture.items, now, reduced ? EASE_REDUCED_MS : EASE_MS);
    if (before !== undefined && reduced && now - countedAt < COUNT_MS) {
      picture = { ...picture, plans: before };
      return;
    }
    countedAt = now;
    if (reduced) state = noDots();
    state.seconds = seconds;
    matchDots(state, picture.plans);
    stage.plan(picture.plans);
  }

  function frame(now: number): void {
    request = 0;
    const began = performance.now();
    const moving = runs(now);
    if (moving) seconds += Math.min(0.1, Math.max(0, (now - last) / 1000));
    last = now;
    const due = wanted !== null && (wanted !== shown || (reduced && now - countedAt >= COUNT_MS && dirty));
    if (due && wanted !== null) redraw(wanted, now);
    if (picture !== null && (moving || due || dirty)) {
      moveDots(state, picture.plans, seconds);
      placeDots(state, picture.plans, buffer);
      stage.dots(buffer);
    }
    const fading = stage.fade(now);
    if (moving || due || dirty || fading) stage.render();
    dirty = false;
    lastScriptMs = performance.now() - began;
    if (moving || fading) wake();
  }

  // Frames for a canvas that nobody sees pile up in the graphics card and stall the page when it is shown again.
  function wake(): void {
    if (request === 0 && !closed && !lost && inView && sized) request = requestAnimationFrame(frame);
  }

  /** Stops where nobody sees it, and draws anew where somebody does. */
  function rest(): void {
    if (inView && sized) {
      refresh();
      return;
    }
    cancelAnimationFrame(request);
    request = 0;
  }

  function refresh(): void {
    dirty = true;
    shown = null;
    wake();
  }

  function attach(next: Stage): void {
    const { canvas } = next;
    canvas.setAttribute('aria-hidden', 'true');
    canvas.style.display = 'block';
    canvas.style.touchAction = 'auto';
    host.append(canvas);
    canvas.addEventListener('webglcontextlost', onLost);
    canvas.addEventListener('webglcontextrestored', onRestored);
  }

  let restoring = 0;
  function onLost(event: Event): void {
    event.preventDefault();
    losses += 1;
    lost = true;
    cancelAnimationFrame(request);
    request = 0;
    if (losses >= MOST_LOSSES) giveUp();
    else {
      restoring = window.setTimeout(() => void replaceStage(), RESTORE_MS);
      options.onTrouble?.('lost');
    }
  }

  function onRestored(): void {
    window.clearTimeout(restoring);
    stage.repaint();
    isBack();
  }

  function isBack(): void {
    lost = false;
    refresh();
    options.onTrouble?.('back');
  }

  /** A card that lets go of the map again would do so all night: the list in words stays in its place. */
  function giveUp(): void {
    window.clearTimeout(restoring);
    stage.canvas.style.visibility = 'hidden';
    options.onTrouble?.('given up');
  }

  async function replaceStage(): Promise<void> {
    if (closed || losses >= MOST_LOSSES) return;
    close(stage);
    const next = await openStage(size, resolutionNow(), only, tint).catch(() => openStage(size, resolutionNow(), 'canvas', tint));
    if (closed) {
      next.destroy();
      return;
    }
    stage = next;
    attach(stage);
    if (picture !== null) stage.plan(picture.plans);
    isBack();
  }

  function close(old: Stage): void {
    old.canvas.removeEventListener('webglcontextlost', onLost);
    old.canvas.removeEventListener('webglcontextrestored', onRestored);
    old.destroy();
    old.canvas.remove();
  }

  function resize(): void {
    const next = sizeOf(host);
    if (closed) return;
    const wasSized = sized;
    sized = next.width >= 2 && next.height >= 2;
    if (sized !== wasSized) rest();
    if (!sized) return; // hidden: it keeps its picture
    if (
      next.width === size.width &&
      next.height === size.height &&
      next.text === size.text &&
      stage.renderer.resolution === resolutionNow()
    )
      return;
    size = next;
    countedAt = -Infinity; // still dots would keep to where lines ran before
    stage.resize(size, resolutionNow());
    if (picture !== null) stage.plan(picture.plans);
    refresh();
  }

  attach(stage);
  const watcher = new ResizeObserver(resize);
  watcher.observe(host);
  const sight = new IntersectionObserver((entries) => {
    inView = entries.at(-1)?.isIntersecting ?? true;
    rest();
  });
  sight.observe(host);
  const counting = window.setInterval(() => {
    if (reduced && wanted !== null && performance.now() - countedAt >= COUNT_MS) refresh();
  }, COUNT_MS);
  const onFaces = (): void => {
    stage.repaint();
    refresh();
  };
  document.fonts.addEventListener('loadingdone', onFaces);

  return {
    update(view, next) {
      if (next.tick !== clock.tick) tickAt = performance.now();
      clock = next;
      wanted = view;
      wake();
    },
    setReducedMotion(next) {
      if (next === reduced) return;
      reduced = next;
      countedAt = -Infinity;
      refresh();
    },
    placeOf: (station) => (wanted === null ? null : (siteOf(wanted, size).ground.stations.find((at) => at.id === station)?.at ?? null)),
    textShare: () => (wanted === null ? 1 : siteOf(wanted, size).textShare),
    resize,
    destroy() {
      if (closed) return;
      closed = true;
      cancelAnimationFrame(request);
      window.clearTimeout(restoring);
      window.clearInterval(counting);
      watcher.disconnect();
      sight.disconnect();
      document.fonts.removeEventListener('loadingdone', onFaces);
      close(stage);
    },
    get rendererName() {
      return stage.renderer.name;
    },
    get lastScriptMs() {
      return lastScriptMs;
    },
  };
}

const atLeastOne = (size: Size): Size => ({ ...size, width: Math.max(2, size.width), height: Math.max(2, size.height) });
