import { clockWords } from '../domain/words/clock.ts';
import type { Clock } from './debrief-facts.ts';
import { textOf, type StoryDraft } from './story-draft.ts';
import { storyWords } from './words/story.ts';

/** What the story room needs of a run: the beats to tell, and its facts, each with time and number. */
export interface RoomBeat {
  readonly id: string;
  readonly title: string; // "Hypotheses, with a wrong turn"
  readonly asks: string; // what a listener wants to hear here
  readonly facts: readonly string[]; // ids of facts that belong here, in order of time
}

export interface RoomFact {
  readonly id: string;
  readonly tick: number;
  readonly kind: string;
  readonly clock: string; // "02:10"
  readonly timed: boolean; // false: it holds for the whole night, so a sentence does not begin with a time
  readonly text: string; // as the chip shows it: "Fetch p95 1.8 s (normal 38 ms)"
  readonly value: string | null; // the figure in it, as written: "1.8 s"
}

export interface StoryRoom {
  readonly key: string; // of the run
  readonly title: string; // of the drill
  readonly seed: string;
  readonly clock: Clock;
  readonly name: string; // a good name for the run
  readonly beats: readonly RoomBeat[];
  readonly facts: readonly RoomFact[];
}

/** A fact as it goes into a text: "At 02:10, fetch p95 1.8 s (normal 38 ms)". */
export function factSentence(fact: RoomFact): string {
  return fact.timed ? storyWords.facts.sentence(fact.clock, fact.text) : fact.text;
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ');
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Whether a text holds a figure as written, and not as a piece of a longer number ("1.8 s" is not in "11.8 s"). */
export const holdsFigure = (text: string, figure: string): boolean =>
  new RegExp(`(?<![\\d.,])${escaped(plain(figure))}(?![\\da-z]|[.,]\\d)`).test(plain(text));

const holdsClock = (text: string, clock: string): boolean => text.includes(clock) || text.includes(clockWords.inSentence(clock));

/** Whether the story uses a fact: its words stand in a beat, or its time together with its figure does. */
export const usesFact = (draft: StoryDraft, fact: RoomFact): boolean =>
  Object.values(draft.beats).some(
    (text) =>
      plain(text).includes(plain(fact.text)) ||
      (fact.value !== null && holdsFigure(text, fact.value) && (!fact.timed || holdsClock(text, fact.clock))),
  );

export const usedFacts = (draft: StoryDraft, facts: readonly RoomFact[]): ReadonlySet<string> =>
  new Set(facts.filter((fact) => usesFact(draft, fact)).map((fact) => fact.id));

export const emptyBeats = (room: StoryRoom, draft: StoryDraft): readonly RoomBeat[] =>
  room.beats.filter((beat) => textOf(draft, beat.id).trim() === '');

/** The story as Markdown: its name, then a heading a beat; empty beats are said to be empty. */
export function storyMarkdown(room: StoryRoom, draft: StoryDraft): string {
  const parts = room.beats.map(
    (beat) => `## ${beat.title}\n\n${textOf(draft, beat.id).trim() === '' ? storyWords.export.notTold : textOf(draft, beat.id).trim()}\n`,
  );
  return `# ${draft.name ?? room.name}\n\n${parts.join('\n')}`;
}
