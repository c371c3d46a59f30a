import { formatValue } from '../domain/metric.ts';
import type { Level, VerdictFacts } from './debrief-facts.ts';
import { niceSteps, shortEuro } from './debrief-graph.ts';
import { figure } from './words/format.ts';
import { scoreWords } from './words/score.ts';

/** Where everyone landed on this seed, on one axis in euro. Positions are shares of the axis, 0 left to 1 right. */
export interface AxisMark {
  readonly id: Level['id'];
  readonly name: string;
  readonly at: number; // where the mark lies
  readonly labelAt: number; // where its words stand, moved aside where marks lie close
  readonly row: 0 | 1; // above or below the axis
  readonly euro: string;
}

export interface CostAxis {
  readonly marks: readonly AxisMark[];
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  readonly avoided: { readonly from: number; readonly to: number; readonly text: string } | null; // from you to nothing
  readonly summary: string;
}

/** Words side by side in one row, each at least `gap` from the next, moved as little as a single pass allows. */
export function spread(positions: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const placed = [...positions];
  for (let i = 0; i < placed.length; i += 1) placed[i] = Math.max(placed[i]!, i === 0 ? low : placed[i - 1]! + gap);
  for (let i = placed.length - 1; i >= 0; i -= 1) placed[i] = Math.min(placed[i]!, i === placed.length - 1 ? high : placed[i + 1]! - gap);
  return placed;
}

const SAME_PLACE = 0.008; // of the axis: marks nearer than this are one mark with both names

/** Levels that lie on one place, joined; the player's own keeps its mark. */
function joined(sorted: readonly Level[], end: number): readonly Level[] {
  const groups: Level[] = [];
  for (const level of sorted) {
    const last = groups.at(-1);
    if (
      last === undefined ||
      (level.impactEur - last.impactEur) / end > SAME_PLACE ||
      Math.round(level.impactEur) !== Math.round(last.impactEur)
    )
      groups.push(level);
    else groups[groups.length - 1] = { ...(level.id === 'you' ? level : last), name: `${last.name}, ${level.name}` };
  }
  return groups;
}

/** What programs score on average on nights with this cause, in one sentence; null where that is not known. */
export function meanScoresText({ meanScores }: VerdictFacts): string | null {
  const of = (policy: string): string | null => {
    const found = meanScores.find((one) => one.policy === policy);
    return found === undefined ? null : figure(found.scoreMean);
  };
  const [runbook, random, expert] = [of('runbook'), of('random'), of('expert')];
  if (runbook === null || random === null || expert === null) return null;
  const seeds = meanScores[0]!.seeds;
  return scoreWords.axis.means(seeds, runbook, random, expert);
}

/**
 * @param labelShare the width of a label as a share of the axis (0.11 on a desktop, 0.24 on a phone)
 */
export function costAxis(verdict: VerdictFacts, labelShare: number): CostAxis {
  const byCost = [...verdict.levels].sort((a, b) => a.impactEur - b.impactEur);
  const top = Math.max(1, ...byCost.map((level) => level.impactEur));
  const steps = niceSteps(top * 1.06, 4);
  const end = Math.max(steps.at(-1)!, top * 1.06);
  const place = (impactEur: number): number => Math.max(0, impactEur) / end;
  const sorted = joined(byCost, end);
  const rowOf = (index: number): 0 | 1 => (sorted.length * labelShare > 0.92 && index % 2 === 1 ? 1 : 0);
  const labels = new Map<number, number>();
  for (const row of [0, 1] as const) {
    const inRow = sorted.map((_, index) => index).filter((index) => rowOf(index) === row);
    const wanted = inRow.map((index) => place(sorted[index]!.impactEur));
    spread(wanted, labelShare, labelShare / 2, 1 - labelShare / 2).forEach((at, i) => labels.set(inRow[i]!, at));
  }
  const marks = sorted.map((level, index): AxisMark => ({
    id: level.id,
    name: level.name,
    at: place(level.impactEur),
    labelAt: labels.get(index)!,
    row: rowOf(index),
    euro: formatValue(level.impactEur, 'eur'),
  }));
  const of = (id: Level['id']): Level | undefined => byCost.find((level) => level.id === id);
  const [you, none, share] = [of('you'), of('none'), verdict.impactAvoided];
  const avoided =
    you === undefined || none === undefined || share === null || share <= 0
      ? null
      : { from: place(you.impactEur), to: place(none.impactEur), text: scoreWords.axis.avoidable(formatValue(share, 'share')) };
  const order = byCost.map((level) => scoreWords.axis.level(level.name, formatValue(level.impactEur, 'eur')));
  return {
    marks,
    avoided,
    ticks: steps.filter((step) => step <= end).map((step) => ({ at: step / end, text: shortEuro(step) })),
    summary: scoreWords.axis.summary(order),
  };
}
