/** Where in a file's data something is: keys and indices from the root. */
export type Path = readonly (string | number)[];

/** One fault of one file's data. `key` means that the last step of the path is itself the trouble, such as a misspelt field. */
export interface Issue {
  readonly path: Path;
  readonly message: string;
  readonly on?: 'key' | 'value';
}

/** One fault as an author reads it. Line and column count from 1; both are 0 where the file was given as data. */
export interface FileFault {
  readonly file: string;
  readonly line: number;
  readonly col: number;
  readonly path: string;
  readonly message: string;
}

const MOST_FAULTS = 200; // more tell an author nothing

/** "variants.deploy.faults[0].knots", "(file)" for the root. */
export const pathText = (path: Path): string =>
  path.length === 0 ? '(file)' : path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');

/** A message on one line, whatever the text of a stranger that it quotes holds: line ends, and other signs that steer a terminal. */
export const onOneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, '·');

/** "scenarios/x.yaml:12:3 pager.text: missing; expected a text"; without a position where the file was given as data. */
export const faultLine = ({ file, line, col, path, message }: FileFault): string =>
  onOneLine(`${line === 0 ? file : `${file}:${line}:${col}`} ${path}: ${message}`);

const byPlace = (a: FileFault, b: FileFault): number => a.line - b.line || a.col - b.col;

/** Faults in the order of the file, each once, and no more than an author can use. */
export function tidyFaults(faults: readonly FileFault[]): readonly FileFault[] {
  const once = [...new Map(faults.map((fault) => [faultLine(fault), fault])).values()];
  const files = [...new Set(once.map((fault) => fault.file))];
  const sorted = files.flatMap((file) => once.filter((fault) => fault.file === file).sort(byPlace));
  if (sorted.length <= MOST_FAULTS) return sorted;
  const file = sorted[0]?.file ?? '';
  const rest = { file, line: 0, col: 0, path: '(file)', message: `and ${sorted.length - MOST_FAULTS} more faults, not listed` };
  return [...sorted.slice(0, MOST_FAULTS), rest];
}
