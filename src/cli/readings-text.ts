import type { SystemInput } from '../prove/driven-inputs.ts';
import type { Play, ShownLook, ShownReading } from '../prove/readings-shown.ts';
import type { tellsRead } from '../prove/tells-read.ts';
import type { Scenario } from '../scenario/scenario.ts';

const figure = (value: number | null): string => (value === null || !Number.isFinite(value) ? '–' : String(Number(value.toPrecision(4))));

const bandText = ({ band }: ShownReading): string => (band === null ? '–' : `${figure(band.low)} to ${figure(band.high)}`);

/** Columns as wide as their longest cell: the first two flush left, figures flush right. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i < 2 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd(),
  );
}

/** What was played, in a sentence or two. */
export function playsText(scenario: Scenario, seed: string, plays: readonly Play[]): string {
  const { tickSeconds } = scenario.brief;
  const times = plays.map(
    ({ name, tick, paged }) => `${name} at tick ${tick}${paged !== null || name === 'healthy' ? '' : ' (it never pages)'}`,
  );
  return [
    `Looks at "${scenario.brief.systemId}", a tick is ${tickSeconds} s, seed ${seed}, nobody acting: ${times.join(', ')}.`,
    'Keys of dashboards are the metrics that "pager", "recovery" and "bands" may name; those of all looks are readings for "tells".',
    'Values are in the unit as files write it, shares from 0 to 1. Normal is what the screen calls typical, ordinary the band around it.',
  ].join('\n');
}

/** A table for each look. */
export const readingsText = (plays: readonly Play[], looks: readonly ShownLook[]): readonly string[] =>
  looks.map(({ look, readings, unseen }) => {
    const head = ['  reading', 'unit', 'normal', 'ordinary', ...plays.map(({ name }) => name)];
    const rows = readings.map((row) => [`  ${row.key}`, row.unit, figure(row.normal), bandText(row), ...row.values.map(figure)]);
    const more = unseen.length === 0 ? [] : [`  not in these plays: ${unseen.join(', ')}`];
    return [look, ...(rows.length > 0 ? aligned([head, ...rows]) : []), ...more].join('\n');
  });

/** What faults can drive. */
export const inputsText = (inputs: readonly SystemInput[]): string =>
  [
    'what "faults" may drive, each from its least to its most',
    ...aligned([
      ['  part', 'input', 'least', 'most'],
      ...inputs.map(({ part, input, low, high }) => [`  ${part}`, input, figure(low), figure(high)]),
    ]).map((line, i) => (i === 0 ? line : `${line}  ${inputs[i - 1]!.unit}: ${inputs[i - 1]!.says}${ofText(inputs[i - 1]!.of)}`)),
  ].join('\n');

const ofText = (names: readonly string[]): string => (names.length === 0 ? '' : `; "of" one of ${names.join(', ')}`);

/** Which tells do not read as they are stated. */
export function tellsText({ tells, odd }: ReturnType<typeof tellsRead>): readonly string[] {
  if (tells === 0) return [];
  if (odd.length === 0) return [`All ${tells} tells read as stated in every variant.`];
  const lines = odd.map(({ tell, variant, value, holds }) =>
    value === null
      ? `  ${tell}: stated to hold in ${variant}, where nothing shows the reading`
      : `  ${tell}: ${holds ? 'holds' : 'does not hold'} in ${variant}, stated otherwise; it reads ${figure(value)}`,
  );
  return [
    [
      `${odd.length} of ${tells} tells do not read as stated at this moment (a trace is one request of many, and some tells come later):`,
      ...lines,
    ].join('\n'),
  ];
}
