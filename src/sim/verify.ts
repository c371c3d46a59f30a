import { allowedDeparture, departureOf, LEFT_SHARE } from '../domain/departure.ts';
import { pacedText, pacedTitle } from '../domain/impact-rate.ts';
import type { MetricInfo } from '../domain/metric.ts';
import { duration, type Tick } from '../domain/time.ts';
import { verificationWords as words } from '../domain/words/verification.ts';
import type { World } from './plant.ts';

/** Starts watching a metric; the answer comes after the part's own time. */
export function startVerification(world: World, metric: string): number {
  const ticks = Math.max(1, Math.round(world.setup.params.incident.verifySeconds / world.setup.scenario.brief.tickSeconds));
  const until = world.state.tick + ticks;
  world.ledger.verifying = { metric, until, asked: world.state.tick };
  return until;
}

/**
 * Says whether the metric held since it was asked for: at every scrape in its normal band, or little of its worst departure since the
 * page away from typical. For latency the promise to customers decides.
 */
export function settleVerification(world: World): void {
  const { ledger, state, catalogue, setup } = world;
  const { verifying } = ledger;
  if (verifying === null || state.tick < verifying.until) return;
  ledger.verifying = null;
  const metric = catalogue.byKey.get(verifying.metric)!;
  const values = valuesAfter(world, verifying.metric, verifying.asked);
  const last = values.at(-1);
  const allowed = allowedOf(world, metric, verifying.asked);
  const recovered = last !== undefined && values.every((value) => departureOf(metric, value) <= allowed);
  const { tickSeconds } = setup.scenario.brief;
  const watched = duration((verifying.until - verifying.asked) * tickSeconds);
  const title = pacedTitle(metric.title, tickSeconds);
  const paced = (value: number): string => pacedText(value, metric.unit, tickSeconds);
  const text =
    last === undefined
      ? words.noData(title, watched)
      : recovered
        ? words.held(title, paced(last), paced(metric.normal.typical), watched)
        : words.notRecovered(title, paced(last), paced(metric.normal.typical));
  ledger.verified = { tick: state.tick, metric: verifying.metric, recovered, text };
}

/** What monitoring has of a metric after a tick, oldest first, gaps left out. */
function valuesAfter({ shown: series }: World, key: string, after: Tick): number[] {
  return series.listed(key, series.length).slice(series.countTo(after)).filter(Number.isFinite);
}

function allowedOf(world: World, metric: MetricInfo, asked: Tick): number {
  const { plant, scenario } = world.setup;
  const promised = plant.acceptable(world.setup, metric.key);
  if (promised !== null) return departureOf(metric, promised);
  const { recovery } = scenario.brief;
  const since = valuesAfter(world, metric.key, (world.ledger.pageTick ?? asked) - 1);
  const worst = since.reduce(
    (most, value) => (departureOf(metric, value) > departureOf(metric, most) ? value : most),
    metric.normal.typical,
  );
  return allowedDeparture(metric, worst, metric.key === recovery.metric ? recovery.leftShare : LEFT_SHARE);
}
