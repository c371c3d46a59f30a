import type { LogEntry } from '../domain/action.ts';
import { atClock } from '../domain/at-clock.ts';
import { unusualOf } from '../domain/difficulty.ts';
import { impactRate, pacedText, pacedTitle } from '../domain/impact-rate.ts';
import { formatValue } from '../domain/metric.ts';
import { storyClock, type Tick } from '../domain/time.ts';
import type { Compared, Comparison } from '../judge/compare.ts';
import { both, type Pair } from '../judge/pair.ts';
import type { Condition } from '../judge/parting.ts';
import { termsAtStart } from '../run/record.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { actionText } from './episode.ts';
import { notesOn } from './links.ts';

/** A kept run, played again. */
export interface Side extends Compared {
  readonly repeats: boolean; // it ended as it says it did
}

const SHOWN = 12; // metrics, in words; JSON has them all
const SIDES = ['first', 'second'] as const;

const sideJson = ({ record, trace, repeats }: Side) => ({
  seed: record.seed,
  variant: trace.variant,
  preventions: record.preventions,
  settings: record.settings,
  contentHash: record.contentHash,
  engine: record.engine,
  finalHash: trace.finalHash,
  verified: repeats,
});

/** A comparison as `compare --json` prints it: figures as they are, times in ticks. */
export const compareJson = (scenario: Scenario, sides: Pair<Side>, comparison: Comparison) => ({
  scenario: scenario.brief.id,
  runs: both(sides, sideJson),
  ...comparison,
});

/** What a condition is in each of the two runs: "seed (1 and 2)". */
function conditionText(condition: Condition, sides: Pair<Side>): string {
  const values = both(sides, ({ record, trace }): string => {
    switch (condition) {
      case 'seed':
        return record.seed;
      case 'variant':
        return trace.variant;
      case 'preventions':
        return record.preventions.length === 0 ? 'none' : record.preventions.join(', ');
      case 'complications':
        return String(termsAtStart(record).complications);
      case 'settings':
        return [
          record.settings.untimed ? 'untimed' : 'timed',
          ...Object.entries(unusualOf({ ...termsAtStart(record), complications: 0 })).map((term) => term.join(' ')),
        ].join(', ');
      case 'scenario version':
        return record.contentHash;
      case 'engine':
        return record.engine;
    }
  });
  return `${condition} (${values.first} and ${values.second})`;
}

function nightText({ conditions, sameNight }: Comparison, sides: Pair<Side>): string {
  const differ = conditions.map((condition) => conditionText(condition, sides)).join(', ');
  if (!sameNight) return `The incidents differ: ${differ}. What differs below comes from the incident as well as from what was decided.`;
  return `The same incident: seed, variant and preventions are equal.${differ === '' ? '' : ` What differs: ${differ}.`}`;
}

function partingText({ parting }: Comparison, clock: (tick: Tick) => string): string[] {
  if (parting === null) return ['They never part: the logs are equal.'];
  const { index, acts, ended } = parting;
  const said = (act: LogEntry | null): string => (act === null ? 'has ended' : `${clock(act.tick)}  ${actionText(act.action)}`);
  const what = ended === null ? '' : `: the log of the ${ended} ends here, the other goes on`;
  return [
    `They part ${atClock(clock(parting.tick))}, at action ${index + 1}${what}`,
    ...SIDES.map((side) => `  ${side.padEnd(7)} ${said(acts[side])}`),
  ];
}

const signed = (value: number, text: (size: number) => string): string =>
  value === 0 ? '0' : `${value > 0 ? '+' : '−'}${text(Math.abs(value))}`;
const euro = (value: number): string => formatValue(value, 'eur');

type Row = readonly [name: string, first: string, second: string, difference: string];

/** Rows with their columns below one another. */
function table(rows: readonly Row[]): string[] {
  const width = (column: 0 | 1 | 2): number => Math.max(...rows.map((row) => row[column].length));
  const [name, first, second] = [width(0), width(1), width(2)];
  return rows.map((row) => `  ${row[0].padEnd(name)}  ${row[1].padStart(first)}  ${row[2].padStart(second)}  ${row[3]}`.trimEnd());
}

function figuresText({ cost, score, identified, resolvedTick }: Comparison, clock: (tick: Tick) => string, tickSeconds: number): string[] {
  const row = (name: string, { first, second }: Pair<string>, difference = ''): Row => [name, first, second, difference];
  const lines = table([
    row('', { first: 'first', second: 'second' }, 'difference'),
    row('Impact', both(cost.impactEur, euro), signed(cost.impactEur.difference, euro)),
    row('Response score', both(score.total, String), signed(score.total.difference, String)),
    ...score.parts.map((part) => row(`  ${part.title} (of ${part.max})`, both(part, String), signed(part.difference, String))),
    row(
      'Cause identified',
      both(identified, (yes) => (yes ? 'yes' : 'no')),
    ),
    row(
      'Resolved',
      both(resolvedTick, (tick) => (tick === null ? 'never' : clock(tick))),
    ),
  ]);
  const { stretch } = cost;
  if (stretch === null) return lines;
  const { first, second } = both(stretch.eurPerMinute, (value) => impactRate(value, tickSeconds));
  return [...lines, `Their cost lies furthest apart from ${clock(stretch.fromTick)} to ${clock(stretch.toTick)}: ${first} and ${second}.`];
}

function seriesText({ series }: Comparison, clock: (tick: Tick) => string, tickSeconds: number): string[] {
  const { differing, equal } = series;
  const never = `${equal} ${equal === 1 ? 'metric never differs' : 'metrics never differ'}`;
  if (differing.length === 0) return [`${never}.`];
  const shown = differing.slice(0, SHOWN).map(({ metric, firstTick, largest }) => {
    const value = (of: number): string => pacedText(of, metric.unit, tickSeconds);
    const most =
      largest === null
        ? 'only one of the two had data'
        : `most ${atClock(clock(largest.tick))}: ${value(largest.values.first)} and ${value(largest.values.second)}`;
    return `  ${pacedTitle(metric.title, tickSeconds)} (${metric.key}), from ${clock(firstTick)}, ${most}`;
  });
  const more = differing.length - shown.length;
  return [
    `${differing.length} ${differing.length === 1 ? 'metric differs' : 'metrics differ'}, furthest apart for its normal spread first; ${never}`,
    ...shown,
    ...(more > 0 ? [`  and ${more} more; --json lists all`] : []),
  ];
}

/** What a reader must know before trusting the figures: a run that came out otherwise than it says. */
function doubtText(scenario: Scenario, sides: Pair<Side>): string[] {
  return SIDES.filter((side) => !sides[side].repeats).map((side) => {
    const reasons = notesOn({ scenario, record: sides[side].record });
    return `The ${side} does not repeat: the figures are of playing it again${reasons.length === 0 ? '' : `; ${reasons.join('; ')}`}`;
  });
}

/** A comparison in words, with clock times. */
export function compareText(scenario: Scenario, sides: Pair<Side>, comparison: Comparison): string {
  const { brief } = scenario;
  const clock = (tick: Tick): string => storyClock(brief.startClock, tick, brief.tickSeconds);
  const lines = [
    `${brief.title}: two runs compared`,
    ...SIDES.map(
      (side) =>
        `  ${side.padEnd(7)} seed ${sides[side].record.seed}, ${sides[side].trace.variant}, final hash ${sides[side].trace.finalHash}`,
    ),
    nightText(comparison, sides),
    ...doubtText(scenario, sides),
    '',
    ...partingText(comparison, clock),
    '',
    ...figuresText(comparison, clock, brief.tickSeconds),
    '',
    ...seriesText(comparison, clock, brief.tickSeconds),
    '',
  ];
  return lines.join('\n');
}
