import { formatValue, isCounted } from '../domain/metric.ts';
import { duration } from '../domain/time.ts';
import type { Fact } from './inspect-facts.ts';
import { inspectWords as words } from './words/inspect.ts';

/** What two facts say together. */
export interface Inspection {
  readonly verdict: 'agree' | 'differ' | 'apart'; // apart: they are of different things
  readonly sentence: string;
}

const CLOSE = 0.05; // of the larger figure: closer than that, two samples of the same thing often lie

const apart = (sentence: string): Inspection => ({ verdict: 'apart', sentence });
const agree = (sentence: string): Inspection => ({ verdict: 'agree', sentence });
const differ = (sentence: string): Inspection => ({ verdict: 'differ', sentence });

type Figure = Extract<Fact, { kind: 'figure' }>;

const reaches = (one: Figure, value: number): boolean => one.low !== null && one.high !== null && value >= one.low && value <= one.high;

function withinInterval(a: Figure, b: Figure): boolean {
  if (a.low !== null && a.high !== null && b.low !== null && b.high !== null) return a.low <= b.high && b.low <= a.high;
  return reaches(a, b.value) || reaches(b, a.value);
}

/** "0.52 percentage points" where both are shares: a share of a share would mislead. */
function gapText(a: Figure, b: Figure): string {
  const gap = Math.abs(a.value - b.value);
  const said = a.unit === 'share' ? words.points(formatValue(gap * 100, 'points')) : formatValue(gap, isCounted(a.unit) ? 'count' : a.unit);
  const [small, large] = [a.value, b.value].sort((x, y) => Math.abs(x) - Math.abs(y)) as [number, number];
  const times = small > 0 ? large / small : NaN;
  return words.gap(said, times >= 1.5 && Number.isFinite(times) ? times : null);
}

function figures(a: Figure, b: Figure): Inspection {
  if (a.unit !== b.unit || a.measure !== b.measure)
    return apart(words.apart.measures(a.measure, formatValue(a.value, a.unit), b.measure, formatValue(b.value, b.unit)));
  const [first, second] = [formatValue(a.value, a.unit), formatValue(b.value, b.unit)];
  const of = a.of === b.of || a.of === '' || b.of === '' ? null : ([a.of, b.of] as const);
  if (first === second) return agree(words.agree(first, of));
  if (withinInterval(a, b)) return agree(words.withinChance(first, second, of));
  const largest = Math.max(Math.abs(a.value), Math.abs(b.value));
  const hasInterval = a.low !== null || b.low !== null;
  if (!hasInterval && Math.abs(a.value - b.value) <= CLOSE * largest) return agree(words.withinFive(first, second, of));
  return differ(words.differ(gapText(a, b), first, second, of));
}

/** Whether two facts agree, by how much they differ, or why they cannot be compared: from the facts alone. */
export function inspect(a: Fact, b: Fact, tickSeconds: number): Inspection {
  if (a.id === b.id) return apart(words.apart.same);
  if (a.kind === 'figure' && b.kind === 'figure') return figures(a, b);
  if (a.kind === 'moment' && b.kind === 'moment') {
    const gap = Math.abs(a.at - b.at) * tickSeconds;
    return gap < Math.max(60, tickSeconds)
      ? agree(words.sameTime)
      : differ(words.cameFirst(duration(gap), a.at < b.at ? a.label : b.label));
  }
  if (a.kind === 'version' && b.kind === 'version') {
    if (a.measure !== b.measure) return apart(words.apart.things(a.measure, b.measure));
    const of = a.of === b.of ? null : ([a.of, b.of] as const);
    return a.text === b.text ? agree(words.sameVersion(a.text, of)) : differ(words.otherVersion(a.text, b.text, of));
  }
  return apart(words.apart.kinds(a.kind, b.kind));
}
