import { parseArgs, type ParseArgsConfig } from 'node:util';
import { SEED } from '../domain/seed.ts';
import { anyOf, quoted, WrongUsage } from './wrong.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Where a command writes: results to `out`, errors and progress to `err`. Text carries its own line ends. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
}

/** One row of the command line. `usage` is what follows the program's name. */
export interface Command {
  readonly usage: string;
  run(argv: readonly string[], io: Io): number | Promise<number>; // exit code
}

/** How many operands a command takes; the last name stands for all further ones. */
export interface Operands {
  readonly names: readonly string[];
  readonly least: number;
  readonly most: number;
}

/** What Node's parser says, without its advice. A value that begins with a dash it takes for an option. */
function parserSays(text: string): string {
  const bare = /^Option '(?:-\w, )?(--[a-z-]+) <value>' argument missing/.exec(text);
  if (bare !== null) return `${bare[1]} takes a value, and none is given`;
  const dashed = /^Option '(--[a-z-]+)[^']*' argument is ambiguous/.exec(text);
  return dashed === null ? firstSentence(text) : `${dashed[1]} takes a value that does not begin with a dash`;
}

const firstSentence = (text: string): string => (text.split('\n')[0] ?? '').replace(/\. .*$/, '').replace(/\.$/, '');

/**
 * The options and operands of one command.
 * @throws WrongUsage for unknown or doubled options, missing values and the wrong number of operands
 */
export function readArgs<const O extends Options>(argv: readonly string[], options: O, operands: Operands) {
  const parse = () => parseArgs({ args: [...argv], options, allowPositionals: true, strict: true, tokens: true });
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (error) {
    throw new WrongUsage(parserSays((error as Error).message));
  }
  const seen = new Set<string>();
  for (const token of parsed.tokens as readonly { kind: string; name?: string }[]) {
    if (token.kind !== 'option' || token.name === undefined) continue;
    if (seen.has(token.name)) throw new WrongUsage(`option --${token.name} is given twice`);
    seen.add(token.name);
  }
  const { positionals, values } = parsed;
  if (positionals.length < operands.least) {
    const missing = operands.names[Math.min(positionals.length, operands.names.length - 1)] ?? 'operand';
    throw new WrongUsage(`${missing} is missing`);
  }
  if (positionals.length > operands.most) throw new WrongUsage(`one operand too many: ${quoted(positionals[operands.most] ?? '')}`);
  return { values, operands: positionals as readonly string[] };
}

const given = (name: string, text: string | undefined): string => {
  if (text === undefined) throw new WrongUsage(`--${name} is missing`);
  return text;
};

/** A seed: what the streams of a run are drawn from, kept short enough for a link. */
export function seedOf(text: string | undefined): string {
  const seed = given('seed', text);
  if (SEED.test(seed)) return seed;
  throw new WrongUsage(`--seed takes 1 to 64 letters, digits, ".", "_" or "-", got ${quoted(seed)}`);
}

/** A whole number from `low` to `high`, written in digits. */
export function wholeOf(name: string, text: string | undefined, low: number, high: number): number {
  const digits = given(name, text);
  const value = Number(digits);
  if (/^\d{1,9}$/.test(digits) && value >= low && value <= high) return value;
  throw new WrongUsage(`--${name} takes a whole number from ${low} to ${high}, got ${quoted(digits)}`);
}

/** One of a fixed set of names. */
export function nameOf(name: string, text: string | undefined, known: readonly string[]): string {
  const value = given(name, text);
  if (known.includes(value)) return value;
  throw new WrongUsage(`--${name} takes ${anyOf(known)}, got ${quoted(value)}`);
}
