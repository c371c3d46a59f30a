import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder for the files of one test file, gone when its tests are over. */
export function scratch(name: string): { readonly folder: string; readonly file: (path: string, text: string) => string } {
  const folder = mkdtempSync(join(tmpdir(), `silent-drift-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (path: string, text: string): string => {
    const whole = join(folder, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, text);
    return whole;
  };
  return { folder, file };
}
