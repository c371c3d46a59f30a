import { inLanguage } from '../../domain/words/language.ts';

const en = {
  also: (words: string) => `setting preference ${words}`,
  alreadySo: 'It is set so.',
  text: {
    larger: 'Larger text',
    largest: 'This is the largest.',
    smaller: 'Smaller text',
    smallest: 'This is the smallest.',
    normal: 'Text at its normal size',
    isNormal: 'It is at its normal size.',
    says: (percent: number) => `Text ${percent} %`,
    also: 'font zoom size',
  },
  motion: { system: 'Motion: as this device asks', reduced: 'Motion: reduced', full: 'Motion: full' },
  motionAlso: 'animation movement',
  theme: { system: 'Colours: as this device asks', dark: 'Colours: night', light: 'Colours: day' },
  themeAlso: 'theme dark light',
  sound: { off: 'Sound off', on: 'Sound on', also: 'mute unmute audio silent' },
  captions: { off: 'Sound captions off', on: 'Sound captions on', also: 'subtitles audio text' },
  volume: {
    louder: (channel: string) => `${channel} louder`,
    quieter: (channel: string) => `${channel} quieter`,
    says: (channel: string, percent: number) => `${channel} at ${percent} %`,
    end: (percent: number) => `It is at ${percent} %.`,
    also: 'sound volume audio',
  },
  shortcuts: { off: 'Single keys off', on: 'Single keys on', also: 'shortcuts keyboard' },
  keys: {
    reset: 'Keys as they come',
    says: 'All keys are as they come',
    already: 'They are as they come.',
    also: 'reset shortcuts remap default',
  },
  noClock: {
    off: 'No-clock mode off, for new shifts',
    on: 'No-clock mode on, for new shifts',
    saysOff: 'New shifts run on a clock',
    saysOn: 'New shifts have no clock',
    also: 'time untimed',
  },
  guidance: { words: (title: string) => `Guidance: ${title.toLowerCase()}`, also: 'difficulty coach expert solo' },
  clock: {
    real: 'Clock: as the drill has it',
    relaxed: 'Clock: relaxed, half the pace',
    saysReal: 'The clock goes as the drill has it',
    saysRelaxed: 'The clock goes at half the pace',
    also: 'difficulty speed time',
  },
  hints: { off: 'Hints off', on: 'Hints on', also: 'difficulty help' },
};

/** Settings as commands of the palette: what each is called, what is said once it is done, and further words that find it. */
export const settingCommandWords = inLanguage({ en });
