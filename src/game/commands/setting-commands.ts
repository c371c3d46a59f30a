import { GUIDANCE } from '../../domain/guidance.ts';
import { GUIDANCE_TITLES, PRESETS, presetOf } from '../difficulty.ts';
import { difficultyWords } from '../words/difficulty.ts';
import { TEXT_SIZES, type Settings } from '../settings.ts';
import { CHANNELS, CHANNEL_WORDS } from '../sound/settings.ts';
import { command, type Command } from './command.ts';

export interface SettingCommand extends Command {
  readonly next: Settings; // what the settings become
  readonly says: string; // what is said aloud then
}

const STEP = 10; // percent of volume

const make = (id: string, words: string, next: Settings, says: string, also = '', refusal: string | null = null): SettingCommand => ({
  ...command(id, 'Settings', words, { also: `setting preference ${also}`, refusal }),
  next,
  says,
});

function sizes(settings: Settings): readonly SettingCommand[] {
  const at = TEXT_SIZES.findIndex((size) => size >= settings.textSize);
  const to = (by: number): number => TEXT_SIZES[Math.min(TEXT_SIZES.length - 1, Math.max(0, at + by))] ?? 100;
  const sized = (id: string, words: string, textSize: number, end: string): SettingCommand =>
    make(id, words, { ...settings, textSize }, `Text ${textSize} %`, 'font zoom size', textSize === settings.textSize ? end : null);
  return [
    sized('setting/text-larger', 'Larger text', to(1), 'This is the largest.'),
    sized('setting/text-smaller', 'Smaller text', to(-1), 'This is the smallest.'),
    sized('setting/text-normal', 'Text at its normal size', 100, 'It is at its normal size.'),
  ];
}

const MOTION_WORDS = { system: 'Motion: as this device asks', reduced: 'Motion: reduced', full: 'Motion: full' } as const;

const THEME_WORDS = { system: 'Colours: as this device asks', dark: 'Colours: night', light: 'Colours: day' } as const;

function sounds(settings: Settings): readonly SettingCommand[] {
  const { sound } = settings;
  const set = (change: Partial<typeof sound>): Settings => ({ ...settings, sound: { ...sound, ...change } });
  return [
    make(
      'sound/mute',
      sound.on ? 'Sound off' : 'Sound on',
      set({ on: !sound.on }),
      sound.on ? 'Sound off' : 'Sound on',
      'mute unmute audio silent',
    ),
    make(
      'sound/captions',
      sound.captions ? 'Sound captions off' : 'Sound captions on',
      set({ captions: !sound.captions }),
      sound.captions ? 'Sound captions off' : 'Sound captions on',
      'subtitles audio text',
    ),
    ...CHANNELS.flatMap((channel) =>
      ([1, -1] as const).map((way) => {
        const { title } = CHANNEL_WORDS[channel];
        const volume = Math.min(100, Math.max(0, sound[channel] + way * STEP));
        return make(
          `sound/${channel}-${way > 0 ? 'louder' : 'quieter'}`,
          `${title} ${way > 0 ? 'louder' : 'quieter'}`,
          set({ [channel]: volume }),
          `${title} at ${volume} %`,
          'sound volume audio',
          volume === sound[channel] ? `It is at ${volume} %.` : null,
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
    ...(['system', 'reduced', 'full'] as const).map((motion) =>
      make(
        `setting/motion-${motion}`,
        MOTION_WORDS[motion],
        { ...settings, motion },
        MOTION_WORDS[motion],
        'animation movement',
        motion === settings.motion ? 'It is set so.' : null,
      ),
    ),
    ...(['system', 'dark', 'light'] as const).map((theme) =>
      make(
        `setting/theme-${theme}`,
        THEME_WORDS[theme],
        { ...settings, theme },
        THEME_WORDS[theme],
        'theme dark light',
        theme === settings.theme ? 'It is set so.' : null,
      ),
    ),
    make(
      'setting/shortcuts',
      shortcuts ? 'Single keys off' : 'Single keys on',
      { ...settings, shortcuts: !shortcuts },
      shortcuts ? 'Single keys off' : 'Single keys on',
      'shortcuts keyboard',
    ),
    make(
      'setting/keys-reset',
      'Keys as they come',
      { ...settings, keys: {} },
      'All keys are as they come',
      'reset shortcuts remap default',
      Object.keys(keys).length === 0 ? 'They are as they come.' : null,
    ),
    make(
      'setting/untimed',
      untimed ? 'No-clock mode off, for new shifts' : 'No-clock mode on, for new shifts',
      { ...settings, untimed: !untimed },
      untimed ? 'New shifts run on a clock' : 'New shifts have no clock',
      'time untimed',
    ),
    ...GUIDANCE.map((guidance) =>
      make(
        `setting/guidance-${guidance}`,
        `Guidance: ${GUIDANCE_TITLES[guidance].toLowerCase()}`,
        { ...settings, guidance },
        GUIDANCE_TITLES[guidance],
        'difficulty coach expert solo',
        guidance === settings.guidance ? 'It is set so.' : null,
      ),
    ),
    make(
      'setting/relaxed',
      settings.relaxed ? 'Clock: as the drill has it' : 'Clock: relaxed, half the pace',
      { ...settings, relaxed: !settings.relaxed },
      settings.relaxed ? 'The clock goes as the drill has it' : 'The clock goes at half the pace',
      'difficulty speed time',
    ),
    make(
      'setting/hints',
      settings.hints ? 'Hints off' : 'Hints on',
      { ...settings, hints: !settings.hints },
      settings.hints ? 'Hints off' : 'Hints on',
      'difficulty help',
    ),
    ...PRESETS.map(({ id, title, says, set }) =>
      make(
        `setting/preset-${id}`,
        `${difficultyWords.pick.title}: ${title}`,
        { ...settings, ...set },
        `${says}.`,
        'difficulty preset telemetry complications strict',
        presetOf(settings)?.id === id ? 'It is set so.' : null,
      ),
    ),
    ...sounds(settings),
  ];
}
