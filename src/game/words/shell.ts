import { inLanguage } from '../../domain/words/language.ts';

const en = {
  game: 'Silent Drift',
  titles: {
    home: 'Silent Drift',
    page: 'Paged · Silent Drift',
    play: 'On call · Silent Drift',
    debrief: 'Debrief · Silent Drift',
    story: 'Story · Silent Drift',
    replay: 'Replay · Silent Drift',
  },
  paused: (title: string) => `❚❚ ${title}`,
  heldHidden: 'The clock stood while this tab was hidden. Go on when you are ready.',
  heldResumed: 'Your shift is where you left it, and the clock stands. Go on when you are ready.',
  openingDrill: 'Opening the drill…',
  openingRun: 'Opening the run…',
  screenNotLoaded: 'That screen could not be loaded. Check the connection and try again; nothing was lost.',
  simulatorNotLoaded: 'The simulator could not be loaded. Check the connection and try again; nothing was lost.',
  debriefNotOpened: 'The run ended, but its debrief could not be opened. It is kept on the home page.',
  noDrillOpen: 'No drill is open.',
  notice: 'Notice',
  dismiss: 'Dismiss the notice',
  keepsNothing: 'This browser keeps nothing just now: runs and settings are lost with this tab.',
  whatHappened: 'What happened',
  broken: {
    title: 'This screen broke',
    says: 'Your run is kept: every action was saved as you took it. Go home and continue it from there.',
    home: 'Go home',
  },
  go: {
    home: { words: 'Home, all drills', also: 'leave exit menu start' },
    help: { words: 'Help and keys', also: 'how shortcuts ?' },
    settings: { words: 'Settings', also: 'preferences options' },
  },
};

/** What every screen has around it: titles, notices, and the ways between screens. */
export const shellWords = inLanguage({ en });
