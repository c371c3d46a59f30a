import { formatValue } from '../domain/metric.ts';
import type { World } from './plant.ts';

/** Starts watching a metric; the answer comes after the part's own time. */
export function startVerification(world: World, metric: string): number {
  const ticks = Math.max(1, Math.round(world.setup.params.incident.verifySeconds / world.setup.scenario.brief.tickSeconds));
  const until = world.state.tick + ticks;
  world.ledger.verifying = { metric, until, asked: world.state.tick };
  return until;
}

/** Says whether the metric stayed within its normal band since it was asked for: two scrapes at least, all of them. */
export function settleVerification(world: World): void {
  const { ledger, state } = world;
  const watching = ledger.verifying;
  if (watching === null || state.tick < watching.until) return;
  ledger.verifying = null;
  const metric = world.catalogue.byKey.get(watching.metric)!;
  const ticks = world.series.ticks();
  const values = world.series.column(watching.metric);
  let seen = 0;
  let outside = 0;
  let last = NaN;
  for (let i = ticks.length - 1; i >= 0 && ticks[i]! > watching.asked; i--) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    if (seen === 0) last = value;
    seen++;
    const high = acceptable(world, watching.metric);
    if (metric.direction === 'higherIsBetter' ? value < metric.normal.low : value > high) outside++;
  }
  const recovered = seen > 0 && outside === 0;
  const name = metric.title;
  const text =
    seen === 0
      ? `${name}: no data in the minute you watched`
      : `${name} ${formatValue(last, metric.unit)} (normal ${formatValue(metric.normal.typical, metric.unit)}): ${recovered ? 'held for a minute' : 'not recovered'}`;
  ledger.verified = { tick: state.tick, metric: watching.metric, recovered, text };
}

/** What a metric may be at most to count as recovered: its band, or for latency the promise to customers. */
export function acceptable(world: World, key: string): number {
  const metric = world.catalogue.byKey.get(key)!;
  const own = world.setup.plant.acceptable(world.setup, key);
  if (own !== null) return own;
  const band = metric.normal.high;
  return band + Math.abs(band) * 0.5;
}
