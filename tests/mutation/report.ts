import { linesOf, type Mutant } from './mutants.ts';

export interface Exclusion {
  readonly file: string;
  readonly from: string; // the lines as they are
  readonly to: string; // as the mutant makes them
  readonly reason: string; // why no test can tell them apart
}

export interface Result {
  readonly mutant: Mutant;
  readonly from: string;
  readonly to: string;
  readonly outcome: 'killed' | 'survived' | 'excluded';
  readonly note: string; // what killed it, why it is excluded, or what looked for it
}

export const BARS = { killed: 0.8, excluded: 0.05 } as const;

const sameAs =
  (file: string, from: string, to: string) =>
  (one: Exclusion): boolean =>
    one.file === file && one.from === from && one.to === to;

/** The entry of the list that a mutant is; undefined where it is none. */
export function exclusionOf(mutant: Mutant, source: string, list: readonly Exclusion[]): Exclusion | undefined {
  const { from, to } = linesOf(source, mutant);
  return list.find(sameAs(mutant.file, from, to));
}

export interface Tally {
  readonly drawn: number;
  readonly excluded: number;
  readonly killed: number;
  readonly share: number; // killed of those that are not excluded
}

export function tallyOf(results: readonly Result[]): Tally {
  const count = (outcome: Result['outcome']): number => results.filter((one) => one.outcome === outcome).length;
  const [excluded, killed, drawn] = [count('excluded'), count('killed'), results.length];
  return { drawn, excluded, killed, share: drawn === excluded ? 1 : killed / (drawn - excluded) };
}

export const passes = ({ share, excluded, drawn }: Tally): boolean => share >= BARS.killed && excluded <= BARS.excluded * drawn;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

export const placeOf = ({ file, line, column }: Mutant): string => `${file}:${line}:${column}`;

const row = ({ mutant, from, to, note }: Result): string =>
  `  ${placeOf(mutant)}  ${mutant.original} → ${mutant.text}\n      ${from}\n      ${to}\n      ${note}\n`;

/** What was found, for people. @param from where the mutants come from, such as "drawn by seed 1" */
export function reportText(results: readonly Result[], from: string, seconds: number): string {
  const of = (outcome: Result['outcome']): Result[] => results.filter((one) => one.outcome === outcome);
  const folders = [...new Set(results.map(({ mutant }) => mutant.file.split('/')[1]!))];
  const lines = folders.map((folder) => {
    const tally = tallyOf(results.filter(({ mutant }) => mutant.file.startsWith(`src/${folder}/`)));
    return `  ${folder.padEnd(8)}${tally.killed} of ${tally.drawn - tally.excluded} killed, ${percent(tally.share)}; ${tally.excluded} excluded`;
  });
  const all = tallyOf(results);
  return [
    `Survivors:\n${of('survived').map(row).join('') || '  none\n'}`,
    `Excluded, for no test can tell them from the sources:\n${of('excluded').map(row).join('') || '  none\n'}`,
    `Mutants ${from}: ${all.drawn}, in ${Math.round(seconds)} s`,
    ...lines,
    `  all     ${all.killed} of ${all.drawn - all.excluded} killed, ${percent(all.share)} (at least ${percent(BARS.killed)}); ${all.excluded} excluded, ${percent(all.excluded / all.drawn)} (at most ${percent(BARS.excluded)})`,
    passes(all) ? 'passed' : 'FAILED',
  ].join('\n');
}
