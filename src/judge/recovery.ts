import { allowedDeparture, departureOf, edgeOf, LEFT_SHARE } from '../domain/departure.ts';
import type { MetricInfo } from '../domain/metric.ts';
import { paceOf, scrapeTicks, type Tick } from '../domain/time.ts';
import type { RunTrace } from '../run/trace.ts';
import type { Brief } from '../scenario/brief.ts';
import { BOUNDS } from './weights.ts';

/** Ticks in that many minutes; one tick is the shortest minute. */
export const minutes = (brief: Brief, count: number): number => Math.round((count * 60 * paceOf(brief.tickSeconds)) / brief.tickSeconds);

/** For so many ticks after a change a metric still shows what came before it: only that of recovery may be late. */
export const lateTicks = ({ recovery, tickSeconds }: Brief, key: string): number =>
  key === recovery.metric ? Math.round(recovery.lateSeconds / tickSeconds) : 0;

const step = (brief: Brief): number => scrapeTicks(brief.tickSeconds);

/** What monitoring keeps under a key, if anything. */
export const metricOf = (trace: RunTrace, key: string): MetricInfo | undefined => trace.metrics.find((one) => one.key === key);

/** A metric beside what it was at its worst before a moment. */
export interface Gauge {
  readonly info: MetricInfo;
  readonly worst: number; // from the page to the moment, and as long after it as the metric is late
  readonly worstTick: Tick;
  readonly wasBad: boolean; // its worst lay outside the normal band
  value(tick: Tick): number;
  /** In its normal band, or at most a share of its worst departure away from typical: a fifth, unless the drill says otherwise. */
  back(tick: Tick): boolean;
}

/** The gauge of a metric for changes that took effect at `since`; null where monitoring keeps no such metric or had no value. */
export function gaugeOf(trace: RunTrace, brief: Brief, key: string, since: Tick): Gauge | null {
  const info = metricOf(trace, key);
  if (info === undefined) return null;
  const { recovery } = brief;
  const late = lateTicks(brief, key);
  let found: { value: number; tick: Tick } | null = null;
  for (let tick = Math.min(trace.pageTick ?? 0, since); tick <= Math.min(trace.endTick, since + late); tick += step(brief)) {
    const value = trace.metric(key, tick);
    if (Number.isFinite(value) && (found === null || departureOf(info, value) > departureOf(info, found.value))) found = { value, tick };
  }
  if (found === null) return null;
  const allowed = allowedDeparture(info, found.value, key === recovery.metric ? recovery.leftShare : LEFT_SHARE);
  const value = (tick: Tick): number => trace.metric(key, tick);
  return {
    info,
    worst: found.value,
    worstTick: found.tick,
    wasBad: departureOf(info, found.value) > edgeOf(info),
    value,
    back: (tick) => departureOf(info, value(tick)) <= allowed,
  };
}

/** Euro a minute between two ticks. */
export function impactRate(trace: RunTrace, brief: Brief, from: Tick, to: Tick): number {
  const span = ((to - from) * brief.tickSeconds) / 60;
  return span <= 0 ? 0 : (trace.impactAt(to) - trace.impactAt(from)) / span;
}

const backThroughout = (gauge: Gauge, brief: Brief, from: Tick, to: Tick): boolean => {
  for (let tick = from; tick <= to; tick += step(brief)) if (!gauge.back(tick)) return false;
  return true;
};

export interface Recovery {
  readonly tick: Tick; // from here on it held
  readonly gauge: Gauge; // of the metric that the scenario names for it
}

/**
 * The recovery that a change brought: the metric that shows it came back within the time allowed and held, and impact fell with it.
 * @param effectTick when the change began to show
 */
export function recoveryAfter(trace: RunTrace, brief: Brief, effectTick: Tick): Recovery | null {
  const { metric, withinSeconds, holdSeconds } = brief.recovery;
  const gauge = gaugeOf(trace, brief, metric, effectTick);
  if (gauge === null) return null;
  const hold = Math.round(holdSeconds / brief.tickSeconds);
  const latest = Math.min(trace.endTick, effectTick + Math.round(withinSeconds / brief.tickSeconds));
  for (let tick = effectTick + lateTicks(brief, metric); tick <= latest; tick += step(brief)) {
    const until = Math.min(trace.endTick, tick + hold);
    if (until - tick < hold / 2) return null; // too near the end to have shown that it holds
    if (!backThroughout(gauge, brief, tick, until)) continue;
    const atWorst = Math.min(gauge.worstTick, effectTick); // a late metric is at its worst when the harm is over
    const before = impactRate(trace, brief, Math.max(0, atWorst - minutes(brief, 1)), atWorst);
    return impactRate(trace, brief, tick, until) <= brief.recovery.impactLeftShare * before ? { tick, gauge } : null;
  }
  return null;
}

/** Whether that metric was back over the last minutes of the episode, for a change that took effect at `since`. */
export function backAtEnd(trace: RunTrace, brief: Brief, since: Tick): boolean {
  const gauge = gaugeOf(trace, brief, brief.recovery.metric, since);
  return (
    gauge !== null &&
    since < trace.endTick &&
    backThroughout(gauge, brief, Math.max(since, trace.endTick - minutes(brief, BOUNDS.holdMinutes)), trace.endTick)
  );
}
