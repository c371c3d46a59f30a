import type { Issue, Path } from './fault-list.ts';

/** Limits on data of strangers; the shipped files stay far below them. */
export const LIMITS = { bytes: 256 * 1024, depth: 24, nodes: 60_000, width: 2000, textLength: 4000 } as const;

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** How many bytes a text takes in UTF-8. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3; // a surrogate pair takes 4
  }
  return bytes;
}

function wrongValue(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return value.length > LIMITS.textLength ? `expected a text of at most ${LIMITS.textLength} characters, got ${value.length}` : null;
    case 'number':
      return Number.isFinite(value) ? null : `expected a finite number, got ${String(value)}`;
    case 'boolean':
      return null;
    case 'object': {
      if (value === null || Array.isArray(value)) return null;
      const prototype: unknown = Object.getPrototypeOf(value);
      return prototype === Object.prototype || prototype === null ? null : 'expected plain data, got an object of a class';
    }
    case 'undefined':
      return 'expected a value, got none';
    default:
      return `expected plain data, got ${typeof value}`;
  }
}

/**
 * What makes data unfit to be read at all: too deep, too much, not plain, numbers that are none, keys that would change
 * an object's prototype. Terminates on any input, cyclic ones included.
 */
export function dataIssues(data: unknown): readonly Issue[] {
  const issues: Issue[] = [];
  const stack: { readonly value: unknown; readonly path: Path }[] = [{ value: data, path: [] }];
  let nodes = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value, path } = next;
    nodes += 1;
    if (nodes > LIMITS.nodes) return [{ path: [], message: `expected at most ${LIMITS.nodes} values in a file` }];
    const wrong = wrongValue(value);
    if (wrong !== null) issues.push({ path, message: wrong });
    if (wrong !== null || typeof value !== 'object' || value === null) continue;
    if (path.length >= LIMITS.depth) {
      issues.push({ path, message: `expected at most ${LIMITS.depth} levels of nesting` });
      continue;
    }
    const width = Array.isArray(value) ? value.length : Object.keys(value).length;
    if (width > LIMITS.width) {
      issues.push({ path, message: `expected at most ${LIMITS.width} entries in one list or map, got ${width}` });
      continue;
    }
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i += 1) stack.push({ value: value[i], path: [...path, i] });
      continue;
    }
    for (const key of Object.keys(value)) {
      if (FORBIDDEN_KEYS.has(key)) issues.push({ path: [...path, key], message: `the name "${key}" is not allowed here`, on: 'key' });
      else stack.push({ value: (value as Record<string, unknown>)[key], path: [...path, key] });
    }
  }
  return issues;
}
