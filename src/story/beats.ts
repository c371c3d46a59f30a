import { beatTitles } from '../domain/words/story-beats.ts';
import type { Brief } from '../scenario/brief.ts';
import type { Beat } from '../scenario/words.ts';
import type { Fact } from './facts.ts';

/** A section of a story, with the facts of the run that belong in it. */
export interface BeatView {
  readonly id: Beat;
  readonly title: string;
  readonly asks: string; // what a listener wants to hear here
  readonly cites: readonly string[];
  readonly facts: readonly Fact[]; // in order of time; empty: the run has nothing to tell here
}

/** The eight beats of a scenario's story, filled with the facts of a run. */
export const beatsOf = (brief: Brief, facts: readonly Fact[]): readonly BeatView[] =>
  brief.story.map((beat) => ({
    id: beat.beat,
    title: beatTitles[beat.beat],
    asks: beat.asks,
    cites: beat.cites,
    facts: facts.filter((fact) => beat.facts.includes(fact.kind)),
  }));
