import { formatValue } from '../domain/metric.ts';
import type { ClaimRow, Figure, Measure, Side, Standing } from '../prove/row.ts';

const WITH_UNIT: Readonly<Record<Measure, (value: number) => string>> = {
  points: (value) => value.toFixed(1),
  share: (value) => `${(100 * value).toFixed(1)} %`,
  ratio: (value) => `× ${value.toFixed(3)}`,
  eur: (value) => (Math.abs(value) < 1 ? `€${value.toFixed(3)}` : formatValue(value, 'eur')),
  sigma: (value) => `${value.toFixed(2)} σ`,
};

const SIGN: Readonly<Record<Side, string>> = { 'at least': '≥', 'at most': '≤', above: '>', below: '<' };

const figureLine = ({ name, where, value, measure, side, bar, ok }: Figure): string => {
  const unit = WITH_UNIT[measure];
  return `  ${ok ? '  ' : '✗ '}${name}: ${unit(value)}, bar ${SIGN[side]} ${unit(bar)}${where === '' ? '' : `  (${where})`}`;
};

const STANDING: Readonly<Record<Standing, string>> = { holds: 'holds ', fails: 'FAILS ', 'not measured': 'not measured:' };

const unmeasuredLines = ({ unmeasured }: ClaimRow): string[] =>
  unmeasured === null ? [] : [`  ? not measured in ${unmeasured.variants.join(', ')}: ${unmeasured.because}; ${unmeasured.todo}`];

/** A row of a claim for people: verdict and title, and below it each figure beside its bar. */
const rowLines = (row: ClaimRow): string[] => [
  `${STANDING[row.standing]} ${row.title}`,
  ...row.figures.map(figureLine),
  ...unmeasuredLines(row),
  ...row.notes.map((note) => `    ${note}`),
];

/** The list as a file that `run --log` plays. */
const listLines = (row: ClaimRow): string[] =>
  row.list === undefined ? [] : [`best fixed list of ${row.scenario}, for run --log:`, JSON.stringify({ actions: row.list })];

const count = (rows: readonly ClaimRow[], is: Standing): number => rows.filter(({ standing }) => standing === is).length;

/** What was proved of one scenario, for people. @param seconds of wall time */
export const proofText = (scenario: string, seeds: number, rows: readonly ClaimRow[], seconds: number): string =>
  [
    `${scenario}, seeds 1 to ${seeds}, ${seconds.toFixed(0)} s`,
    ...rows.flatMap(rowLines),
    ...rows.flatMap(listLines),
    `${count(rows, 'holds')} of ${rows.length} claims hold${count(rows, 'not measured') === 0 ? '' : `, ${count(rows, 'not measured')} not measured`}`,
    '',
  ].join('\n');
