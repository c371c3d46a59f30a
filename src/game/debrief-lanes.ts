import type { Tick } from '../domain/time.ts';
import { lookedByWords } from '../domain/words/looked-by.ts';
import { clockText } from './debrief-clock.ts';
import type { Belief, BeliefMark, RunFacts } from './debrief-facts.ts';
import { scoreWords } from './words/score.ts';

/** One belief over time: from when it was first held to when it was excluded, named as the cause, or the run ended. */
export interface Lane {
  readonly id: string;
  readonly title: string;
  readonly from: Tick;
  readonly to: Tick;
  readonly fate: 'excluded' | 'claimed' | 'open';
  readonly isCause: boolean; // told only after the player's own judgement
  readonly marks: readonly { readonly tick: Tick; readonly status: BeliefMark['status']; readonly says: string }[];
  readonly lastWords: string; // the evidence that decided it
}

const words = scoreWords.lanes;

function because(run: RunFacts, mark: BeliefMark): string {
  const notes = mark.evidence.flatMap((id) => run.evidence.find((note) => note.id === id) ?? []);
  const last = notes.at(-1);
  if (last === undefined) return '';
  const finding = last.findings[0];
  if (finding === undefined) return last.title;
  return last.by === null ? finding : lookedByWords.read(finding, last.by);
}

/** A mark in full words, for focus and for the table: "02:10 excluded at 80 %: v40 as slow as v41". */
function markWords(run: RunFacts, mark: BeliefMark): string {
  const reason = because(run, mark);
  const clock = clockText(run.clock, mark.tick);
  const status = words.status[mark.status];
  return reason === '' ? words.markAlone(clock, status, mark.confidence) : words.mark(clock, status, mark.confidence, reason);
}

function laneOf(run: RunFacts, belief: Belief, cause: string | null): Lane {
  const last = belief.marks.at(-1)!;
  const fate = last.status === 'excluded' ? 'excluded' : last.status === 'claimed' ? 'claimed' : 'open';
  return {
    id: belief.id,
    title: belief.title,
    from: belief.marks[0]!.tick,
    to: fate === 'open' ? run.closeTick : last.tick,
    fate,
    isCause: belief.id === cause,
    marks: belief.marks.map((mark) => ({ tick: mark.tick, status: mark.status, says: markWords(run, mark) })),
    lastWords: because(run, last),
  };
}

/**
 * The player's beliefs as lanes, in the order in which they were first held.
 * @param cause the hypothesis that was right, null before the player's own judgement is given
 */
export function beliefLanes(run: RunFacts, cause: string | null): readonly Lane[] {
  return run.beliefs.filter((belief) => belief.marks.length > 0).map((belief) => laneOf(run, belief, cause));
}
