import type { Channel } from './settings.ts';
import type { Note, Timbre } from './score.ts';

/** Hz, equal temperament on A4 = 440. */
const E5 = 659.26;
const B4 = 493.88;
const G5 = 783.99;
const D5 = 587.33;
const A3 = 220;

/** A minor pentatonic from A3: a voice for each line of the map. */
export const LINE_VOICES_HZ = [220, 261.63, 293.66, 329.63, 392, 440] as const;

const OPEN_HZ = 12_000; // a filter that lets everything pass
const NOTE_MS = 220;

export const note = (
  channel: Channel,
  timbre: Timbre,
  pitchHz: number,
  atMs = 0,
  lengthMs = NOTE_MS,
  loud = 1,
  cutoffHz = OPEN_HZ,
): Note => ({ channel, timbre, pitchHz, atMs, lengthMs, loud, cutoffHz });

const row = (timbre: Timbre, pitches: readonly number[], startMs = 0): readonly Note[] =>
  pitches.map((pitch, i) => note('alerts', timbre, pitch, startMs + i * NOTE_MS));

/** E5 B4 E5, twice, then silence. */
export const PAGER: readonly Note[] = [...row('pager', [E5, B4, E5]), ...row('pager', [E5, B4, E5], 4 * NOTE_MS)];
export const ALERT: readonly Note[] = row('bell', [B4]);
export const MESSAGE: readonly Note[] = row('bell', [D5, D5]);
export const RECOVERED: readonly Note[] = row('bell', [B4, G5]);
export const NOT_RECOVERED: readonly Note[] = row('bell', [A3]);
export const IN_EFFECT: readonly Note[] = [note('interface', 'pluck', B4, 0), note('interface', 'pluck', E5, NOTE_MS)];
export const DONE: readonly Note[] = [note('interface', 'tick', E5, 0, 40, 0.5)];
export const REFUSED: readonly Note[] = [note('interface', 'tick', A3, 0, 70, 0.8)];
export const RETURNED: readonly Note[] = [note('interface', 'tick', G5, 0, 60, 0.5)];

/** Forty milliseconds of noise below 400 Hz. */
export const THUNK: Note = note('ambience', 'thunk', 90, 0, 40, 1, 400);
