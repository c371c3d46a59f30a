import { lookInSentence } from '../domain/looked-by.ts';
import type { ProvenPreventions } from '../judge/prevention.ts';
import { changesMadeIn } from '../run/taken-back.ts';
import type { RunTrace } from '../run/trace.ts';
import type { Brief } from '../scenario/brief.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { beatsOf } from '../story/beats.ts';
import { factsOf, type Fact } from '../story/facts.ts';
import { turnsOf } from '../story/turns.ts';
import { runKey } from './debrief-analysis.ts';
import { clockText } from './debrief-clock.ts';
import type { RoomFact, StoryRoom } from './story-room.ts';
import { storyWords } from './words/story.ts';

const words = storyWords.name;

// In the unit that tells it best: two of a larger one are told in that one.
function spanOf(minutes: number): string {
  if (minutes < 120) return words.minutes(Math.max(1, Math.round(minutes)));
  return minutes < 48 * 60 ? words.hours(Math.round(minutes / 60)) : words.days(Math.round(minutes / 1440));
}

/**
 * A name for a run that tells it from others on a shelf: how long it took and its turns. It is made of what the player did, never
 * of what was true: "38 minutes and one wrong turn". Where no turn was wrong it says what was done, not that all went well: what was
 * left out is no turn.
 */
export function runName(brief: Brief, trace: RunTrace): string {
  const seconds = ((trace.resolvedTick ?? trace.endTick) - (trace.pageTick ?? 0)) * brief.tickSeconds;
  const span = spanOf(seconds / 60);
  const turns = turnsOf(brief, trace);
  const wrong = turns.filter((turn) => turn.kind === 'wrong-turn').length;
  if (trace.resolvedTick === null) return words.neverEnded(span);
  if (turns.some((turn) => turn.kind === 'relapse')) return words.cameBack(span);
  if (wrong > 0) return words.turns(span, wrong);
  const made = changesMadeIn(trace).length;
  if (made > 0) return words.changes(span, made, turns.filter((turn) => turn.kind === 'effect').length);
  return trace.entries.some(({ action, outcome }) => outcome.accepted && action.type === 'leave-alone')
    ? words.leftAlone(span)
    : words.noChange(span);
}

const UNTIMED: ReadonlySet<Fact['kind']> = new Set(['prevention', 'review']);

function roomFact(brief: Brief, trace: RunTrace, fact: Fact): RoomFact {
  const text = fact.text.replaceAll(/\bE\d{1,3}\b/g, (id) => {
    const look = trace.evidence.find((one) => one.id === id);
    return look === undefined ? id : lookInSentence(look, brief.system.colleagues);
  });
  return {
    id: fact.id,
    tick: fact.tick,
    kind: fact.kind,
    clock: clockText(brief, fact.tick),
    timed: !UNTIMED.has(fact.kind) && !(fact.kind === 'impact' && fact.tick === trace.endTick),
    text,
    value: fact.value ?? null,
  };
}

/** The story room of a run: its eight beats and its facts. */
export function storyRoom(scenario: Scenario, trace: RunTrace, proven: ProvenPreventions | null): StoryRoom {
  const { brief } = scenario;
  const all = factsOf(scenario, trace, proven);
  // A hypothesis that was held and then excluded is told as the wrong turn that it was, not twice.
  const facts = all.filter(
    (fact) => fact.kind !== 'hypothesis' || !all.some((other) => other.kind === 'wrong-turn' && other.tick === fact.tick),
  );
  return {
    key: runKey(trace.record),
    title: brief.title,
    seed: trace.record.seed,
    clock: { startClock: brief.startClock, tickSeconds: brief.tickSeconds },
    name: runName(brief, trace),
    beats: beatsOf(brief, facts).map((beat) => ({
      id: beat.id,
      title: beat.title,
      asks: beat.asks,
      facts: beat.facts.map((fact) => fact.id),
    })),
    facts: facts.map((fact) => roomFact(brief, trace, fact)),
  };
}
