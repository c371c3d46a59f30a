import { COMPLICATIONS, INFORMATION, STRICTNESS, USUAL_TERMS, type Terms } from '../domain/difficulty.ts';
import { GUIDANCE, type Guidance } from '../domain/guidance.ts';
import type { Keys } from './commands/keys.ts';
import { readKeys } from './commands/keys.ts';
import type { SoundSettings } from './sound/settings.ts';
import { SOUND_DEFAULTS, readSound } from './sound/settings.ts';

export const THEMES = ['system', 'dark', 'light'] as const;
export const MOTIONS = ['system', 'reduced', 'full'] as const;

/** What a reader sets once, for every drill. Kept in storage, applied at once. */
export interface Settings extends Terms {
  readonly textSize: number; // percent of the normal size, 80..200
  readonly theme: (typeof THEMES)[number];
  readonly motion: (typeof MOTIONS)[number];
  readonly shortcuts: boolean; // single keys such as M or Space act
  readonly untimed: boolean; // a new shift advances only on actions
  readonly keys: Keys; // those that are not as they come
  readonly sound: SoundSettings;
  readonly guidance: Guidance | null; // null: not chosen yet, so that who is new is guided
  readonly relaxed: boolean; // time passes at half the pace
  readonly hints: boolean; // can be had
}

export const DEFAULTS: Settings = {
  textSize: 100,
  theme: 'dark', // the night map is the game's own look; a device that asks for light is heard where the reader says so
  motion: 'system',
  shortcuts: true,
  untimed: false,
  keys: {},
  sound: SOUND_DEFAULTS,
  guidance: null,
  relaxed: false,
  hints: true,
  ...USUAL_TERMS,
};

export const TEXT_SIZES = [80, 90, 100, 110, 125, 150, 175, 200] as const;

/** Settings from whatever storage held; what is missing or out of bounds takes its default. */
export function readSettings(kept: unknown): Settings {
  if (typeof kept !== 'object' || kept === null) return DEFAULTS;
  const { textSize, theme, motion, shortcuts, untimed, keys, sound, guidance, relaxed, hints, information, complications, strictness } =
    kept as Record<string, unknown>;
  return {
    textSize: typeof textSize === 'number' && textSize >= 80 && textSize <= 200 ? textSize : DEFAULTS.textSize,
    theme: THEMES.find((each) => each === theme) ?? DEFAULTS.theme,
    motion: MOTIONS.find((each) => each === motion) ?? DEFAULTS.motion,
    shortcuts: typeof shortcuts === 'boolean' ? shortcuts : DEFAULTS.shortcuts,
    untimed: typeof untimed === 'boolean' ? untimed : DEFAULTS.untimed,
    keys: readKeys(keys),
    sound: readSound(sound),
    guidance: GUIDANCE.find((each) => each === guidance) ?? DEFAULTS.guidance,
    relaxed: typeof relaxed === 'boolean' ? relaxed : DEFAULTS.relaxed,
    hints: typeof hints === 'boolean' ? hints : DEFAULTS.hints,
    information: INFORMATION.find((each) => each === information) ?? DEFAULTS.information,
    complications: COMPLICATIONS.find((each) => each === complications) ?? DEFAULTS.complications,
    strictness: STRICTNESS.find((each) => each === strictness) ?? DEFAULTS.strictness,
  };
}
