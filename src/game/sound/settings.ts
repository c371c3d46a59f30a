/** The three kinds of sound, each with its own volume. */
export const CHANNELS = ['alerts', 'ambience', 'interface'] as const;
export type Channel = (typeof CHANNELS)[number];

export interface SoundSettings {
  readonly on: boolean; // false: nothing sounds, whatever the volumes
  readonly captions: boolean; // what sounds, or would, is written on the screen
  readonly alerts: number; // percent
  readonly ambience: number;
  readonly interface: number;
}

export const SOUND_DEFAULTS: SoundSettings = { on: true, captions: true, alerts: 70, ambience: 40, interface: 40 };

const percent = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value >= 0 && value <= 100 ? Math.round(value) : otherwise;

/** Sound settings from whatever storage held. */
export function readSound(kept: unknown): SoundSettings {
  if (typeof kept !== 'object' || kept === null) return SOUND_DEFAULTS;
  const found = kept as Record<string, unknown>;
  return {
    on: typeof found['on'] === 'boolean' ? found['on'] : SOUND_DEFAULTS.on,
    captions: typeof found['captions'] === 'boolean' ? found['captions'] : SOUND_DEFAULTS.captions,
    alerts: percent(found['alerts'], SOUND_DEFAULTS.alerts),
    ambience: percent(found['ambience'], SOUND_DEFAULTS.ambience),
    interface: percent(found['interface'], SOUND_DEFAULTS.interface),
  };
}
