import { counted, figure } from './format.ts';
import { inLanguage } from '../../domain/words/language.ts';

const en = {
  notBuilt: {
    daily: 'The daily drill is not open yet. Here are the drills that are.',
    compare: 'Comparing two runs is not open yet. Each of the two links opens on its own.',
    selfcheck: 'The self-check is not open yet.',
  },
  namesNoDrill: (got: string) => `That address names no drill: expected one such as "latency-spike", got "${got}".`,
  noSeed: (drill: string) => `That address of the drill "${drill}" has no seed: expected "?seed=" and a word or number.`,
  badSeed: (got: string) => `That seed cannot be played: expected 1 to 64 letters, digits, dots, dashes or underscores, got "${got}".`,
  badMode: (got: string, known: string) => `The mode "${got}" is not known: expected ${known}.`,
  noPage: (got: string) => `There is no page at "#/${got}". This is the first one.`,
  tooLong: (most: number, length: number) => `That link is too long to open: expected at most ${figure(most)} characters, got ${length}.`,
  unreadable: (screen: 'replay' | 'debrief' | 'story', got: string) =>
    `That link to a ${screen} cannot be read: expected letters, digits, "-" and "_" after "#/${screen}/", got "${got}". It may have been cut off.`,
  badMoment: (got: string) => `The moment "${got}" was not understood: expected a clock such as "02:10".`,
  noDrill: (got: string, known: string) => `There is no drill called "${got}". Those there are: ${known}.`,
  link: {
    title: 'Open a link',
    field: 'Link to a replay, a debrief or a story',
    says: 'The run is simulated again on this device. Nothing is sent anywhere.',
    leadsHere: 'That link leads to this page.',
    cancel: 'Cancel',
    open: 'Open',
  },
  seed: {
    title: 'Play a seed',
    says: 'The seed decides what breaks and every chance in it. The same drill with the same seed and the same actions ends the same way, for everybody.',
    drill: 'Drill',
    field: 'Seed, or the address of a drill',
    hint: 'A word or a number of up to 64 letters, digits, dots, dashes and underscores, such as 7 or monday-night.',
    cancel: 'Cancel',
    play: 'Play',
    notADrill: 'That address is not one of a drill. A run is opened by “Open a link”.',
    noDrill: (got: string) => `There is no drill called “${got}” here.`,
    empty: 'Type a seed: a word or a number, such as 7.',
    tooLong: (most: number, length: number) =>
      `A seed has at most ${counted(most, { one: 'character', other: 'characters' })}, this one has ${length}.`,
    strange: (got: string) => `A seed has letters, digits, dots, dashes and underscores only; this one has ${got}.`,
    space: 'a space',
  },
};

/** What is said of addresses, links and seeds, where they are typed and where they cannot be read. */
export const addressWords = inLanguage({ en });
