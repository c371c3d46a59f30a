import type { LogEntry } from '../domain/action.ts';
import { departureOf, edgeOf } from '../domain/departure.ts';
import type { SeriesView } from '../domain/evidence.ts';
import type { Observation } from '../domain/observation.ts';
import { changesMade } from '../policy/stands.ts';

const COST = 'business.impact_eur_per_minute';
const FALLEN = 0.7; // of its worst: less than that is no more than the way figures wander
const NEWEST = 3; // scrapes that have to agree

/** What the player can see of the harm: what it costs, where that is open, else the metric that paged. */
function harmSeen({ dashboards, pager }: Pick<Observation, 'dashboards' | 'pager'>): SeriesView {
  const open = dashboards.flatMap(({ panels }) => panels.flatMap(({ series }) => series));
  return open.find(({ metric }) => metric.key === COST) ?? pager;
}

/**
 * Whether a change that stands has taken effect and what can be seen of the harm has come down from its worst before that.
 * @param log accepted entries only
 */
export function harmFalls(observation: Observation, log: readonly LogEntry[]): boolean {
  const effects = changesMade({ observation }, log).flatMap(({ effectTick }) => (effectTick <= observation.tick ? [effectTick] : []));
  if (effects.length === 0) return false;
  const first = Math.min(...effects);
  const { metric, ticks, values } = harmSeen(observation);
  const read = ticks.flatMap((tick, i) => (Number.isFinite(values[i]) ? [{ tick, off: departureOf(metric, values[i]!) }] : []));
  const worst = Math.max(0, ...read.filter(({ tick }) => tick <= first).map(({ off }) => off));
  const since = read.filter(({ tick }) => tick > first).slice(-NEWEST);
  return since.length === NEWEST && since.every(({ off }) => off <= Math.max(edgeOf(metric), FALLEN * worst));
}
