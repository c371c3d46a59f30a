import { GUIDANCE } from '../../domain/guidance.ts';
import { GUIDANCE_TITLES, PRESETS, presetOf } from '../difficulty.ts';
import { difficultyWords } from '../words/difficulty.ts';
import { MOTIONS, TEXT_SIZES, THEMES, type Settings } from '../settings.ts';
import { CHANNELS } from '../sound/settings.ts';
import { settingCommandWords as words } from '../words/setting-commands.ts';
import { settingsWords } from '../words/settings.ts';
import { command, type Command } from './command.ts';

export interface SettingCommand extends Command {
  readonly next: Settings; // what the settings become
  readonly says: string; // what is said aloud then
}

const STEP = 10; // percent of volume

const make = (id: string, title: string, next: Settings, says: string, also = '', refusal: string | null = null): SettingCommand => ({
  ...command(id, 'Settings', title, { also: words.also(also), refusal }),
  next,
  says,
});

function sizes(settings: Settings): readonly SettingCommand[] {
  const at = TEXT_SIZES.findIndex((size) => size >= settings.textSize);
  const to = (by: number): number => TEXT_SIZES[Math.min(TEXT_SIZES.length - 1, Math.max(0, at + by))] ?? 100;
  const sized = (id: string, title: string, textSize: number, end: string): SettingCommand =>
    make(id, title, { ...settings, textSize }, words.text.says(textSize), words.text.also, textSize === settings.textSize ? end : null);
  return [
    sized('setting/text-larger', words.text.larger, to(1), words.text.largest),
    sized('setting/text-smaller', words.text.smaller, to(-1), words.text.smallest),
    sized('setting/text-normal', words.text.normal, 100, words.text.isNormal),
  ];
}

function sounds(settings: Settings): readonly SettingCommand[] {
  const { sound } = settings;
  const set = (change: Partial<typeof sound>): Settings => ({ ...settings, sound: { ...sound, ...change } });
  return [
    make(
      'sound/mute',
      sound.on ? words.sound.off : words.sound.on,
      set({ on: !sound.on }),
      sound.on ? words.sound.off : words.sound.on,
      words.sound.also,
    ),
    make(
      'sound/captions',
      sound.captions ? words.captions.off : words.captions.on,
      set({ captions: !sound.captions }),
      sound.captions ? words.captions.off : words.captions.on,
      words.captions.also,
    ),
    ...CHANNELS.flatMap((channel) =>
      ([1, -1] as const).map((way) => {
        const { title } = settingsWords.channels[channel];
        const volume = Math.min(100, Math.max(0, sound[channel] + way * STEP));
        return make(
          `sound/${channel}-${way > 0 ? 'louder' : 'quieter'}`,
          way > 0 ? words.volume.louder(title) : words.volume.quieter(title),
          set({ [channel]: volume }),
          words.volume.says(title, volume),
          words.volume.also,
          volume === sound[channel] ? words.volume.end(volume) : null,
        );
      }),
    ),
  ];
}

/** Every setting that can be changed, as a command with the settings that it leads to. */
export function settingCommands(settings: Settings): readonly SettingCommand[] {
  const { shortcuts, untimed, keys } = settings;
  return [
    ...sizes(settings),
    ...MOTIONS.map((motion) =>
      make(
        `setting/motion-${motion}`,
        words.motion[motion],
        { ...settings, motion },
        words.motion[motion],
        words.motionAlso,
        motion === settings.motion ? words.alreadySo : null,
      ),
    ),
    ...THEMES.map((theme) =>
      make(
        `setting/theme-${theme}`,
        words.theme[theme],
        { ...settings, theme },
        words.theme[theme],
        words.themeAlso,
        theme === settings.theme ? words.alreadySo : null,
      ),
    ),
    make(
      'setting/shortcuts',
      shortcuts ? words.shortcuts.off : words.shortcuts.on,
      { ...settings, shortcuts: !shortcuts },
      shortcuts ? words.shortcuts.off : words.shortcuts.on,
      words.shortcuts.also,
    ),
    make(
      'setting/keys-reset',
      words.keys.reset,
      { ...settings, keys: {} },
      words.keys.says,
      words.keys.also,
      Object.keys(keys).length === 0 ? words.keys.already : null,
    ),
    make(
      'setting/untimed',
      untimed ? words.noClock.off : words.noClock.on,
      { ...settings, untimed: !untimed },
      untimed ? words.noClock.saysOff : words.noClock.saysOn,
      words.noClock.also,
    ),
    ...GUIDANCE.map((guidance) =>
      make(
        `setting/guidance-${guidance}`,
        words.guidance.words(GUIDANCE_TITLES[guidance]),
        { ...settings, guidance },
        GUIDANCE_TITLES[guidance],
        words.guidance.also,
        guidance === settings.guidance ? words.alreadySo : null,
      ),
    ),
    make(
      'setting/relaxed',
      settings.relaxed ? words.clock.real : words.clock.relaxed,
      { ...settings, relaxed: !settings.relaxed },
      settings.relaxed ? words.clock.saysReal : words.clock.saysRelaxed,
      words.clock.also,
    ),
    make(
      'setting/hints',
      settings.hints ? words.hints.off : words.hints.on,
      { ...settings, hints: !settings.hints },
      settings.hints ? words.hints.off : words.hints.on,
      words.hints.also,
    ),
    ...PRESETS.map(({ id, title, says, set }) =>
      make(
        `setting/preset-${id}`,
        `${difficultyWords.pick.title}: ${title}`,
        { ...settings, ...set },
        `${says}.`,
        difficultyWords.pick.also,
        presetOf(settings)?.id === id ? words.alreadySo : null,
      ),
    ),
    ...sounds(settings),
  ];
}
