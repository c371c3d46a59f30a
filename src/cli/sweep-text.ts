import { formatValue } from '../domain/metric.ts';
import type { SweepRow, SweepTable } from '../prove/sweep-table.ts';

const HEAD = ['score', '5 % to 95 %', 'impact', 'avoided', 'cause named'] as const;
const GAP = 2; // spaces between columns

const cellsOf = (row: SweepRow): readonly string[] => [
  formatValue(row.scoreMean, 'points'),
  `${row.scoreP05} to ${row.scoreP95}`,
  formatValue(row.impactEurMean, 'eur'),
  row.impactAvoidedMean === null ? 'none to avoid' : `${Math.round(row.impactAvoidedMean * 100)} %`.replace('-', '−'),
  `${Math.round(row.identifiedShare * 100)} %`,
];

const grouped = (value: number): string => formatValue(Math.round(value), 'count');

/** A sweep as a table for people: a block a variant, a line a policy. */
export function sweepText({ rows, episodes, ticks, seconds }: SweepTable): string {
  const cells = rows.map(cellsOf);
  const nameWidth = Math.max(...rows.map(({ policy }) => policy.length), 'policy'.length);
  const widths = HEAD.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i]!.length)));
  const line = (name: string, values: readonly string[]): string =>
    `  ${name.padEnd(nameWidth)}${values.map((value, i) => value.padStart(widths[i]! + GAP)).join('')}`;
  const lines: string[] = [];
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    if (before?.scenario !== row.scenario || before.variant !== row.variant)
      lines.push(`${row.scenario}, ${row.variant}, ${row.seeds} seed${row.seeds === 1 ? '' : 's'}`, line('policy', HEAD));
    lines.push(line(row.policy, cells[i]!));
  });
  lines.push(`${grouped(episodes)} episodes, ${grouped(ticks)} ticks, ${seconds} s`, '');
  return lines.join('\n');
}
