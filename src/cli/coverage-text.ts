import type { CoverageReport } from '../prove/coverage/coverage.ts';

const WIDTH = 120; // characters a line
const INDENT = '  ';

/** Words with spaces between, on as many lines as it takes. */
function wrapped(words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${INDENT}${word}`);
  }
  return lines;
}

/** Rows under their heads, the first column to the left, figures to the right. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows.map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]! + INDENT.length))).join(''));
}

/** What is covered, for people: a row a scenario, what is cited in vain, and what is missing. */
export function coverageText({ coverage, scenarios, broken }: CoverageReport): string {
  const { entries, exercised, byPlay, missing } = coverage;
  const rows = scenarios.map(({ scenario, cited, exercised: own, byPlay: played }) => [scenario, ...[cited, own, played].map(String)]);
  const vain = scenarios.filter(({ unreached }) => unreached.length > 0);
  return [
    ...table([['scenario', 'cited', 'exercised', 'by play'], ...rows, ['together', '', String(exercised), String(byPlay)]]),
    ...vain.flatMap(({ scenario, unreached }) => [`cited in ${scenario}, and brought up by no run:`, ...wrapped(unreached)]),
    ...(broken.length > 0 ? ['not counted, because the run does not replay to what was claimed of it:', ...wrapped(broken)] : []),
    ...(missing.length > 0 ? [`missing, ${missing.length}:`, ...wrapped(missing)] : []),
    `${exercised} of ${entries} entries exercised, ${byPlay} of them by play`,
    '',
  ].join('\n');
}
