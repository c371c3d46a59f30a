import { atClock } from '../../domain/at-clock.ts';
import { inLanguage } from '../../domain/words/language.ts';
import { clockWords } from '../../domain/words/clock.ts';

/** The debrief's step of preventions: what is picked, and what the night became with it. */
const en = {
  ofMost: (count: number, most: number) => `${count} of ${most}`,
  effortPoints: 'effort points,',
  items: 'items',
  effort: (points: number) => `effort ${points}`,
  playing: 'Playing it again…',
  notPlayed: 'Not played yet.',
  play: 'Play it again',
  beingPlayed: 'The incident is being played again.',
  played: 'This is what was played. Change the picks to try others.',
  final: 'What you play first is final: it goes into the record and counts in the score. After that you can still try other picks.',
  recorded: (picks: readonly string[]) =>
    `In the record, and in the score: ${picks.length === 0 ? 'no item' : picks.map((pick) => `“${pick}”`).join(', ')}. Other picks are only tried.`,
  pickFirst: 'Pick at least one item first.',
  playedAgain: 'The incident was played again with your picks',
  notPlayedAgain: 'The incident could not be played again.',
  togetherLabel: 'All picks together',
  together: 'Together',
  sameNight: 'The same incident, the same moves',
  commands: {
    pick: (item: string) => `Pick: ${item}`,
    takeOut: (item: string) => `Take out: ${item}`,
    pickAlso: 'prevention pick-preventions',
    cost: (effort: number) => `effort ${effort} of 10`,
    play: 'Play it again with these picks',
    playAlso: 'prevention pick-preventions rerun prove',
    pickFirst: 'Pick at least one prevention first.',
  },
  unknown: (id: string) => `There is no prevention “${id}” in this drill.`,
  tooMany: (item: string) => `Three items are the most. Take one out to add “${item}”.`,
  tooMuch: (effort: number, most: number, item: string) =>
    `That would be ${effort} of ${most} effort points. Take one out to add “${item}”.`,
  euro: (before: string, after: string) => `${before} to ${after}`,
  same: 'It changes nothing here.',
  less: (eur: string) => `${eur} less.`,
  more: (eur: string) => `${eur} more: worse here.`,
  noPage: 'No page goes off.',
  newPage: (clock: string) => `A page goes off ${atClock(clock)}.`,
  pageMoved: (clock: string, before: string) => `The page comes ${atClock(clock)}, not ${clockWords.inSentence(before)}.`,
};

export const preventionWords = inLanguage({ en });
