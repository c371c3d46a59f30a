import type { SoundSettings } from './settings.ts';
import type { Channel } from './settings.ts';

export type Timbre = 'pager' | 'bell' | 'pluck' | 'thunk' | 'tick';

/** One note, made on the spot: no sound is kept in a file. */
export interface Note {
  readonly channel: Channel;
  readonly timbre: Timbre;
  readonly atMs: number; // after now
  readonly lengthMs: number;
  readonly pitchHz: number;
  readonly loud: number; // 0..1, of its channel
  readonly cutoffHz: number; // of the filter that it passes
}

/** Noise of all that waits: louder with the length of the queue; 0 is silence. */
export interface Hum {
  readonly loud: number; // 0..1
  readonly cutoffHz: number;
}

export interface Caption {
  readonly tick: number;
  readonly text: string; // "[pager] 02:04"
}

/** What is to be heard from now on, and the words for it. */
export interface Score {
  readonly notes: readonly Note[];
  readonly hum: Hum;
  readonly captions: readonly Caption[];
  readonly stopPager: boolean;
}

/** Plays scores; the browser's part. Silent until a gesture of the player's has allowed it. */
export interface SoundPlayer {
  play(notes: readonly Note[]): void;
  setHum(hum: Hum): void;
  stopPager(): void;
  setVolumes(settings: SoundSettings): void;
  destroy(): void;
}
