import { atClock } from '../../domain/at-clock.ts';
import { counted } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const word = { one: 'word', other: 'words' };
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six'] as const;

/** How many of some changes were seen to help; nothing of those that nobody could tell of. */
const helpedText = (made: number, helped: number): string =>
  helped === 0 ? '' : helped === made ? ' that helped' : `, of which ${NUMBERS[helped] ?? helped} helped`;

/** A sentence goes on in a small letter, unless its first word is a proper one: CPU, HTTP, GiB, I. */
const goingOn = (text: string): string =>
  /^(?:[A-Z]{2}|[A-Z][a-z]*[A-Z0-9]|I\b)/.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

const begun = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The story room: facts, beats, length, and what is taken along. */
const en = {
  title: 'Story room',
  subtitle: (drill: string, seed: string) => `${drill}, seed ${seed}`,
  opening: 'Gathering the facts of your run…',
  cannotBeOpened: 'This story cannot be opened',
  target: 'Target length, spoken',
  minutes: (minutes: number) => `${minutes} min`,
  toldTo: 'Told to an interviewer',
  commands: {
    export: 'Export the story as Markdown',
    exportAlso: 'postmortem download copy',
    facts: 'Put a fact in',
    factsAlso: 'evidence numbers',
  },
  sheet: {
    title: 'Your story',
    name: 'Name of this story',
    words: (words: number, spoken: string) => `${counted(words, word)}, ${spoken}`,
    empty: 'empty',
    begin: 'Begin here, in your own words.',
    nothing: 'Nothing told here yet.',
    addedTo: (beat: string) => `Added to ${beat}`,
  },
  facts: {
    title: 'Facts from your run',
    used: (used: number, all: number) => `${used} of ${all} used`,
    isUsed: 'used',
    notUsed: 'not used yet',
    which: 'Which facts',
    all: 'All',
    oneBeat: 'For one beat',
    beat: (beat: string) => `For “${beat}”`,
    caretFirst: 'Put the caret into a beat first.',
    none: 'Your run holds no fact for this beat. That is worth a sentence, too.',
    hint: 'Press Enter on a fact, or click it: it goes in where your caret stood.',
    putIn: 'Put a fact in',
    unused: (unused: number) => `Facts (${unused} unused)`,
    /** A timed fact as it goes into a text: "At 02:10, fetch p95 1.8 s (normal 38 ms)", "On day 91 at 09:00, fetch …". */
    sentence: (clock: string, fact: string) => `${begun(atClock(clock))}, ${goingOn(fact)}`,
  },
  side: {
    title: 'How far it is told',
    allTold: 'every beat has words',
    empty: (empty: number, all: number) => `${empty} of ${all} beats are empty`,
    beatEmpty: 'empty',
    beatWords: (words: number) => counted(words, word),
    length: 'Length, spoken',
    share: (minutes: number) => `Share of ${minutes} minutes`,
    shareIs: (words: number, says: string) => `${words} words, ${says}`,
    keeping: {
      kept: 'Kept on this device.',
      keeping: 'Being kept…',
      lost: 'This browser keeps nothing: copy your story before you leave.',
    },
    back: 'Back to the debrief',
  },
  measure: {
    none: '0 s',
    about: (spoken: string) => `about ${spoken}`,
    seconds: (seconds: number) => `${seconds} s`,
    minutes: (minutes: number) => `${minutes} min`,
    both: (minutes: number, seconds: number) => `${minutes} min ${seconds} s`,
    nothing: (target: number) => `nothing yet of ${target} min`,
    short: (target: number) => `short of ${target} min`,
    fits: (target: number) => `fits ${target} min`,
    long: (target: number) => `longer than ${target} min`,
  },
  name: {
    minutes: (minutes: number) => counted(minutes, { one: 'minute', other: 'minutes' }),
    hours: (hours: number) => counted(hours, { one: 'hour', other: 'hours' }),
    days: (days: number) => counted(days, { one: 'day', other: 'days' }),
    neverEnded: (span: string) => `${span}, and it never ended`,
    cameBack: (span: string) => `${span}, and it came back`,
    leftAlone: (span: string) => `${span}, and left alone`,
    noChange: (span: string) => `${span}, and nothing changed`,
    changes: (span: string, made: number, helped: number) =>
      `${span} and ${NUMBERS[made] ?? made} ${made === 1 ? 'change' : 'changes'}${helpedText(made, helped)}`,
    turns: (span: string, wrong: number) => `${span} and ${NUMBERS[wrong] ?? wrong} wrong ${wrong === 1 ? 'turn' : 'turns'}`,
  },
  export: {
    open: 'Export Markdown',
    title: 'Story and postmortem',
    what: 'What to take along',
    postmortem: 'Blameless postmortem',
    story: 'Your story',
    locked: 'The postmortem names the cause, so it opens once you have given your own view in the debrief.',
    toDebrief: 'To the debrief',
    storyLabel: 'Your story in Markdown',
    postmortemLabel: 'Blameless postmortem in Markdown',
    writing: 'Writing it from your run…',
    copy: 'Copy',
    copied: 'Copied.',
    download: 'Download',
    clipboardClosed: 'The clipboard is closed here: select the text and copy it yourself.',
    fileName: { postmortem: 'postmortem', story: 'story' },
    notTold: '_Not told yet._',
  },
};

export const storyWords = inLanguage({ en });
