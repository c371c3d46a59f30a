import type { AfterAsk } from './debrief-asks.ts';
import type { MapClock, MapView } from './map-view.ts';
import type { SoundPlayer } from './sound/score.ts';

/** What a game needs from the machine it runs on. `platform/` implements these for a browser. */
export interface Storage {
  readonly lasting: boolean; // false: kept in memory only, gone with the tab
  read(key: string): Promise<unknown>; // undefined where nothing is kept
  write(key: string, value: unknown): Promise<boolean>; // false: not kept, or in memory only
  remove(key: string): Promise<void>;
}

export interface Clipboard {
  copy(text: string): Promise<boolean>;
  download(name: string, text: string, mime: string): void;
}

export interface Address {
  read(): string; // from "#" on
  write(hash: string, how: 'push' | 'replace'): void;
  full(hash: string): string; // the whole address, to be copied
  listen(changed: () => void): () => void;
}

export interface Ticker {
  /** Calls once per shown frame with the player's milliseconds since the last one; nothing while hidden. Returns how to stop it. */
  start(onFrame: (elapsedMs: number) => void): () => void;
  onHidden(hidden: () => void): () => void;
  nowMs(): number;
}

/** Heavy questions about a finished run, answered off the page's thread. */
export interface Analyst {
  warmUp(scenario: string): void; // plays an episode for nobody, so that the engine is compiled when it is needed
  readonly ask: AfterAsk;
}

export interface Ports {
  readonly storage: Storage;
  readonly clipboard: Clipboard;
  readonly address: Address;
  readonly ticker: Ticker;
  readonly analyst: Analyst;
  newSeed(): string;
  today(): string; // "2026-03-12", for file names
}

/** The drawn map, which the page loads apart from everything else. */
export interface SceneHandle {
  update(view: MapView, clock: MapClock): void;
  resize(): void;
  destroy(): void;
  readonly rendererName: string;
  /** Centre of a station in CSS px from the host's top left, for the button that lies over it; null where it is not drawn. */
  placeOf?(station: string): readonly [x: number, y: number] | null;
  /** How large its words are, as a share of the size that the reader has set: 1 where there is room for that. */
  textShare?(): number;
}

/** By night or by day. */
export type Theme = 'dark' | 'light';

export interface SceneOptions {
  readonly renderer?: 'canvas';
  readonly reducedMotion: boolean;
  readonly theme: Theme;
  /** Told at once when the graphics card lets go of the map, and what came of it. */
  readonly onTrouble?: (what: MapTrouble) => void;
}

export type MapTrouble = 'lost' | 'back' | 'given up';

export interface SceneLoader {
  mountScene(host: HTMLElement, options: SceneOptions): Promise<SceneHandle>;
  openSound(): Promise<SoundPlayer>;
  mountHomeMap(host: HTMLElement, options: SceneOptions): Promise<{ destroy(): void; resize(): void }>;
}
