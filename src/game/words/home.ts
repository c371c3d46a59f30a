import { counted } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  game: 'Silent Drift',
  pitch: 'Incident drills for production ML. Get paged, read the evidence, act, and learn to tell the story.',
  running: '02:04, all lines running',
  preferences: 'Preferences',
  soundOn: 'Sound: on',
  soundOff: 'Sound: off',
  noClock: 'No-clock mode',
  noClockOn: 'No-clock mode: on',
  commands: 'Commands',
  settings: 'Settings',
  help: 'Help',
  helpAndKeys: 'Help and keys',
  notLoaded: 'The drills could not be loaded. Check the connection and reload the page.',
  start: 'Start your shift',
  firstPage: (minutes: number) => `First page in 10 seconds. About ${minutes} minutes.`,
  goOn: 'Continue your shift',
  whereLeft: (title: string) => `${title}, where you left it.`,
  startNew: 'Start a new one',
  howToPlay: 'How to play',
  places: 'Places',
  drills: 'Drills',
  incidents: (count: number) => counted(count, { one: 'incident', other: 'incidents' }),
  runs: 'Your runs',
  noRuns: 'none yet',
  inTab: (count: number) => `${count}, lost with this tab`,
  keptHere: (count: number) => `${count} kept here`,
  seed: 'Play a seed',
  seedSays: 'the same incident again',
  link: 'Open a link',
  linkSays: 'a replay or a story',
  card: {
    minutes: (minutes: number) => `${minutes} min`,
    levels: ['', 'first steps', 'on call', 'tricky', 'hard', 'very hard'],
    difficulty: (level: number, word: string) => `, difficulty ${level} of 5, ${word}, `,
    played: 'review due',
    notPlayed: 'not played',
    best: 'best {score}',
  },
  found: {
    start: { words: 'Start your shift', also: 'play new' },
    goOn: { words: (title: string) => `Continue: ${title}`, also: 'resume shift go on' },
    play: {
      words: (title: string) => `Play: ${title}`,
      also: (id: string) => `drill start shift ${id}`,
      cost: (minutes: number) => `about ${minutes} min`,
    },
    link: { words: 'Open a link', also: 'replay story debrief paste' },
    seed: { words: 'Play a seed', also: 'same night number replay' },
    debrief: { words: (title: string, day: string) => `Debrief of ${title}, ${day}`, also: 'run replay kept mine' },
  },
};

/** The home page: its title, the menu, the cards of the drills, and what the palette finds there. */
export const homeWords = inLanguage({ en });
