import { formatValue } from '../domain/metric.ts';
import { duration } from '../domain/time.ts';
import type { Fact } from './inspect-facts.ts';

/** What two facts say together. */
export interface Inspection {
  readonly verdict: 'agree' | 'differ' | 'apart'; // apart: they are of different things
  readonly sentence: string;
}

const CLOSE = 0.05; // of the larger figure: closer than that, two samples of the same thing often lie

const apart = (why: string): Inspection => ({ verdict: 'apart', sentence: `They cannot be compared: ${why}.` });

type Figure = Extract<Fact, { kind: 'figure' }>;

const reaches = (one: Figure, value: number): boolean => one.low !== null && one.high !== null && value >= one.low && value <= one.high;

function withinInterval(a: Figure, b: Figure): boolean {
  if (a.low !== null && a.high !== null && b.low !== null && b.high !== null) return a.low <= b.high && b.low <= a.high;
  return reaches(a, b.value) || reaches(b, a.value);
}

/** "0.52 percentage points" where both are shares: a share of a share would mislead. */
function gapText(a: Figure, b: Figure): string {
  const gap = Math.abs(a.value - b.value);
  const said = a.unit === 'share' ? `${formatValue(gap * 100, 'points')} percentage points` : formatValue(gap, a.unit);
  const [small, large] = [a.value, b.value].sort((x, y) => Math.abs(x) - Math.abs(y)) as [number, number];
  const times = small > 0 ? large / small : NaN;
  return times >= 1.5 && Number.isFinite(times) ? `${said}, ${times >= 10 ? Math.round(times) : times.toFixed(1)} times as much` : said;
}

function figures(a: Figure, b: Figure): Inspection {
  if (a.unit !== b.unit || a.measure !== b.measure)
    return apart(
      `they are of different things, “${a.measure}” (${formatValue(a.value, a.unit)}) and “${b.measure}” (${formatValue(b.value, b.unit)})`,
    );
  const [first, second] = [formatValue(a.value, a.unit), formatValue(b.value, b.unit)];
  const of = a.of === b.of || a.of === '' || b.of === '' ? '' : ` They are of two parts, ${a.of} and ${b.of}.`;
  if (first === second) return { verdict: 'agree', sentence: `They agree: both are ${first}.${of}` };
  if (withinInterval(a, b))
    return { verdict: 'agree', sentence: `They agree: ${first} and ${second} lie within what chance explains.${of}` };
  const largest = Math.max(Math.abs(a.value), Math.abs(b.value));
  const hasInterval = a.low !== null || b.low !== null;
  if (!hasInterval && Math.abs(a.value - b.value) <= CLOSE * largest)
    return { verdict: 'agree', sentence: `They agree: ${first} and ${second} lie within 5 %.${of}` };
  return { verdict: 'differ', sentence: `They differ by ${gapText(a, b)}: ${first} and ${second}.${of}` };
}

/** Whether two facts agree, by how much they differ, or why they cannot be compared: from the facts alone. */
export function inspect(a: Fact, b: Fact, tickSeconds: number): Inspection {
  if (a.id === b.id) return apart('it is the same fact twice');
  if (a.kind === 'figure' && b.kind === 'figure') return figures(a, b);
  if (a.kind === 'moment' && b.kind === 'moment') {
    const gap = Math.abs(a.at - b.at) * tickSeconds;
    return gap < Math.max(60, tickSeconds)
      ? { verdict: 'agree', sentence: 'They agree: both happened at about the same time.' }
      : { verdict: 'differ', sentence: `They differ by ${duration(gap)}: “${a.at < b.at ? a.label : b.label}” came first.` };
  }
  if (a.kind === 'version' && b.kind === 'version') {
    if (a.measure !== b.measure) return apart(`they are of different things, ${a.measure} and ${b.measure}`);
    const [first, second] = a.of === b.of ? ['', ''] : [` (${a.of})`, ` (${b.of})`];
    return a.text === b.text
      ? { verdict: 'agree', sentence: `They agree: both are ${a.text}${a.of === b.of ? '' : `, of ${a.of} and ${b.of}`}.` }
      : { verdict: 'differ', sentence: `They differ: ${a.text}${first} and ${b.text}${second}.` };
  }
  const KIND = { figure: 'a figure', version: 'a version or a word', moment: 'a moment' } as const;
  return apart(`one is ${KIND[a.kind]}, the other ${KIND[b.kind]}`);
}
