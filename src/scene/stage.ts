import 'pixi.js/unsafe-eval'; // before a renderer is made: the page allows no eval
import {
  autoDetectRenderer,
  CanvasSource,
  Container,
  Particle,
  ParticleContainer,
  Rectangle,
  Sprite,
  Texture,
  type Renderer,
} from 'pixi.js';
import { dotAtlas, type DotAtlas } from './dot-atlas.ts';
import type { DotBuffer, DotPlan } from './dots.ts';
import { INK, type Tint } from './palette.ts';
import { rasterise } from './painter.ts';
import type { Size } from './frame.ts';
import { fadeMs } from './fading.ts';
import { LAYERS, type Item, type Layer } from './shape.ts';

interface Drawn {
  readonly item: Item;
  readonly key: string; // of its shapes
  readonly state: string;
  readonly sprite: Sprite | null; // null where the item lies outside the host
}

interface Fade {
  readonly sprite: Sprite;
  readonly start: number; // ms
  readonly length: number;
  readonly to: 0 | 1;
}

/** Pictures on layers and dots between them: what shows a display list. It decides nothing. */
export interface Stage {
  readonly renderer: Renderer;
  readonly canvas: HTMLCanvasElement;
  resize(size: Size, resolution: number): void;
  /** Redraws what differs; a line or station whose state changed eases over `easeMs`. */
  show(items: readonly Item[], now: number, easeMs: number): void;
  plan(plans: readonly DotPlan[]): void;
  dots(buffer: DotBuffer): void;
  /** Moves fades on; false when none is under way. */
  fade(now: number): boolean;
  render(): void;
  repaint(): void; // forgets all pictures: the next show draws them again
  destroy(): void;
}

/** @param only force the canvas renderer; otherwise WebGL where it works */
export async function openStage(size: Size, resolution: number, only: 'canvas' | null, tint: Tint): Promise<Stage> {
  const renderer = await autoDetectRenderer({
    preference: only === 'canvas' ? ['canvas'] : ['webgl', 'canvas'],
    width: size.width,
    height: size.height,
    resolution,
    autoDensity: true,
    antialias: false, // every picture is already smooth
    background: tint(INK.base),
    skipExtensionImports: true, // no pointer events and no accessibility overlay: the list in words is the map's control
  });
  return stageOn(renderer, size, resolution, tint);
}

const NO_PLAN = 0xffff;

const textureOf = (canvas: HTMLCanvasElement): Texture => new Texture({ source: new CanvasSource({ resource: canvas, resolution: 1 }) });

function stageOn(renderer: Renderer, firstSize: Size, firstResolution: number, tint: Tint): Stage {
  let size = firstSize;
  let resolution = firstResolution;
  const root = new Container();
  const layers = Object.fromEntries(LAYERS.map((layer) => [layer, new Container({ sortableChildren: true })])) as Record<Layer, Container>;
  const crowd = new ParticleContainer({ dynamicProperties: { position: true, vertex: false, rotation: false, uvs: false, color: false } });
  for (const layer of LAYERS) {
    root.addChild(layers[layer]);
    if (layer === 'line') root.addChild(crowd);
  }
  const drawn = new Map<string, Drawn>();
  let fades: Fade[] = [];
  let atlas = dotAtlas(resolution, tint);
  let sheet = textureOf(atlas.canvas);
  crowd.texture = sheet; // its dots are cells of this one
  let looks: { readonly texture: Texture; readonly scale: number }[] = [];
  let looksKey = '';
  const pool: Particle[] = [];
  let shownPlans: Uint16Array = new Uint16Array(0);

  const drop = (sprite: Sprite): void => sprite.destroy({ texture: true, textureSource: true });

  function cells(plans: readonly DotPlan[]): void {
    const frames = new Map<string, Texture>();
    for (const { texture } of new Set(looks)) texture.destroy(false);
    const wanted = plans.flatMap(({ flow, radius, odd }) => [
      { shape: flow.shape, ink: flow.ink, radius },
      { shape: odd?.shape ?? flow.shape, ink: flow.ink, radius: radius * (odd?.size ?? 1) },
    ]);
    looks = wanted.map(({ shape, ink, radius }) => {
      const [i, j] = [atlas.column(shape), atlas.row(ink)];
      const known = frames.get(`${i},${j}`);
      const texture = known ?? new Texture({ source: sheet.source, frame: cellFrame(atlas, i, j) });
      if (known === undefined) frames.set(`${i},${j}`, texture);
      return { texture, scale: radius / atlas.radius };
    });
  }

  function sprite(item: Item, order: number): Sprite | null {
    const raster = rasterise(item, resolution, size, tint);
    if (raster === null) return null;
    const made = new Sprite(textureOf(raster.canvas));
    made.scale.set(1 / resolution);
    made.position.set(raster.left, raster.top);
    made.zIndex = order;
    layers[item.layer].addChild(made);
    return made;
  }

  function fadeOut(gone: Sprite | null, now: number, length: number): void {
    if (gone === null) return;
    fades = fades.filter((fade) => fade.sprite !== gone);
    if (length > 0) fades.push({ sprite: gone, start: now, length, to: 0 });
    else drop(gone);
  }

  const stage: Stage = {
    renderer,
    canvas: renderer.canvas as HTMLCanvasElement,
    resize(nextSize, nextResolution) {
      if (nextResolution !== resolution) {
        const old = sheet;
        resolution = nextResolution;
        atlas = dotAtlas(resolution, tint);
        sheet = textureOf(atlas.canvas);
        crowd.texture = sheet;
        for (const { texture } of new Set(looks)) texture.destroy(false);
        looks = [];
        looksKey = '';
        crowd.particleChildren.length = 0;
        pool.length = 0;
        old.destroy(true);
      }
      size = nextSize;
      renderer.resize(size.width, size.height, resolution);
      stage.repaint();
    },
    show(items, now, easeMs) {
      const kept = new Set<string>();
      items.forEach((item, order) => {
        kept.add(item.id);
        const before = drawn.get(item.id);
        if (before?.sprite && before.sprite.zIndex !== order) before.sprite.zIndex = order;
        if (before?.item === item) return;
        const key = JSON.stringify(item.shapes);
        if (before?.key === key) {
          drawn.set(item.id, { ...before, item });
          return;
        }
        const next = sprite(item, order);
        const length = before !== undefined && before.state === item.state ? 0 : fadeMs(item.layer, before ? 'changes' : 'comes', easeMs);
        fadeOut(before?.sprite ?? null, now, length);
        if (next !== null && length > 0) {
          next.alpha = 0;
          fades.push({ sprite: next, start: now, length, to: 1 });
        }
        drawn.set(item.id, { item, key, state: item.state, sprite: next });
      });
      for (const [id, { sprite: gone, item }] of drawn)
        if (!kept.has(id)) {
          fadeOut(gone, now, fadeMs(item.layer, 'goes', easeMs));
          drawn.delete(id);
        }
    },
    plan(plans) {
      const key = plans.map(({ flow, radius, odd }) => `${flow.shape} ${flow.ink} ${radius} ${odd?.shape} ${odd?.size}`).join('|');
      if (key === looksKey) return;
      looksKey = key;
      cells(plans);
      shownPlans.fill(NO_PLAN);
    },
    dots(buffer) {
      const { count } = buffer;
      const first = looks[0];
      let changed = crowd.particleChildren.length !== count;
      if (first !== undefined) while (pool.length < count) pool.push(new Particle({ texture: first.texture, anchorX: 0.5, anchorY: 0.5 }));
      if (shownPlans.length < count) shownPlans = grown(shownPlans, count * 2);
      if (crowd.particleChildren.length > count) crowd.particleChildren.length = count;
      for (let i = 0; i < count; i++) {
        const particle = pool[i];
        const plan = buffer.look[i] ?? 0;
        if (particle === undefined) continue;
        if (shownPlans[i] !== plan) {
          const look = looks[plan];
          if (look === undefined) continue;
          particle.texture = look.texture;
          particle.scaleX = look.scale;
          particle.scaleY = look.scale;
          shownPlans[i] = plan;
          changed = true;
        }
        particle.x = buffer.x[i] ?? 0;
        particle.y = buffer.y[i] ?? 0;
        if (i >= crowd.particleChildren.length) crowd.particleChildren.push(particle);
      }
      if (changed) crowd.update();
    },
    fade(now) {
      if (fades.length === 0) return false;
      fades = fades.filter((fade) => {
        const t = Math.min(1, Math.max(0, (now - fade.start) / fade.length));
        const eased = t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) * (1 - t);
        fade.sprite.alpha = fade.to === 1 ? Math.min(1, eased * 1.6) : 1 - Math.max(0, eased * 1.6 - 0.6); // the new is there before the old goes
        if (t < 1) return true;
        if (fade.to === 0) drop(fade.sprite);
        return false;
      });
      return true;
    },
    render() {
      renderer.render(root);
    },
    repaint() {
      for (const { sprite: gone } of drawn.values()) if (gone) drop(gone);
      for (const fade of fades) if (!fade.sprite.destroyed) drop(fade.sprite);
      fades = [];
      drawn.clear();
    },
    destroy() {
      stage.repaint();
      for (const { texture } of new Set(looks)) texture.destroy(false);
      crowd.particleChildren.length = 0;
      root.destroy({ children: true });
      renderer.destroy({ removeView: true });
      sheet.destroy(true);
    },
  };
  return stage;
}

const cellFrame = (atlas: DotAtlas, column: number, row: number): Rectangle =>
  new Rectangle(column * atlas.cell, row * atlas.cell, atlas.cell, atlas.cell);

/** The same plans with room for more, which are none yet. */
function grown(plans: Uint16Array, room: number): Uint16Array {
  const bigger = new Uint16Array(Math.max(64, room)).fill(NO_PLAN);
  bigger.set(plans);
  return bigger;
}
