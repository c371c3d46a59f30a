import type { Issue, Path } from './fault-list.ts';

/**
 * Walks data that may be malformed: a check that meets the wrong kind of value finds nothing there and stays silent,
 * because the schema has spoken already. So every fault of a file can be listed at once.
 */
export class Cursor {
  readonly value: unknown;
  readonly path: Path;

  constructor(value: unknown, path: Path = []) {
    this.value = value;
    this.path = path;
  }

  get(key: string): Cursor {
    const value = this.value;
    const found =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
    return new Cursor(found, [...this.path, key]);
  }

  items(): readonly Cursor[] {
    return Array.isArray(this.value) ? this.value.map((value: unknown, i) => new Cursor(value, [...this.path, i])) : [];
  }

  keys(): readonly string[] {
    const value = this.value;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  }

  entries(): readonly (readonly [key: string, at: Cursor])[] {
    return this.keys().map((key) => [key, this.get(key)] as const);
  }

  text(): string | undefined {
    return typeof this.value === 'string' ? this.value : undefined;
  }

  number(): number | undefined {
    return typeof this.value === 'number' ? this.value : undefined;
  }

  exists(): boolean {
    return this.value !== undefined;
  }

  issue(message: string, on: 'key' | 'value' = 'value'): Issue {
    return { path: this.path, message, on };
  }
}

const listed = (names: readonly string[]): string => (names.length > 12 ? `${names.slice(0, 12).join(', ')}, …` : names.join(', '));

/** Faults of a name that must be one of some others: none where it is, or where it is no text at all. */
export function mustBeOneOf(at: Cursor, what: string, known: readonly string[], on: 'key' | 'value' = 'value'): readonly Issue[] {
  const name = on === 'key' ? String(at.path.at(-1)) : at.text();
  if (name === undefined || known.includes(name)) return [];
  const hint = known.length === 0 ? 'none is listed' : `expected one of ${listed(known)}`;
  return [at.issue(`there is no ${what} "${name}"; ${hint}`, on)];
}
