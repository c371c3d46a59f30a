import type { Level, VerdictFacts } from './debrief-facts.ts';
import { niceSteps, shortEuro } from './debrief-graph.ts';

/** Where everyone landed on this seed, on one axis in euro. Positions are shares of the axis, 0 left to 1 right. */
export interface AxisMark {
  readonly id: Level['id'];
  readonly name: string;
  readonly at: number; // where the mark lies
  readonly labelAt: number; // where its words stand, moved aside where marks lie close
  readonly row: 0 | 1; // above or below the axis
  readonly euro: string;
  readonly score: number;
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

/**
 * @param labelShare the width of a label as a share of the axis (0.11 on a desktop, 0.24 on a phone)
 */
export function costAxis(verdict: VerdictFacts, labelShare: number): CostAxis {
  const sorted = [...verdict.levels].sort((a, b) => a.impactEur - b.impactEur);
  const top = Math.max(1, ...sorted.map((level) => level.impactEur));
  const steps = niceSteps(top * 1.06, 4);
  const end = Math.max(steps.at(-1)!, top * 1.06);
  const rowOf = (index: number): 0 | 1 => (sorted.length * labelShare > 0.92 && index % 2 === 1 ? 1 : 0);
  const labels = new Map<number, number>();
  for (const row of [0, 1] as const) {
    const inRow = sorted.map((_, index) => index).filter((index) => rowOf(index) === row);
    const places = spread(
      inRow.map((index) => Math.max(0, sorted[index]!.impactEur) / end),
      labelShare,
      labelShare / 2,
      1 - labelShare / 2,
    );
    inRow.forEach((index, i) => labels.set(index, places[i]!));
  }
  const marks = sorted.map((level, index): AxisMark => ({
    id: level.id,
    name: level.name,
    at: Math.max(0, level.impactEur) / end,
    labelAt: labels.get(index)!,
    row: rowOf(index),
    euro: shortEuro(level.impactEur),
    score: level.score,
  }));
  const you = marks.find((mark) => mark.id === 'you');
  const none = marks.find((mark) => mark.id === 'none');
  const share = verdict.impactAvoided;
  const avoided =
    you === undefined || none === undefined || share === null || share <= 0
      ? null
      : { from: you.at, to: none.at, text: `${Math.round(share * 100)} % of the avoidable impact, avoided` };
  const order = sorted.map((level) => `${level.name} ${shortEuro(level.impactEur)}`).join(', ');
  return {
    marks,
    avoided,
    ticks: steps.filter((step) => step <= end).map((step) => ({ at: step / end, text: shortEuro(step) })),
    summary: `Cost of this night on this seed, from least to most: ${order}.`,
  };
}
