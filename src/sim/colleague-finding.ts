import type { Evidence, Reading } from '../domain/evidence.ts';
import { pacedReading } from '../domain/impact-rate.ts';
import { formatValue, isCounted, type MetricInfo } from '../domain/metric.ts';
import { byOddness, oddness } from '../domain/oddness.ts';
import { clause } from '../domain/sentence.ts';
import { colleagueLines as lines } from '../domain/words/colleagues.ts';
import type { World } from './plant.ts';

const SAID = 3; // readings that one says of a look

function said(reading: Reading, title: string, tickSeconds: number): string {
  const { label, value, unit, normal } = pacedReading(reading, tickSeconds);
  const words = label.startsWith(`${title}: `) ? label.slice(title.length + 2) : label; // the title has been said
  return lines.reading(words, formatValue(value, unit), normal === undefined ? null : formatValue(normal, unit));
}

/** Of a list of what happened: how much stands in it, and the newest that has come. */
function newest({ body, tick }: Evidence): string | null {
  if (body.kind !== 'changes' && body.kind !== 'calendar' && body.kind !== 'messages') return null;
  const byTime = [...body.entries].sort((a, b) => a.tick - b.tick);
  const last = byTime.findLast((entry) => entry.tick <= tick) ?? byTime[0];
  if (last === undefined) return lines.noEntries;
  return lines.entries(byTime.length, clause(last.text));
}

/** What the evidence itself says it found; null where it says nothing, or its words only tell how to read figures that have no normal. */
function ownFinding({ body, readings }: Evidence): string | null {
  if (body.kind === 'trace') return clause(body.finding);
  if ((body.kind !== 'table' && body.kind !== 'intervals') || body.finding === '') return null;
  return readings.length === 0 || readings.some(({ normal }) => normal !== undefined) ? clause(body.finding) : null;
}

/**
 * What a colleague says of what they saw: what the evidence found, else the figures furthest from normal. That all is as usual can be said
 * only of figures whose normal is known; others are told as they are.
 */
export function colleagueFinding({ catalogue, setup }: World, evidence: Evidence): string {
  const own = ownFinding(evidence);
  if (own !== null) return own;
  const bandOf = (key: string): MetricInfo['normal'] | undefined => catalogue.byKey.get(key)?.normal;
  const { readings, title } = evidence;
  const odd = byOddness(readings, bandOf).filter((one) => oddness(one, bandOf(one.key)) > 0);
  const entries = odd.length > 0 ? null : newest(evidence);
  if (entries !== null) return entries;
  const unjudged = readings.filter(({ normal }) => normal === undefined);
  const counted = unjudged.filter(({ value, unit }) => value !== 0 || !isCounted(unit));
  const told = odd.length > 0 ? odd : counted.length > 0 ? counted : unjudged;
  if (told.length === 0) return lines.nothingOdd;
  return told
    .slice(0, SAID)
    .map((one) => said(one, title, setup.scenario.brief.tickSeconds))
    .join(', ');
}
