import { formatValue, type Unit } from '../domain/metric.ts';
import type { Tick } from '../domain/time.ts';
import type { Clock, Curve, Moment, MomentKind, PagerCurve, VerdictFacts } from './debrief-facts.ts';
import { clockText, timeTicks, firstShown } from './debrief-clock.ts';
import { longestBack } from './debrief-recovery.ts';
import { axisDay, axisLabel, rangeTexts } from './when.ts';
import { scoreWords } from './words/score.ts';

/** The debrief's one graph, as shapes in pixels: the metric that paged (what was seen), or the sum of the impact (what it cost). */
export interface GraphLine {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly endX: number;
  readonly endY: number;
  readonly endText: string;
}

export interface GraphMark {
  readonly moment: Moment;
  readonly x: number;
  readonly y: number;
  readonly effectX: number | null;
}

export interface Graph {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
  readonly xTicks: readonly { readonly x: number; readonly text: string }[];
  readonly lines: readonly GraphLine[];
  readonly band: { readonly y: number; readonly height: number } | null; // the normal range
  readonly loss: string | null; // area between the player's line and the expert's
  readonly marks: readonly GraphMark[];
  readonly summary: string;
  xOf(tick: Tick): number;
}

export interface GraphFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly from: Tick;
  readonly to: Tick;
  readonly scale?: number; // of the text, 1 where it is left out
}

/** The value of a curve at a tick: the last point at or before it, NaN before the first. */
export function valueAt(curve: Curve, tick: Tick): number {
  let low = 0;
  let high = curve.ticks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (curve.ticks[middle]! <= tick) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? Number.NaN : curve.values[low - 1]!;
}

/** At most `most` + 1 round steps from 0 that reach `top`. */
export function niceSteps(top: number, most: number): readonly number[] {
  if (!(top > 0)) return [0, 1];
  let size = 1;
  while (size * 10 <= top / most) size *= 10;
  while (size > top / most) size /= 10;
  const step = [1, 2, 2.5, 5, 10].map((m) => m * size).find((s) => top / s <= most) ?? size * 10;
  return Array.from({ length: Math.ceil(top / step - 1e-9) + 1 }, (_, i) => i * step);
}

const SHORT_THOUSANDS = 1000;

/** Money on an axis or beside a mark: "€850", "€7.5k", "€15k". */
export function shortEuro(value: number): string {
  const size = Math.abs(value);
  const thousands = size / SHORT_THOUSANDS;
  const { eur, thousandEur } = scoreWords.graph;
  return `${value < 0 ? '−' : ''}${size < 999.5 ? eur(size) : thousandEur(thousands < 99.95 ? thousands : Math.round(thousands))}`;
}

const axisText = (value: number, unit: Unit): string => (unit === 'eur' ? shortEuro(value) : value === 0 ? '0' : formatValue(value, unit));

const MARKED: ReadonlySet<MomentKind> = new Set([
  'page',
  'look',
  'change',
  'take-back',
  'message',
  'claim',
  'leave-alone',
  'verify',
  'not-recovered',
  'resolve',
]);

const LABEL_PX = 64; // from one label below the graph to the next, at the normal text size
const HEADROOM = 1.12; // above the highest point, for the marks on it

const coordinate = (n: number): string => n.toFixed(1);

function pathOf(curve: Curve, frame: GraphFrame, x: (tick: Tick) => number, y: (value: number) => number): string {
  let path = '';
  let pen = false;
  const step = Math.max(1, Math.floor(curve.ticks.length / (frame.width / 1.5)));
  for (let i = 0; i < curve.ticks.length; i += 1) {
    const tick = curve.ticks[i]!;
    const value = curve.values[i]!;
    if (tick < frame.from || tick > frame.to || (i % step !== 0 && i !== curve.ticks.length - 1)) continue;
    if (!Number.isFinite(value)) {
      pen = false;
      continue;
    }
    path += `${pen ? 'L' : 'M'}${coordinate(x(tick))} ${coordinate(y(value))}`;
    pen = true;
  }
  return path;
}

interface Drawing {
  readonly curves: readonly { readonly id: string; readonly name: string; readonly curve: Curve }[];
  readonly unit: Unit;
  readonly marksOn: Curve;
  readonly band: PagerCurve | null;
  readonly lossUnder: readonly [Curve, Curve] | null; // the upper and the lower curve
  readonly summary: string;
}

/** The upright axis: from 0 up, from 0 down, or both, as the curves and the normal band have it. */
function scaleOf({ curves, band }: Drawing, from: Tick, to: Tick): { steps: readonly number[]; floor: number; ceiling: number } {
  let lowest = Math.min(0, band?.low ?? 0);
  let highest = Math.max(0, band?.high ?? 0);
  for (const { curve } of curves)
    for (let i = 0; i < curve.ticks.length; i += 1) {
      if (curve.ticks[i]! < from || curve.ticks[i]! > to || !Number.isFinite(curve.values[i]!)) continue;
      lowest = Math.min(lowest, curve.values[i]!);
      highest = Math.max(highest, curve.values[i]!);
    }
  const up = niceSteps(highest * HEADROOM, 3);
  if (lowest === 0) return { steps: up, floor: 0, ceiling: Math.max(up.at(-1)!, highest * HEADROOM) };
  const [size = 1, far = size] = niceSteps(Math.max(-lowest, highest) * HEADROOM, 2).slice(1);
  const steps: number[] = [];
  for (const step of [-Math.max(far, size), -size, 0, size, Math.max(far, size)])
    if (step === 0 || (step > lowest * HEADROOM - size && step < highest * HEADROOM + size)) steps.push(step);
  const shown = [...new Set(steps)];
  return { steps: shown, floor: Math.min(shown[0]!, lowest * HEADROOM), ceiling: Math.max(shown.at(-1)!, highest * HEADROOM) };
}

function draw(clock: Clock, moments: readonly Moment[], frame: GraphFrame, drawing: Drawing): Graph {
  const { width, height, left, right, top, bottom, from, to, scale = 1 } = frame;
  const { steps, floor, ceiling } = scaleOf(drawing, from, to);
  const x = (tick: Tick): number => left + ((width - left - right) * (tick - from)) / Math.max(1, to - from);
  const y = (value: number): number => height - bottom - ((height - top - bottom) * (value - floor)) / (ceiling - floor);
  const lines = drawing.curves.map(({ id, name, curve }): GraphLine => {
    const last = valueAt(curve, to);
    return {
      id,
      name,
      path: pathOf(curve, frame, x, y),
      endX: x(to),
      endY: y(Number.isFinite(last) ? last : 0),
      endText: formatValue(last, drawing.unit),
    };
  });
  let loss: string | null = null;
  if (drawing.lossUnder !== null) {
    const [upper, lower] = drawing.lossUnder;
    const ticks = upper.ticks.filter((tick) => tick >= from && tick <= to);
    const point = (tick: Tick, value: number): string => `${coordinate(x(tick))} ${coordinate(y(value))}`;
    const there = ticks.map((tick) => point(tick, Math.max(valueAt(upper, tick), valueAt(lower, tick) || 0)));
    const back = [...ticks].reverse().map((tick) => point(tick, valueAt(lower, tick) || 0));
    loss = ticks.length === 0 ? null : `M${there.join('L')}L${back.join('L')}Z`;
  }
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    lines,
    loss,
    yTicks: steps.map((step) => ({ y: y(step), text: axisText(step, drawing.unit) })),
    xTicks: timeTicks(clock, from, to, Math.max(scale > 1 ? 2 : 3, Math.floor((width - left - right) / (LABEL_PX * scale)))).map(
      (tick, i, ticks) => {
        const step = (ticks[1] ?? to) - (ticks[0] ?? from);
        const dated = i === 0 && axisDay(ticks, step, clock) !== null;
        return { x: x(tick), text: dated ? clockText(clock, tick) : axisLabel(tick, step, clock) };
      },
    ),
    band: drawing.band === null ? null : { y: y(drawing.band.high), height: y(drawing.band.low) - y(drawing.band.high) },
    marks: moments
      .filter((moment) => MARKED.has(moment.kind) && moment.refused === null)
      .map((moment) => {
        const value = valueAt(drawing.marksOn, moment.tick);
        const shown = firstShown(moment, clock);
        return {
          moment,
          x: x(moment.tick),
          y: y(Number.isFinite(value) ? value : 0),
          effectX: shown === null || moment.kind === 'look' ? null : x(Math.min(shown, to)),
        };
      }),
    summary: drawing.summary,
    xOf: x,
  };
}

/** The point furthest from the normal, on either side. */
function peakOf(curve: PagerCurve, from: Tick, to: Tick): { readonly tick: Tick; readonly value: number } {
  let peak = { tick: from, value: curve.typical };
  const away = (value: number): number => Math.abs(value - curve.typical);
  curve.ticks.forEach((tick, i) => {
    if (tick >= from && tick <= to && away(curve.values[i]!) > away(peak.value)) peak = { tick, value: curve.values[i]! };
  });
  return peak;
}

/** Where a curve stood last by some tick, when monitoring still had it. */
function lastOf(curve: PagerCurve, to: Tick): { readonly tick: Tick; readonly value: number } {
  const i = curve.ticks.findLastIndex((tick, at) => tick <= to && Number.isFinite(curve.values[at]));
  return i < 0 ? { tick: to, value: Number.NaN } : { tick: curve.ticks[i]!, value: curve.values[i]! };
}

/** What was seen: the metric that paged, its normal band, the player's moments on it. */
export function seenGraph(clock: Clock, pager: PagerCurve, moments: readonly Moment[], frame: GraphFrame): Graph {
  const peak = peakOf(pager, frame.from, frame.to);
  const last = lastOf(pager, frame.to);
  const value = (of: number): string => formatValue(of, pager.unit);
  const { graph: words } = scoreWords;
  const way = peak.value < pager.typical ? 'fell' : 'rose';
  const back = longestBack(pager, frame.from, frame.to);
  const summary = [
    words.moved(pager.title, way, value(pager.typical), value(peak.value), clockText(clock, peak.tick)),
    back === null
      ? ''
      : back.to === null
        ? words.backFrom(clockText(clock, back.from))
        : words.backFor(...rangeTexts(back.from, back.to, clock)),
    words.stood(value(last.value), clockText(clock, last.tick)),
  ].join('');
  return draw(clock, moments, frame, {
    curves: [{ id: 'pager', name: pager.title, curve: pager }],
    unit: pager.unit,
    marksOn: pager,
    band: pager,
    lossUnder: null,
    summary,
  });
}

/** What it cost: the player's summed impact, beside doing nothing and the expert. */
export function costGraph(clock: Clock, verdict: VerdictFacts, moments: readonly Moment[], frame: GraphFrame): Graph {
  const end = (curve: Curve): number => valueAt(curve, frame.to);
  const cost = (curve: Curve): string => formatValue(end(curve), 'eur');
  const { levels } = scoreWords;
  const curves = [
    { id: 'none', name: levels.none, curve: verdict.nothing },
    { id: 'expert', name: levels.expert, curve: verdict.expert },
    { id: 'you', name: levels.you, curve: verdict.you },
  ];
  return draw(clock, moments, frame, {
    curves,
    unit: 'eur',
    marksOn: verdict.you,
    band: null,
    lossUnder: end(verdict.you) > end(verdict.expert) ? [verdict.you, verdict.expert] : null,
    summary: scoreWords.graph.cost(cost(verdict.you), cost(verdict.nothing), cost(verdict.expert)),
  });
}

/** The same figures as rows: one per axis label and one per moment, in order. */
export function graphRows(
  clock: Clock,
  moments: readonly Moment[],
  columns: readonly { readonly name: string; readonly curve: Curve; readonly unit: Unit }[],
  from: Tick,
  to: Tick,
): readonly { readonly clock: string; readonly cells: readonly string[]; readonly what: string }[] {
  const at = new Map<Tick, string[]>();
  for (const tick of timeTicks(clock, from, to, 12)) at.set(tick, []);
  for (const moment of moments)
    if (moment.tick >= from && moment.tick <= to) at.set(moment.tick, [...(at.get(moment.tick) ?? []), moment.title]);
  return [...at.entries()]
    .sort(([a], [b]) => a - b)
    .map(([tick, what]) => ({
      clock: clockText(clock, tick),
      cells: columns.map(({ curve, unit }) => formatValue(valueAt(curve, tick), unit)),
      what: what.join('; '),
    }));
}
