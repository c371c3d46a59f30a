import { closeSync, fstatSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { doubledName } from './doubled-name.ts';
import { BadInput, quoted } from './wrong.ts';

const reasonOf = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be opened';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'ENOTDIR') return 'a folder on its way is a file';
  if (code === 'ENOSPC') return 'there is no room left';
  if (code === 'ELOOP') return 'its links lead in a circle';
  if (code === 'ENAMETOOLONG') return 'its name is too long';
  return `the system says ${code ?? (error as Error).message}`;
};

/** Whether a path leads to anything: a file, or a folder, which reading it will say. */
export function isThere(path: string): boolean {
  try {
    return !path.includes('\0') && statSync(path).size >= 0;
  } catch {
    return false;
  }
}

/** Whether a path leads to something that is a file. */
export function isFile(path: string): boolean {
  try {
    return !path.includes('\0') && statSync(path).isFile();
  } catch {
    return false;
  }
}

const readBytes = (path: string, mostBytes: number): Buffer => {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    throw new BadInput(`${quoted(path)} cannot be read: ${reasonOf(error)}`);
  }
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) throw new BadInput(`${quoted(path)} cannot be read: it is a folder`);
    if (stat.size > mostBytes) throw new BadInput(`${quoted(path)} is too large: ${stat.size} bytes, at most ${mostBytes} are read`);
    const bytes = Buffer.alloc(mostBytes + 1); // a pipe or device has no size beforehand
    let length = 0;
    for (;;) {
      const read = readSync(file, bytes, length, bytes.length - length, null);
      length += read;
      if (read === 0) return bytes.subarray(0, length);
      if (length > mostBytes) throw new BadInput(`${quoted(path)} is too large: more than ${mostBytes} bytes`);
    }
  } catch (error) {
    throw error instanceof BadInput ? error : new BadInput(`${quoted(path)} cannot be read: ${reasonOf(error)}`);
  } finally {
    closeSync(file);
  }
};

/**
 * The text of a file.
 * @throws BadInput when it cannot be opened, is larger than `mostBytes`, or is not text in UTF-8
 */
export function readText(path: string, mostBytes: number): string {
  const bytes = readBytes(path, mostBytes);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // falls through: said below
  }
  throw new BadInput(`${quoted(path)} is not a text file in UTF-8`);
}

/**
 * The JSON in a file.
 * @throws BadInput as readText, and when the text is not JSON, or has a name twice in one map
 */
export function readJson(path: string, mostBytes: number): unknown {
  const text = readText(path, mostBytes);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new BadInput(`${quoted(path)} is not JSON: ${(error as Error).message.replace(/\s+/g, ' ').slice(0, 120)}`);
  }
  const doubled = doubledName(text);
  if (doubled === null) return data;
  throw new BadInput(`${path}:${doubled.line}:${doubled.col} (file): ${quoted(doubled.name)} stands twice in the same map`);
}

/**
 * Writes a file that the user named.
 * @throws BadInput when it cannot be written
 */
export function writeText(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new BadInput(`${quoted(path)} cannot be written: ${gone ? 'there is no such folder' : reasonOf(error)}`);
  }
}
