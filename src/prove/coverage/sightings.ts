import type { Tick } from '../../domain/time.ts';
import { scoreAndProof, scoreRun } from '../../judge/score.ts';
import { scorePart, type ScoreLine, type ScorePart } from '../../judge/score-card.ts';
import type { RunTrace } from '../../run/trace.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { openTruth, seal, tellSeen } from '../../scenario/truth.ts';
import { beatsOf } from '../../story/beats.ts';
import { factsOf, type Fact } from '../../story/facts.ts';

/**
 * How a run exercises an entry, the best way first:
 * earned: a line of its score gives points and cites the entry · charged: a line takes points for what was done wrong, and cites it ·
 * rested: points rest on a reading whose tell cites it: without that tell the same run scores less · told: a beat of its story cites it
 * and has something to tell that the player saw or did.
 */
export const WAYS = ['earned', 'charged', 'rested', 'told'] as const;
export type Way = (typeof WAYS)[number];

export interface Sighting {
  readonly id: string; // of the entry
  readonly way: Way;
  readonly tick: Tick;
  readonly tell: string | null; // what it rested on
}

/** Whether the part would have come out otherwise without the line: points that a floor or a ceiling swallows count for nothing. */
const counts = (part: ScorePart, line: ScoreLine): boolean =>
  scorePart(part.id, part.max, part.lines.filter((other) => other !== line)).got !== part.got; // prettier-ignore

/** A prevention that loses points did nothing that night: its entries are not shown by that. */
const speaks = (part: ScorePart, line: ScoreLine): boolean => line.points > 0 || part.id !== 'prevention';

function ofLines(parts: readonly ScorePart[]): readonly Sighting[] {
  return parts.flatMap((part) =>
    part.lines.flatMap((line): Sighting[] => {
      const { tick, points } = line;
      if (tick === null || points === 0 || !speaks(part, line) || !counts(part, line)) return [];
      return line.cites.map((id) => ({ id, way: points > 0 ? 'earned' : 'charged', tick, tell: null }));
    }),
  );
}

/** Whether a fact came of the player's part: the page, the questions and the bill at the end come on every night. */
const isOfPlay = ({ kind, tick }: Fact, trace: RunTrace): boolean =>
  kind !== 'page' && kind !== 'question' && !(kind === 'impact' && tick === trace.endTick);

/** A scenario that knows nothing of one tell. */
function withoutTell(scenario: Scenario, id: string): Scenario {
  const truth = openTruth(scenario.sealed);
  const others = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] => list.filter((one) => one.id !== id);
  const variants = truth.variants.map((variant) => ({ ...variant, tells: others(variant.tells) }));
  return { ...scenario, sealed: seal({ ...truth, variants, tells: others(truth.tells) }) };
}

/** Entries of a tell that a run's points rest on: seen in it, and worth points. */
export function restingOn(scenario: Scenario, trace: RunTrace, id: string): readonly Sighting[] {
  const tell = openTruth(scenario.sealed).tells.find((one) => one.id === id);
  const seen = tell === undefined ? undefined : trace.evidence.find((evidence) => tellSeen(tell, evidence) === true);
  if (tell === undefined || seen === undefined) return [];
  if (scoreRun(withoutTell(scenario, id), trace).total >= scoreRun(scenario, trace).total) return [];
  return tell.cites.map((entry) => ({ id: entry, way: 'rested', tick: seen.tick, tell: id }));
}

/** The entries that a finished run exercises by the lines of its score and the beats of its story. */
export function sightingsIn(scenario: Scenario, trace: RunTrace): readonly Sighting[] {
  const { score, proven } = scoreAndProof(scenario, trace);
  const told = beatsOf(scenario.brief, factsOf(scenario, trace, proven)).flatMap(({ cites, facts }): Sighting[] => {
    const fact = facts.find((one) => isOfPlay(one, trace));
    return fact === undefined ? [] : cites.map((id) => ({ id, way: 'told', tick: fact.tick, tell: null }));
  });
  return [...ofLines(score.parts), ...told];
}
